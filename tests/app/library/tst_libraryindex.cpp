#include "app/library/indexfixture.h"
#include "search/segment.h"

#include <QSignalSpy>

#include <atomic>
#include <functional>
#include <thread>

using namespace Lectern;

class TestLibraryIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_disk = std::make_unique<IndexFixture>(); }
    void start_again_holdsEverythingAtOnce();
    void start_again_readsNothing();
    void start_again_readsWhatChanged();
    void start_again_withoutAFile_leavesItsArticle();
    void start_again_otherRoots_dropsStrays();
    void start_again_movedFile_keepsItsArticle();
    void open_damage_isToldAndReadAnew_data();
    void open_damage_isToldAndReadAnew();
    void verify_damagedWords_areFoundAndReadAnew();
    void open_leftovers_areRemoved();
    void merge_whileSearching_changesNoAnswer();
    void import_mapsWhatItHasWritten();
    void second_process_looksOn();
    void second_process_missesNothing();
    void compact_dropsWhatIsDeleted();

private:
    void writeStories(int count)
    {
        for (int i = 0; i < count; ++i)
            m_disk->write(QStringLiteral("articles/%1.txt").arg(i), LibraryFixture::story(i));
    }

    std::unique_ptr<IndexFixture> m_disk;
};

void TestLibraryIndex::start_again_holdsEverythingAtOnce()
{
    writeStories(60);
    QStringList before;
    {
        const auto library = m_disk->open();
        QVERIFY(library->add({m_disk->path(QStringLiteral("articles"))}).ok());
        QVERIFY(m_disk->finishes(*library));
        before = m_disk->answers(library->corpus());
    }
    const auto library = m_disk->open();
    QVERIFY(!library->isLoading());
    QCOMPARE(library->corpus()->size(), 60);
    QCOMPARE(m_disk->answers(library->corpus()), before);
    QCOMPARE(m_disk->answers(library->corpus()), m_disk->freshAnswers());
    QVERIFY(library->findAt(m_disk->path(QStringLiteral("articles/7.txt")), QString()));
}

void TestLibraryIndex::start_again_readsNothing()
{
    writeStories(20);
    m_disk->write(QStringLiteral("articles/empty.txt"), "");
    m_disk->read();
    const QStringList files = m_disk->indexFiles(QStringLiteral("*.segment"));
    {
        const auto library = m_disk->open();
        library->rescan(false);
        QVERIFY(m_disk->finishes(*library));
        QCOMPARE(library->corpus()->size(), 20);
        QCOMPARE(library->failures().size(), size_t(1));
        QCOMPARE(library->filesDone(), 21);
    }
    QCOMPARE(m_disk->indexFiles(QStringLiteral("*.segment")), files);
}

void TestLibraryIndex::start_again_readsWhatChanged()
{
    writeStories(20);
    m_disk->read();
    m_disk->write(QStringLiteral("articles/3.txt"), LibraryFixture::story(300));
    m_disk->write(QStringLiteral("articles/new.txt"), LibraryFixture::story(500));
    {
        const auto library = m_disk->open();
        library->rescan(false);
        QVERIFY(m_disk->finishes(*library));
        QCOMPARE(library->corpus()->size(), 21);
        QCOMPARE(m_disk->titleOf(*library, QStringLiteral("articles/3.txt")),
                 QStringLiteral("Story number 300"));
    }
    // What was deleted stays so without a look at the files.
    const auto library = m_disk->open();
    QCOMPARE(library->corpus()->size(), 21);
    QCOMPARE(m_disk->answers(library->corpus()), m_disk->freshAnswers());
}

void TestLibraryIndex::start_again_withoutAFile_leavesItsArticle()
{
    writeStories(20);
    m_disk->read();
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("articles/3.txt"))));
    {
        const auto library = m_disk->open();
        QCOMPARE(library->corpus()->size(), 20);
        library->rescan(false);
        QVERIFY(m_disk->finishes(*library));
        QCOMPARE(library->corpus()->size(), 19);
    }
    const auto library = m_disk->open();
    QCOMPARE(library->corpus()->size(), 19);
    QCOMPARE(m_disk->answers(library->corpus()), m_disk->freshAnswers());
    // It is not taken for known when it comes back.
    m_disk->write(QStringLiteral("articles/3.txt"), LibraryFixture::story(3));
    library->rescan(false);
    QVERIFY(m_disk->finishes(*library));
    QCOMPARE(library->corpus()->size(), 20);
}

