#include "acceptance/desk.h"
#include "list/listpane.h"
#include "reading/readingpane.h"
#include "search/searchbar.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace Lectern;

/// Searching in a real window: typing, walking the hits, the switches, what was read and kept.
class TestSearchJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typing_whileReading_isAnswered();
    void lastHit_runsOnIntoTheNextArticle();
    void enter_rightAfterTyping_waitsForItsAnswer();
    void answer_inStages_isWalkedAsOne();
    void switches_areObeyedAndRemembered();
    void readAndKept_areAskedFor();
    void suggestion_replacesTheQuery();

private:
    std::unique_ptr<DeskRoom> m_room;
};

void TestSearchJourney::init()
{
    m_room = std::make_unique<DeskRoom>();
    QVERIFY(m_room->isValid());
}

void TestSearchJourney::typing_whileReading_isAnswered()
{
    const QString many = m_room->path(QStringLiteral("many"));
    QDir().mkpath(many);
    for (int i = 0; i < 1000; ++i) {
        QFile file(QStringLiteral("%1/%2.txt").arg(many).arg(i, 5, 10, QLatin1Char('0')));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Report " + QByteArray::number(i) +
                   "\n\nThe ferry left at noon and nobody was on the quay.\n");
    }
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({many}, QString());
    QTRY_VERIFY_WITH_TIMEOUT(DeskRoom::shown(*desk) > 0, 30000);
    const bool stillReading = desk->library.isLoading();
    DeskRoom::type(*desk, QStringLiteral("ferry noon"));
    QTRY_VERIFY(DeskRoom::shown(*desk) > 0);
    QVERIFY(stillReading);
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_COMPARE(DeskRoom::shown(*desk), 1000);
}

void TestSearchJourney::lastHit_runsOnIntoTheNextArticle()
{
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({DeskRoom::samples()}, QStringLiteral("lighthouse"));
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) >= 2);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTest::keyClick(desk->window, Qt::Key_F3);
    QTRY_VERIFY(reader->article() && reader->hitCount() > 0);
    const ArticlePtr first = reader->article();
    QTRY_COMPARE(reader->currentHit(), 0);
    for (int i = 0; i < reader->hitCount() && reader->article() == first; ++i)
        QTest::keyClick(desk->window, Qt::Key_F3);
    QTRY_VERIFY(reader->article() != first);
    QCOMPARE(reader->currentHit(), 0);
    QTest::keyClick(desk->window, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(reader->article(), first);
    QCOMPARE(reader->currentHit(), reader->hitCount() - 1);
}

void TestSearchJourney::enter_rightAfterTyping_waitsForItsAnswer()
{
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({DeskRoom::samples()}, QString());
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) >= 30);
    // No event is handled between the last letter and Enter: the list still shows the whole library.
    DeskRoom::type(*desk, QStringLiteral("umbrella"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    QVERIFY(reader->article()->text().contains(QStringLiteral("umbrella"), Qt::CaseInsensitive));
    QTRY_COMPARE(reader->currentHit(), 0);
}

void TestSearchJourney::answer_inStages_isWalkedAsOne()
{
    QFile file(m_room->path(QStringLiteral("many.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 450; ++i)
        file.write(QStringLiteral("{\"title\": \"Title %1\", \"published\": \"%2\", \"text\": "
                                  "\"The lamp of number %1.\"}\n")
                       .arg(i)
                       .arg(QDate(2021, 1, 1).addDays(i).toString(Qt::ISODate))
                       .toUtf8());
    file.close();
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({file.fileName()}, QStringLiteral("lamp"));
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_COMPARE(DeskRoom::shown(*desk), 450);
    FlatList *list = desk->find<FlatList>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    const ArticlePtr last = reader->article();

    // The shown article is not among the first rows of the next answer: a step waits for the others.
    desk->find<SearchBar>()->focusField();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("number"));
    QTest::keyClick(desk->window, Qt::Key_F3);
    QTest::keyClick(desk->window, Qt::Key_F3);
    QTRY_VERIFY(desk->find<SearchBar>()->resultText().startsWith(QLatin1String("1 of 1")));
    QTRY_COMPARE(DeskRoom::shown(*desk), 450);
    QTRY_COMPARE(list->currentArticle(), last->id());
    QCOMPARE(reader->article(), last);
    QTest::keyClick(desk->window, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_VERIFY(reader->article() != last);
    QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 2);
}

void TestSearchJourney::switches_areObeyedAndRemembered()
{
    qsizetype all = 0;
    {
        const auto desk = m_room->open();
        QVERIFY(desk);
        desk->window->request({DeskRoom::samples()}, QStringLiteral("Harbour"));
        QVERIFY(DeskRoom::reads(*desk));
        const Query query = Query::parse(QStringLiteral("Harbour"));
        all = Searcher::search(desk->library.corpus(), query, Order::Relevance).total();
        QTRY_COMPARE(DeskRoom::shown(*desk), all);
        desk->find<SearchBar>()->focusField();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(DeskRoom::shown(*desk) < all);
        all = DeskRoom::shown(*desk);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_W, Qt::AltModifier);
    }
    const auto desk = m_room->open();
    QVERIFY(desk);
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_COMPARE(DeskRoom::shown(*desk), all);
    QHash<QString, bool> switches;
    for (const QAction *action : desk->window->actions())
        switches.insert(action->text(), action->isChecked());
    QCOMPARE(switches.value(QStringLiteral("Match Capitals and Accents")), true);
    QCOMPARE(switches.value(QStringLiteral("Find Other Forms of Words"), true), false);
}

void TestSearchJourney::readAndKept_areAskedFor()
{
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({DeskRoom::samples()}, QString());
    QVERIFY(DeskRoom::reads(*desk));
    const qsizetype all = desk->library.corpus()->size();
    QTRY_COMPARE(DeskRoom::shown(*desk), all);
    FlatList *list = desk->find<FlatList>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    QTest::qWait(1500); // it counts as read when it stays shown for a while
    DeskRoom::type(*desk, QStringLiteral("is:read "));
    QTRY_COMPARE(DeskRoom::shown(*desk), 1);
    DeskRoom::type(*desk, QStringLiteral("is:unread "));
    QTRY_COMPARE(DeskRoom::shown(*desk), all - 1);

    // A passage that is kept while it is asked for appears.
    DeskRoom::type(*desk, QStringLiteral("has:passage "));
    QTRY_COMPARE(DeskRoom::shown(*desk), 0);
    reader->setFocus();
    QTest::keyClick(reader, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(reader, Qt::Key_H);
    QTRY_COMPARE(DeskRoom::shown(*desk), 1);
}

void TestSearchJourney::suggestion_replacesTheQuery()
{
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({DeskRoom::samples()}, QString());
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) >= 30);
    DeskRoom::type(*desk, QStringLiteral("jonas lighthuose"));
    QAbstractButton *link = nullptr;
    QTRY_VERIFY([&] {
        for (QAbstractButton *button : desk->find<ListPane>()->findChildren<QAbstractButton *>())
            if (button->isVisible() &&
                button->accessibleName() == QLatin1String("Did you mean jonas lighthouse?"))
                link = button;
        return link != nullptr;
    }());
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(desk->find<SearchBar>()->text(), QStringLiteral("jonas lighthouse"));
    QTRY_VERIFY(DeskRoom::shown(*desk) >= 3);
    QVERIFY(!link->isVisible());
    QVERIFY(desk->find<SearchBar>()->isAncestorOf(QApplication::focusWidget()));
}

QTEST_MAIN(TestSearchJourney)
#include "tst_searchjourney.moc"
