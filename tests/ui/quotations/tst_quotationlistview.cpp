#include "library/quotationlistmodel.h"
#include "quotations/quotationlistview.h"
#include "quotations/quotationrow.h"
#include "quotations/quotationsroom.h"
#include "quotations/speakerlist.h"
#include "style/segmentedcontrol.h"
#include "style/fonts.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include <ctime>

using namespace Lectern;

namespace {

constexpr int articleCount = 10000;
constexpr int each = 10;

/// Articles of ten quotations each by a hundred speakers; the first two quotations of each pair of articles
/// are variants.
QuotationIndexPtr manyQuotations(int articles)
{
    std::vector<QuotedArticlePtr> all;
    for (int i = 0; i < articles; ++i) {
        auto article = std::make_shared<QuotedArticle>();
        article->id = QStringLiteral("id%1").arg(i);
        article->title = QStringLiteral("What happened on day %1").arg(i);
        article->outlet = i % 2 == 0 ? QStringLiteral("Echo") : QStringLiteral("Courier");
        article->textUnits = 100000;
        for (int j = 0; j < each; ++j) {
            Utterance utterance;
            const int number = j == 0 ? i / 2 : i * each + j;
            utterance.words = QStringLiteral("n%1a n%1b n%1c n%1d n%1e n%1f").arg(number);
            if (j == 0 && i % 2 == 1)
                utterance.words += QStringLiteral(" and more of it");
            utterance.pieces = {{j * 100, j * 100 + utterance.words.size()}};
            utterance.speaker = QStringLiteral("Speaker %1").arg((i + j) % 100);
            utterance.isPerson = true;
            utterance.confidence = j == 9 ? 0.35 : 0.95;
            article->utterances.push_back(utterance);
        }
        all.push_back(article);
    }
    return std::make_shared<const QuotationIndex>(VariantGroups(std::move(all)), QuotationCorrections());
}

double cpuMs()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

/// The room Quotations: where its rows are, what its keys ask for, what it says while it waits.
class TestQuotationListView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_few = manyQuotations(4);
    }

    void init()
    {
        m_model = std::make_unique<QuotationListModel>();
        m_room = std::make_unique<QuotationsRoom>(m_theme, *m_model);
        m_room->resize(1000, 640);
        m_room->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_room.get()));
        m_room->showQuotations(m_few);
        m_room->showProgress({4, 4}, false);
        QCOMPARE(m_model->rowCount(), 36); // guesses are shown when they are asked for
        pick(m_room->guesses(), 0);
    }

    void cleanup()
    {
        m_room.reset();
        m_model.reset();
    }

    void rows_lieBelowEachOther_andAreFoundByTheirPlace()
    {
        QVERIFY(m_model->isVariant(1));
        const QRect head = list()->visualRect(m_model->index(0, 0));
        const QRect variant = list()->visualRect(m_model->index(1, 0));
        const QRect next = list()->visualRect(m_model->index(2, 0));
        QCOMPARE(head.height(), QuotationRow::headHeight - QuotationRow::lineHeight);
        QCOMPARE(variant.top(), head.bottom() + 1);
        QCOMPARE(next.top(), variant.bottom() + 1 + QuotationRow::cardGap);
        for (const int row : {0, 1, 2, 3})
            QCOMPARE(list()->indexAt(list()->visualRect(m_model->index(row, 0)).center()).row(), row);
        QVERIFY(!list()->indexAt({10, variant.bottom() + 3}).isValid());
    }

    void height_isThatOfTheLines()
    {
        constexpr int margins = 36;
        const QFontMetricsF metrics(Fonts::text(15));
        for (const QString &words :
             {QStringLiteral("We will wait."),
              QStringLiteral("Who would miss it? Illinois still will, in silence."),
              QStringLiteral("MAMMOTHS WOULD MOVE HOMEWARDS: 1,000 OF THEM, AWKWARDLY AWAY."),
              QStringLiteral("Größere Höfe grüßen früher, naïvement, à côté.")}) {
            const qreal line = metrics.horizontalAdvance(QStringLiteral("“%1”").arg(words));
            for (int width = 80; width < 900; width += 7) {
                const bool isOneLine = QuotationRow::headHeightOf(words, width) < QuotationRow::headHeight;
                if (line > width - margins)
                    QVERIFY2(!isOneLine, qPrintable(words));
                else if (line < width - margins - 48)
                    QVERIFY2(isOneLine, qPrintable(words));
            }
        }
    }

    void keys_ask_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("enter") << int(Qt::Key_Return) << QByteArray(SIGNAL(activatedRow(int)));
        QTest::newRow("keep") << int(Qt::Key_H) << QByteArray(SIGNAL(keepRequested(int)));
        QTest::newRow("speaker") << int(Qt::Key_S) << QByteArray(SIGNAL(speakerRequested(int)));
        QTest::newRow("reject") << int(Qt::Key_Delete) << QByteArray(SIGNAL(rejectRequested(int)));
        QTest::newRow("menu") << int(Qt::Key_Menu) << QByteArray(SIGNAL(menuRequested(int, QPoint)));
    }

    void keys_ask()
    {
        QFETCH(const int, key);
        QFETCH(const QByteArray, signal);
        QSignalSpy spy(list(), signal.constData());
        m_room->enter();
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key(key));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toInt(), 1);
    }

    void click_goesToTheWords()
    {
        QSignalSpy spy(list(), &QuotationListView::activatedRow);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(m_model->index(2, 0)).center());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toInt(), 2);
    }

    void guesses_areHiddenBySwitch()
    {
        QCOMPARE(m_model->rowCount(), 40);
        pick(m_room->guesses(), 1);
        QCOMPARE(m_model->rowCount(), 36);
        pick(m_room->guesses(), 0);
        QCOMPARE(m_model->rowCount(), 40);
    }

    void speaker_narrows()
    {
        const QModelIndex second = m_room->speakers()->model()->index(1, 0);
        m_room->speakers()->setCurrentIndex(second);
        QCOMPARE(m_model->rowCount(), second.data(SpeakerModel::CountRole).toInt());
        m_room->speakers()->setCurrentIndex(m_room->speakers()->model()->index(0, 0));
        QCOMPARE(m_model->rowCount(), 40);
    }

    void search_narrows_escapeTakesItBack()
    {
        m_room->enter();
        QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_room->field()->hasFocus());
        QTest::keyClicks(m_room->field(), QStringLiteral("n31a"));
        QCOMPARE(m_model->rowCount(), 1);
        QTest::keyClicks(m_room->field(), QStringLiteral("zzz"));
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_room->emptyText().contains(QLatin1String("No quotation answers")));
        QTest::keyClick(m_room->field(), Qt::Key_Escape);
        QCOMPARE(m_model->rowCount(), 40);
        QTest::keyClick(m_room->field(), Qt::Key_Escape);
        QVERIFY(list()->hasFocus());
    }

    void snapshot_currentRowStaysInItsPlace()
    {
        m_room->enter();
        list()->setCurrentIndex(m_model->index(20, 0));
        const QString words = m_model->utterance(20).words;
        const int y = list()->visualRect(list()->currentIndex()).top();
        m_room->showQuotations(manyQuotations(30));
        QCOMPARE(m_model->utterance(list()->currentIndex().row()).words, words);
        QCOMPARE(list()->visualRect(list()->currentIndex()).top(), y);
    }

    void waiting_isTold_data()
    {
        QTest::addColumn<int>("looked");
        QTest::addColumn<int>("articles");
        QTest::addColumn<bool>("isReading");
        QTest::addColumn<QString>("words");
        QTest::newRow("looking") << 312 << 1000 << false << QStringLiteral("looked at 312 of 1,000 articles");
        QTest::newRow("reading") << 0 << 0 << true << QStringLiteral("is reading the articles");
        QTest::newRow("no articles") << 0 << 0 << false << QStringLiteral("Open a folder");
        QTest::newRow("nobody quoted") << 5 << 5 << false << QStringLiteral("Nobody is quoted");
    }

    void waiting_isTold()
    {
        QFETCH(const int, looked);
        QFETCH(const int, articles);
        QFETCH(const bool, isReading);
        QFETCH(const QString, words);
        QLocale::setDefault(QLocale(QLocale::English));
        m_room->showQuotations(std::make_shared<const QuotationIndex>());
        m_room->showProgress({looked, articles}, isReading);
        QVERIFY2(m_room->emptyText().contains(words), qPrintable(m_room->emptyText()));
    }

    void many_openAtOnce_andScrollAsFew()
    {
        const QuotationIndexPtr many = manyQuotations(articleCount);
        double start = cpuMs();
        m_room->showQuotations(many);
        const double shown = cpuMs() - start;
        QCOMPARE(m_model->rowCount(), articleCount * each);
        QPixmap picture(m_room->size());
        start = cpuMs();
        constexpr int frames = 60;
        for (int i = 0; i < frames; ++i) {
            list()->verticalScrollBar()->setValue(i * (list()->verticalScrollBar()->maximum() / frames));
            list()->viewport()->render(&picture);
        }
        const double frame = (cpuMs() - start) / frames;
        start = cpuMs();
        m_room->field()->setText(QStringLiteral("n777"));
        const double typed = cpuMs() - start;
        qInfo("100,000 quotations: shown in %.0f ms, a frame %.1f ms, a letter %.0f ms", shown, frame, typed);
        // Far above what they take, so that only another order of growth fails on a loaded machine.
        QVERIFY(shown < 2000);
        QVERIFY(frame < 100);
        QVERIFY(typed < 1000);
    }

private:
    QuotationListView *list() const { return m_room->list(); }
    static void pick(SegmentedControl *control, int segment)
    {
        QTest::mouseClick(control, Qt::LeftButton, {}, control->segmentRect(segment).center());
    }

    Theme m_theme;
    QuotationIndexPtr m_few;
    std::unique_ptr<QuotationListModel> m_model;
    std::unique_ptr<QuotationsRoom> m_room;
};

QTEST_MAIN(TestQuotationListView)
#include "tst_quotationlistview.moc"
