#include "printedarticle.h"

#include "style/tokens.h"

#include <QTest>
#include <QTextBlock>
#include <QTextCursor>

using namespace Lectern;

namespace {

ArticlePtr article()
{
    ArticleDraft draft;
    draft.source.sha256 = QByteArray(64, 'a');
    draft.outlet = QStringLiteral("Harbour Post");
    draft.authors = {QStringLiteral("Ruth Ames")};
    draft.published = PartialDate::fromIso(QStringLiteral("2021-09-28"));
    draft.text = QStringLiteral("The title\nThe first paragraph.\nA line\nof verse\nThe last.");
    draft.title = QStringLiteral("The title");
    draft.blocks = {{BlockKind::Heading, 1, {0, 9}},
                    {BlockKind::Paragraph, 0, {10, 30}},
                    {BlockKind::Verse, 0, {31, 46}},
                    {BlockKind::Quote, 1, {47, 56}}};
    draft.spans = {{SpanKind::Emphasis, {14, 19}, {}}};
    return Article::make(std::move(draft));
}

} // namespace

class TestPrintedArticle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWord_isPrintedOnce_withItsSource()
    {
        const std::unique_ptr<QTextDocument> document = printedArticle(*article(), {});
        const QString text = document->toPlainText();
        QCOMPARE(text.count(QLatin1String("The title")), 1);
        QVERIFY(text.startsWith(QStringLiteral("Harbour Post · ")));
        QVERIFY(text.contains(QLatin1String("Ruth Ames")));
        QVERIFY(text.contains(QLatin1String("A line\nof verse")));
        QVERIFY(text.endsWith(QLatin1String("The last.")));
        QVERIFY(formatOf(*document, QStringLiteral("first")).fontItalic());
        QVERIFY(!formatOf(*document, QStringLiteral("paragraph")).fontItalic());
    }

    void marks_areColoured_overBlocks_andNotesNumbered()
    {
        Mark mark{QStringLiteral("id"), {20, 37}, MarkColour::Green, QStringLiteral("Ask *him*.")};
        Mark second{QStringLiteral("other"), {0, 3}, MarkColour::Pink, QStringLiteral("Before it.")};
        const std::unique_ptr<QTextDocument> document = printedArticle(*article(), {mark, second});
        const Tokens paper = Tokens::light();
        QCOMPARE(formatOf(*document, QStringLiteral("paragraph.")).background().color(),
                 paper.markOf(MarkColour::Green));
        QCOMPARE(formatOf(*document, QStringLiteral("line")).background().color(),
                 paper.markOf(MarkColour::Green));
        QVERIFY(formatOf(*document, QStringLiteral("verse")).background().style() == Qt::NoBrush);
        const QString text = document->toPlainText();
        QVERIFY2(text.contains(QLatin1String("The1 title")), qPrintable(text)); // in the order of the text
        QVERIFY2(text.contains(QLatin1String("A line2\nof")), qPrintable(text));
        QVERIFY(text.endsWith(QLatin1String("Notes\n1  Before it.\n2  Ask *him*.")));
    }

    void withoutMarks_isOnlyTheArticle()
    {
        const QString text = printedArticle(*article(), {})->toPlainText();
        QVERIFY(!text.contains(QLatin1String("Notes")));
    }

private:
    static QTextCharFormat formatOf(const QTextDocument &document, const QString &words)
    {
        const QTextCursor found = document.find(words);
        return found.charFormat();
    }
};

QTEST_MAIN(TestPrintedArticle)
#include "tst_printedarticle.moc"
