#include "acceptance/desk.h"
#include "dialogs/messagebar.h"
#include "dialogs/welcomepage.h"
#include "export/exporter.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "search/searchbar.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

#include <memory>

using namespace Lectern;

namespace {

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// The whole journey in a real window: open, search, read, keep, export, come back.
class TestJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void start_withoutArticles_welcomes();
    void journey_onTheSampleLibrary();
    void journey_onTheTwoTextsItBeganWith();
    void comeBack_findsEverythingAsItWas();
    void tray_click_goesBackToTheWords();
    void store_unusable_saysSoAndKeepsNothing();
    void home_readOnly_readsAllTheSameAndSaysSo();

private:
    std::unique_ptr<DeskRoom> m_room;
};

void TestJourney::init()
{
    m_room = std::make_unique<DeskRoom>();
    QVERIFY(m_room->isValid());
}

void TestJourney::start_withoutArticles_welcomes()
{
    const auto desk = m_room->open();
    QVERIFY(desk);
    QVERIFY(desk->find<WelcomePage>()->isVisible());
    desk->window->request({DeskRoom::samples()}, QString());
    QTRY_VERIFY(!desk->find<WelcomePage>()->isVisible());
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) >= 30);
}

void TestJourney::journey_onTheSampleLibrary()
{
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({DeskRoom::samples()}, QString());
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) >= 30);

    // Typing narrows with every letter, and the window shows the first article at the first hit.
    DeskRoom::type(*desk, QStringLiteral("jonas lighthouse"));
    QTRY_VERIFY(DeskRoom::shown(*desk) >= 3 && DeskRoom::shown(*desk) < 10);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    QTRY_VERIFY(reader->hitCount() > 0);
    QTRY_VERIFY(reader->currentHit() >= 0);

    // Select with the keyboard, keep with H, tag with T, all in the article.
    const ArticlePtr article = reader->article();
    const Block &block = article->blocks()[article->blocks().size() / 2];
    reader->setFocus();
    reader->setSelection(block.range);
    QTRY_VERIFY(reader->isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == reader);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H);
    QTRY_COMPARE(desk->store->passages().size(), size_t(1));
    const Passage kept = desk->store->passages().front();
    QCOMPARE(kept.quote, article->text().mid(block.range.start, block.range.length()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T); // what was just kept needs no new selection
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("light, family"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(desk->store->passages().front().tags,
                 QStringList({QStringLiteral("light"), QStringLiteral("family")}));

    // Undo takes both back, redo brings both again.
    reader->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(desk->store->passages().front().tags.isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(desk->store->passages().empty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(desk->store->passages().size(), size_t(1));
    QCOMPARE(desk->store->passages().front().quote, kept.quote);
    QCOMPARE(desk->store->passages().front().tags.size(), 2);

    // Copy with citation carries the words and where they are from.
    reader->setSelection(block.range);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::clipboard()->text().contains(kept.quote));
    QVERIFY(QApplication::clipboard()->text().contains(QString(QChar(0x2014)) + QLatin1Char(' ')));
    QVERIFY(QApplication::clipboard()->mimeData()->hasHtml());
}

void TestJourney::journey_onTheTwoTextsItBeganWith()
{
    const QString samples = QDir::cleanPath(QStringLiteral(LECTERN_SOURCE_DIR "/../shared/samples"));
    if (!QFile::exists(samples))
        QSKIP("The two texts that Lectern began with are not here.");
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({samples}, QString());
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_COMPARE(DeskRoom::shown(*desk), 2);
    DeskRoom::type(*desk, QStringLiteral("son jack"));
    QTRY_COMPARE(DeskRoom::shown(*desk), 2);
    desk->find<SearchBar>()->setText(QString());
    DeskRoom::type(*desk, QStringLiteral("\"couldn't\""));
    QTRY_COMPARE(DeskRoom::shown(*desk), 1);

    FlatList *list = desk->find<FlatList>();
    ReadingPane *reader = desk->find<ReadingPane>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                      list->visualRect(list->model()->index(0, 0)).center());
    QTRY_VERIFY(reader->article());
    QVERIFY(reader->article()->isTitleDerived());
    QTRY_COMPARE(reader->hitCount(), 1);

    const QString &text = reader->article()->text();
    const qsizetype start = text.indexOf(QStringLiteral("Jack worked so hard"));
    const TextRange range{start, text.indexOf(QStringLiteral(", and he"), start)};
    reader->setFocus();
    reader->setSelection(range);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H);
    QTRY_COMPARE(desk->store->passages().size(), size_t(1));

    const Passage &kept = desk->store->passages().front();
    const QString file = readText(kept.source.path);
    QVERIFY(file.contains(kept.quote));
    for (const auto &exporter : exporters()) {
        if (!exporter->isText() || !exporter->abilities().canBeVerified)
            continue;
        const QString out = m_room->path(QStringLiteral("passages.") + exporter->suffix());
        QVERIFY(exportToFile(*exporter, {kept}, out).ok());
        QVERIFY2(readText(out).contains(kept.quote), qPrintable(out));
        QVERIFY(readText(out).contains(QString::fromLatin1(kept.source.sha256)));
    }
}

