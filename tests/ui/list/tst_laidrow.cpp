#include "list/laidrow.h"

#include "style/tokens.h"
#include "ui/list/listmodels.h"

#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

class TestLaidRow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void passages_areDotsInTheirColours()
    {
        const std::vector<ArticlePtr> articles = datedArticles(2, 2);
        ArticleListModel model;
        model.setAnswer(ask(articles, QStringLiteral("son")), Grouping::None);
        PassageSummary kept;
        for (const MarkColour colour : {MarkColour::Violet, MarkColour::Green, MarkColour::Violet})
            kept.add(colour);
        model.setPassages({{articles[0]->id(), kept}});
        const LaidRow row(model.index(0), 400, false, Tokens::light());
        QCOMPARE(row.passageDots.size(), size_t(2));
        const auto &[last, lastColour] = row.passageDots[0];
        const auto &[first, firstColour] = row.passageDots[1];
        QCOMPARE(firstColour, MarkColour::Green);
        QCOMPARE(lastColour, MarkColour::Violet);
        // From the left: snippet, sign, dots, number of hits; none over another.
        QVERIFY(row.snippet->bounds().right() <= row.passagesIcon.left());
        QVERIFY(row.passagesIcon.right() < first.left());
        QVERIFY(first.right() < last.left());
        QVERIFY(last.right() < row.hitCountBadge.left());
        QCOMPARE(first.center().y(), row.hitCountBadge.center().y());
    }

    void allColours_leaveRoomForWords()
    {
        const std::vector<ArticlePtr> articles = datedArticles(1, 1);
        ArticleListModel model;
        model.setAnswer(ask(articles, QStringLiteral("son")), Grouping::None);
        PassageSummary kept;
        for (int colour = 0; colour < markColourCount; ++colour)
            kept.add(MarkColour(colour));
        model.setPassages({{articles[0]->id(), kept}});
        const LaidRow row(model.index(0), 280, false, Tokens::light());
        QCOMPARE(row.passageDots.size(), size_t(markColourCount));
        QVERIFY(row.passagesIcon.left() > 100);
        QVERIFY(row.snippet->bounds().right() <= row.passagesIcon.left());
    }

    void withoutPassages_noSign()
    {
        ArticleListModel model;
        model.setAnswer(ask(datedArticles(1, 1)), Grouping::None);
        const LaidRow row(model.index(0), 400, false, Tokens::light());
        QVERIFY(row.passageDots.empty());
        QVERIFY(row.passagesIcon.isEmpty());
    }
};

QTEST_MAIN(TestLaidRow)
#include "tst_laidrow.moc"
