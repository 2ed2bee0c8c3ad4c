#include "dialogs/messagebar.h"
#include "dialogs/welcomepage.h"
#include "export/exporter.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "search/searchbar.h"
#include "session.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Lectern;

namespace {

/// The program without its main(), and quick ways to its parts.
struct Desk
{
    Desk(const QString &folder, const QString &stateFile)
        : session(LibraryFolder::open(folder), stateFile)
        , library(session.library())
        , store(session.passages())
        , window(&session.window())
    {
        window->show();
    }
    ~Desk() { window->close(); }

    template <typename T>
    T *find() const
    {
        return window->findChild<T *>();
    }

    Session session;
    Library &library;
    const Result<PassageStore> &store;
    MainWindow *window;
};

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
    void typing_whileReading_isAnswered();
    void comeBack_findsEverythingAsItWas();
    void tray_click_goesBackToTheWords();
    void lastHit_runsOnIntoTheNextArticle();
    void enter_rightAfterTyping_waitsForItsAnswer();
    void store_unusable_saysSoAndKeepsNothing();
    void home_readOnly_readsAllTheSameAndSaysSo();

private:
    std::unique_ptr<Desk> openDesk() const
    {
        auto desk = std::make_unique<Desk>(m_dir->filePath(QStringLiteral("library")),
                                           m_dir->filePath(QStringLiteral("state.ini")));
        return QTest::qWaitForWindowActive(desk->window, 30000) ? std::move(desk) : nullptr;
    }
    static bool reads(const Desk &desk)
    {
        return QTest::qWaitFor([&desk] { return !desk.library.isLoading(); }, 60000);
    }
    static void type(const Desk &desk, const QString &text)
    {
        desk.find<SearchBar>()->focusField();
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    static qsizetype shown(const Desk &desk)
    {
        return static_cast<ArticleListModel *>(desk.find<FlatList>()->model())->articleCount();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    const QString m_samples = QStringLiteral(LECTERN_SOURCE_DIR "/resources/library");
};

void TestJourney::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestJourney::start_withoutArticles_welcomes()
{
    const auto desk = openDesk();
    QVERIFY(desk);
    QVERIFY(desk->find<WelcomePage>()->isVisible());
    desk->window->request({m_samples}, QString());
    QTRY_VERIFY(!desk->find<WelcomePage>()->isVisible());
    QVERIFY(reads(*desk));
    QTRY_VERIFY(shown(*desk) >= 30);
}

void TestJourney::journey_onTheSampleLibrary()
{
    const auto desk = openDesk();
    QVERIFY(desk);
    desk->window->request({m_samples}, QString());
    QVERIFY(reads(*desk));
    QTRY_VERIFY(shown(*desk) >= 30);

    // Typing narrows with every letter, and the window shows the first article at the first hit.
    type(*desk, QStringLiteral("jonas lighthouse"));
    QTRY_VERIFY(shown(*desk) >= 3 && shown(*desk) < 10);
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
    const auto desk = openDesk();
    QVERIFY(desk);
    desk->window->request({samples}, QString());
    QVERIFY(reads(*desk));
    QTRY_COMPARE(shown(*desk), 2);
    type(*desk, QStringLiteral("son jack"));
    QTRY_COMPARE(shown(*desk), 2);
    desk->find<SearchBar>()->setText(QString());
    type(*desk, QStringLiteral("\"couldn't\""));
    QTRY_COMPARE(shown(*desk), 1);

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
        const QString out = m_dir->filePath(QStringLiteral("passages.") + exporter->suffix());
        QVERIFY(exportToFile(*exporter, {kept}, out).ok());
        QVERIFY2(readText(out).contains(kept.quote), qPrintable(out));
        QVERIFY(readText(out).contains(QString::fromLatin1(kept.source.sha256)));
    }
}

void TestJourney::typing_whileReading_isAnswered()
{
    const QString many = m_dir->filePath(QStringLiteral("many"));
    QDir().mkpath(many);
    for (int i = 0; i < 1000; ++i) {
        QFile file(QStringLiteral("%1/%2.txt").arg(many).arg(i, 5, 10, QLatin1Char('0')));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Report " + QByteArray::number(i) +
                   "\n\nThe ferry left at noon and nobody was on the quay.\n");
    }
    const auto desk = openDesk();
    QVERIFY(desk);
    desk->window->request({many}, QString());
    QTRY_VERIFY_WITH_TIMEOUT(shown(*desk) > 0, 30000);
    const bool stillReading = desk->library.isLoading();
    type(*desk, QStringLiteral("ferry noon"));
    QTRY_VERIFY(shown(*desk) > 0);
    QVERIFY(stillReading);
    QVERIFY(reads(*desk));
    QTRY_COMPARE(shown(*desk), 1000);
}

void TestJourney::comeBack_findsEverythingAsItWas()
{
    ArticleId id;
    ReadingPlace place;
    {
        const auto desk = openDesk();
        QVERIFY(desk);
        desk->window->request({m_samples}, QStringLiteral("bridge"));
        QVERIFY(reads(*desk));
        QTRY_VERIFY(shown(*desk) > 1);
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
    const auto desk = openDesk();
    QVERIFY(desk);
    QVERIFY(reads(*desk));
    QCOMPARE(desk->find<SearchBar>()->text(), QStringLiteral("bridge"));
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    QCOMPARE(reader->article()->id(), id);
    QTRY_COMPARE(desk->window->size(), QSize(1200, 760));
    QVERIFY(qAbs(reader->place().offset - place.offset) < 200);
}

void TestJourney::tray_click_goesBackToTheWords()
{
    const auto desk = openDesk();
    QVERIFY(desk);
    desk->window->request({m_samples}, QStringLiteral("bridge"));
    QVERIFY(reads(*desk));
    QTRY_VERIFY(shown(*desk) > 1);
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

void TestJourney::lastHit_runsOnIntoTheNextArticle()
{
    const auto desk = openDesk();
    QVERIFY(desk);
    desk->window->request({m_samples}, QStringLiteral("lighthouse"));
    QVERIFY(reads(*desk));
    QTRY_VERIFY(shown(*desk) >= 2);
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

void TestJourney::enter_rightAfterTyping_waitsForItsAnswer()
{
    const auto desk = openDesk();
    QVERIFY(desk);
    desk->window->request({m_samples}, QString());
    QVERIFY(reads(*desk));
    QTRY_VERIFY(shown(*desk) >= 30);
    // No event is handled between the last letter and Enter: the list still shows the whole library.
    type(*desk, QStringLiteral("umbrella"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ReadingPane *reader = desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article());
    QVERIFY(reader->article()->text().contains(QStringLiteral("umbrella"), Qt::CaseInsensitive));
    QTRY_COMPARE(reader->currentHit(), 0);
}

void TestJourney::store_unusable_saysSoAndKeepsNothing()
{
    // A folder where the database should be: it can neither be opened nor made.
    QVERIFY(QDir().mkpath(m_dir->filePath(QStringLiteral("library/passages.db/x"))));
    const auto desk = openDesk();
    QVERIFY(desk);
    QVERIFY(!desk->store.ok());
    desk->window->request({m_samples}, QString());
    QVERIFY(reads(*desk));
    QTRY_VERIFY(shown(*desk) > 0);
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
    desk->window->request({m_samples}, QStringLiteral("bridge"));
    QVERIFY(reads(*desk));
    QTRY_VERIFY(shown(*desk) > 0);
    QTest::keyClick(desk->window, Qt::Key_F3);
    QTRY_VERIFY(desk->find<ReadingPane>()->article());
}

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