void TestLibraryIndex::start_again_otherRoots_dropsStrays()
{
    writeStories(5);
    m_disk->read();
    Result<LibraryFolder> folder = LibraryFolder::open(m_disk->path(QStringLiteral("library")));
    QVERIFY(folder->removeRoots({m_disk->path(QStringLiteral("articles"))}).ok());
    const auto library = m_disk->open();
    library->rescan(false);
    QVERIFY(m_disk->finishes(*library));
    QCOMPARE(library->corpus()->size(), 0);
}

void TestLibraryIndex::start_again_movedFile_keepsItsArticle()
{
    writeStories(5);
    m_disk->read();
    QVERIFY(QFile::rename(m_disk->path(QStringLiteral("articles/3.txt")),
                          m_disk->path(QStringLiteral("articles/z.txt"))));
    const auto library = m_disk->open();
    library->rescan(false);
    QVERIFY(m_disk->finishes(*library));
    QCOMPARE(library->corpus()->size(), 5);
    QCOMPARE(m_disk->titleOf(*library, QStringLiteral("articles/z.txt")), QStringLiteral("Story number 3"));
}

void TestLibraryIndex::open_damage_isToldAndReadAnew_data()
{
    using Harm = std::function<void(IndexFixture &)>;
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<QString>("setAside");
    const auto cut = [](const QString &path, qint64 size) { QVERIFY(QFile::resize(path, size)); };
    const QString segment = QStringLiteral("*.segment.damaged-*");
    const QString manifest = QStringLiteral("manifest.damaged-*");
    QTest::newRow("segment without its end")
        << Harm([=](IndexFixture &disk) { cut(disk.firstSegment(), 5000); }) << segment;
    QTest::newRow("empty segment") << Harm([=](IndexFixture &disk) { cut(disk.firstSegment(), 0); })
                                   << segment;
    QTest::newRow("segment of a newer Lectern")
        << Harm([](IndexFixture &disk) { overwrite(disk.firstSegment(), 8, "\xff"); }) << segment;
    QTest::newRow("segment of another machine") << Harm([](IndexFixture &disk) {
        overwrite(disk.firstSegment(), 12, QByteArray("\x01\x02\x03\x04", 4));
    }) << segment;
    QTest::newRow("no segment at all")
        << Harm([](IndexFixture &disk) { overwrite(disk.firstSegment(), 0, "SQLite format 3"); }) << segment;
    QTest::newRow("damaged table") << Harm([](IndexFixture &disk) {
        overwrite(disk.firstSegment(), 100, "\x77");
    }) << segment;
    QTest::newRow("segment is gone") << Harm([](IndexFixture &disk) {
        QVERIFY(QFile::remove(disk.firstSegment()));
    }) << QString();
    QTest::newRow("segment of another library") << Harm([](IndexFixture &disk) {
        disk.read(QStringLiteral("other"));
        const QDir other(disk.path(QStringLiteral("other/index")));
        QVERIFY(QFile::remove(disk.firstSegment()) || true);
        const QString file = other.entryList({QStringLiteral("*.segment")}).value(0);
        overwrite(other.filePath(file), -1, "\x01");
        static_cast<void>(QFile::remove(disk.path(QStringLiteral("library/index/1.segment"))));
        QVERIFY(QFile::copy(other.filePath(file), disk.path(QStringLiteral("library/index/1.segment"))));
        overwrite(disk.path(QStringLiteral("library/index/1.segment")), 40, "\x01");
    }) << segment;
    QTest::newRow("damaged manifest") << Harm([](IndexFixture &disk) {
        overwrite(disk.path(QStringLiteral("library/index/manifest")), -3, "x");
    }) << manifest;
    QTest::newRow("manifest of a newer Lectern") << Harm([](IndexFixture &disk) {
        overwrite(disk.path(QStringLiteral("library/index/manifest")), 8, "\x09");
    }) << manifest;
    QTest::newRow("empty manifest") << Harm([=](IndexFixture &disk) {
        cut(disk.path(QStringLiteral("library/index/manifest")), 0);
    }) << manifest;
    QTest::newRow("damaged ledger") << Harm([](IndexFixture &disk) {
        QFile file(disk.path(QStringLiteral("library/index/files.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20000, 'x'));
        QFile::remove(file.fileName() + QStringLiteral("-wal"));
    }) << QStringLiteral("files.db.damaged-*");
}

void TestLibraryIndex::open_damage_isToldAndReadAnew()
{
    QFETCH(std::function<void(IndexFixture &)>, harm);
    QFETCH(QString, setAside);
    writeStories(12);
    m_disk->read();
    const QStringList expected = m_disk->answers(m_disk->open()->corpus());
    harm(*m_disk);
    {
        const auto library = m_disk->open();
        QSignalSpy noticed(library.get(), &Library::noticed);
        library->rescan(false);
        QVERIFY(m_disk->finishes(*library));
        QTRY_COMPARE(noticed.count(), 1);
        QVERIFY(m_disk->finishes(*library));
        QCOMPARE(m_disk->answers(library->corpus()), expected);
        if (!setAside.isEmpty()) {
            const QStringList aside = m_disk->indexFiles(setAside);
            QCOMPARE(aside.size(), 1);
            QVERIFY(noticed.first().first().toString().contains(aside.first()));
        }
    }
    const auto library = m_disk->open(IndexFixture::atOnce);
    QSignalSpy noticed(library.get(), &Library::noticed);
    QCOMPARE(m_disk->answers(library->corpus()), expected);
    library->rescan(false);
    QVERIFY(m_disk->finishes(*library));
    QCOMPARE(noticed.count(), 0);
}

void TestLibraryIndex::verify_damagedWords_areFoundAndReadAnew()
{
    writeStories(30);
    m_disk->read();
    overwrite(m_disk->firstSegment(), QFileInfo(m_disk->firstSegment()).size() / 2, "\x55\xaa\x55\xaa");
    const auto library = m_disk->open(IndexFixture::atOnce);
    QSignalSpy noticed(library.get(), &Library::noticed);
    QTRY_COMPARE(noticed.count(), 1);
    QVERIFY(noticed.first().first().toString().contains(QLatin1String(".damaged-")));
    QTRY_VERIFY(library->isLoading() || library->corpus()->size() == 30);
    QVERIFY(m_disk->finishes(*library));
    QCOMPARE(library->corpus()->size(), 30);
    QCOMPARE(m_disk->answers(library->corpus()), m_disk->freshAnswers());
    QCOMPARE(m_disk->indexFiles(QStringLiteral("*.damaged-*")).size(), 1);
}

void TestLibraryIndex::open_leftovers_areRemoved()
{
    writeStories(5);
    m_disk->read();
    for (const char *name :
         {"index/77.segment", "index/1.segment.AbCdEf", "index/manifest.AbCdEf", "articles.db"})
        m_disk->write(QStringLiteral("library/") + QLatin1String(name), "left over");
    const auto library = m_disk->open();
    QCOMPARE(library->corpus()->size(), 5);
    QCOMPARE(m_disk->indexFiles(QStringLiteral("*.segment*")).size(), 1);
    QCOMPARE(m_disk->indexFiles(QStringLiteral("manifest*")).size(), 1);
    QVERIFY(!QFile::exists(m_disk->path(QStringLiteral("library/articles.db"))));
}

void TestLibraryIndex::merge_whileSearching_changesNoAnswer()
{
    writeStories(30);
    m_disk->read();
    const auto library = m_disk->open();
    LibraryIndex &index = library->index();
    const QStringList expected = m_disk->answers(library->corpus());
    // Each of these is a segment of its own, which says nothing that the queries ask for.
    std::atomic<bool> isDone = false;
    std::thread searching([&] {
        while (!isDone)
            if (m_disk->answers(index.corpus()).first() != expected.first())
                return;
    });
    size_t mostParts = 0;
    for (int i = 0; i < 150; ++i) {
        ArticleDraft draft;
        draft.source.path = m_disk->path(QStringLiteral("articles/0.txt"));
        draft.source.part = QString::number(i);
        draft.source.sha256 = QByteArray::number(i).rightJustified(64, '0');
        draft.text = QStringLiteral("Words of another sort.");
        draft.blocks.push_back({BlockKind::Paragraph, 0, {0, draft.text.size()}});
        deriveTitle(draft, QString());
        SegmentBuilder builder;
        builder.add(Article::make(std::move(draft)));
        IndexChange change;
        change.added = builder.build();
        mostParts = std::max(mostParts, index.commit(std::move(change))->parts().size());
    }
    QTRY_VERIFY(index.corpus()->parts().size() < 16);
    isDone = true;
    searching.join();
    QCOMPARE(m_disk->answers(index.corpus()).first(), expected.first());
    QCOMPARE(index.corpus()->size(), 180);
}

void TestLibraryIndex::import_mapsWhatItHasWritten()
{
    writeStories(40);
    const auto library = m_disk->open(IndexFixture::atTheEnd);
    QVERIFY(library->add({m_disk->path(QStringLiteral("articles"))}).ok());
    QVERIFY(m_disk->finishes(*library));
    // Articles in memory are those of the segment itself; mapped ones are decoded by another thread as well.
    QTRY_COMPARE(m_disk->indexFiles(QStringLiteral("*.segment")).size(), 1);
    QTRY_COMPARE(library->corpus()->parts().size(), size_t(1));
    QTRY_VERIFY(library->index().memory().mapped > 0);
    QCOMPARE(m_disk->answers(library->corpus()), m_disk->freshAnswers());
}

void TestLibraryIndex::second_process_looksOn()
{
    writeStories(10);
    m_disk->read();
    const auto first = m_disk->open();
    QVERIFY(first->index().isKept());
    const auto second = m_disk->open();
    QVERIFY(!second->index().isKept());
    QCOMPARE(second->corpus()->size(), 10);
    m_disk->write(QStringLiteral("articles/3.txt"), LibraryFixture::story(300));
    const QStringList files = m_disk->indexFiles(QStringLiteral("*.segment"));
    QSignalSpy noticed(second.get(), &Library::noticed);
    second->rescan(false);
    QVERIFY(m_disk->finishes(*second));
    QCOMPARE(m_disk->titleOf(*second, QStringLiteral("articles/3.txt")), QStringLiteral("Story number 300"));
    QCOMPARE(m_disk->indexFiles(QStringLiteral("*.segment")), files);
    QCOMPARE(noticed.count(), 0);
    QVERIFY(!second->index().compact({}).ok());
    QCOMPARE(m_disk->titleOf(*first, QStringLiteral("articles/3.txt")), QStringLiteral("Story number 3"));
}

void TestLibraryIndex::second_process_missesNothing()
{
    writeStories(10);
    m_disk->read();
    const auto first = m_disk->open();
    const auto second = m_disk->open();
    // The first one takes away what the second has mapped.
    m_disk->write(QStringLiteral("articles/3.txt"), LibraryFixture::story(300));
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("articles/4.txt"))));
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("articles/5.txt"))));
    const QString old = m_disk->firstSegment();
    first->rescan(false);
    QVERIFY(m_disk->finishes(*first));
    QTRY_VERIFY(!QFile::exists(old));
    QCOMPARE(second->corpus()->size(), 10);
    QCOMPARE(m_disk->titleOf(*second, QStringLiteral("articles/5.txt")), QStringLiteral("Story number 5"));
    second->rescan(false);
    QVERIFY(m_disk->finishes(*second));
    QCOMPARE(m_disk->answers(second->corpus()), m_disk->freshAnswers());
    QCOMPARE(m_disk->answers(first->corpus()), m_disk->freshAnswers());
}

void TestLibraryIndex::compact_dropsWhatIsDeleted()
{
    writeStories(50);
    m_disk->read();
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("articles/4.txt"))));
    const auto library = m_disk->open();
    library->rescan(false);
    QVERIFY(m_disk->finishes(*library));
    const Result<LibraryIndex::Compaction> done = library->index().compact(library->folder().roots());
    QVERIFY(done.ok());
    QVERIFY(done->bytesAfter < done->bytesBefore);
    QCOMPARE(library->index().corpus()->docLimit(), 49U);
}

QTEST_GUILESS_MAIN(TestLibraryIndex)
#include "tst_libraryindex.moc"