void TestJourney::comeBack_findsEverythingAsItWas()
{
    ArticleId id;
    ReadingPlace place;
    {
        const auto desk = m_room->open();
        QVERIFY(desk);
        desk->window->request({DeskRoom::samples()}, QStringLiteral("bridge"));
        QVERIFY(DeskRoom::reads(*desk));
        QTRY_VERIFY(DeskRoom::shown(*desk) > 1);
        ReadingPane *reader = desk->find<ReadingPane>();
        QTest::keyClick(desk->window, Qt::Key_F3);
        QTRY_VERIFY(reader->article());
        id = reader->article()->id();
        QTRY_VERIFY(reader->hitCount() > 0);
        reader->reveal({reader->article()->text().size() - 10, reader->article()->text().size()});
        QTRY_VERIFY(reader->place().offset > 0);
        QTest::qWait(250); // scrolling is animated
        place = reader->place();
        desk->window->resize(1200, 760);
    }
    const auto desk = m_room->open();
    QVERIFY(desk);
    QVERIFY(DeskRoom::reads(*desk));
    QCOMPARE(desk->find<SearchBar>()->text(), QStringLiteral("bridge"));
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    QCOMPARE(reader->article()->id(), id);
    QTRY_COMPARE(desk->window->size(), QSize(1200, 760));
    QVERIFY(qAbs(reader->place().offset - place.offset) < 200);
}

void TestJourney::tray_click_goesBackToTheWords()
{
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({DeskRoom::samples()}, QStringLiteral("bridge"));
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) > 1);
    QTest::keyClick(desk->window, Qt::Key_F3);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    const ArticlePtr first = reader->article();
    reader->setFocus();
    reader->setSelection(first->blocks().back().range);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    QTRY_COMPARE(desk->store->passages().size(), size_t(1));
    QCOMPARE(desk->store->passages().front().colour, MarkColour::Blue);
    QTest::keyClick(desk->window, Qt::Key_Down, Qt::ControlModifier);
    QTRY_VERIFY(reader->article() != first);
    Q_EMIT desk->find<TrayPane>()->passageActivated(desk->store->passages().front().id);
    QTRY_COMPARE(reader->article()->id(), first->id());
}

void TestJourney::store_unusable_saysSoAndKeepsNothing()
{
    // A folder where the database should be: it can neither be opened nor made.
    QVERIFY(QDir().mkpath(m_room->path(QStringLiteral("library/passages.db/x"))));
    const auto desk = m_room->open();
    QVERIFY(desk);
    QVERIFY(!desk->store.ok());
    desk->window->request({DeskRoom::samples()}, QString());
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) > 0);
    QTest::keyClick(desk->window, Qt::Key_Down, Qt::ControlModifier);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    reader->setFocus();
    reader->setSelection({0, 20});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H);
    QCOMPARE(reader->selection(), TextRange({0, 20}));
    QTRY_VERIFY(desk->find<MessageBar>()->isVisible());
}

void TestJourney::home_readOnly_readsAllTheSameAndSaysSo()
{
    // Nobody, not even root, can make a folder there.
    const auto desk =
        std::make_unique<Desk>(QStringLiteral("/proc/lectern"), QStringLiteral("/proc/lectern.ini"));
    QVERIFY(QTest::qWaitForWindowActive(desk->window, 30000));
    QVERIFY(desk->find<MessageBar>()->isVisible());
    QVERIFY(desk->find<MessageBar>()->text().contains(QStringLiteral("/proc/lectern")));
    desk->window->request({DeskRoom::samples()}, QStringLiteral("bridge"));
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_VERIFY(DeskRoom::shown(*desk) > 0);
    QTest::keyClick(desk->window, Qt::Key_F3);
    QTRY_VERIFY(desk->find<ReadingPane>()->article());
}

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
