#include "libraryfixture.h"

#include <QSignalSpy>

using namespace Lectern;

/// Folders that come, move, go and come back while they are watched.
class TestWatchedFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void added_folder_showsWhatIsInIt();
    void renamed_folder_keepsItsArticles();
    void deleted_folder_leaves();
    void vanishedFolder_keepsItsArticles_andGoesOnWhenItIsBack();
    void fileOfItsOwn_isWatched();
    void removedFolder_isWatchedNoLonger();
    void otherProgram_addsAndRemovesFolders();
    void ownFolder_insideAWatchedOne_isNotRead();

private:
    void addArticles()
    {
        QVERIFY(m_library->add({m_disk->path(QStringLiteral("articles"))}).ok());
        QVERIFY(LibraryFixture::finishes(*m_library));
    }
    QString title(const QString &name) const { return m_disk->titleOf(*m_library, name); }

    std::unique_ptr<LibraryFixture> m_disk;
    std::unique_ptr<Library> m_library;
};

void TestWatchedFolders::init()
{
    m_disk = std::make_unique<LibraryFixture>();
    m_disk->write(QStringLiteral("articles/a.txt"), LibraryFixture::story(1));
    m_disk->write(QStringLiteral("articles/deep/down/b.txt"), LibraryFixture::story(2));
    m_library = m_disk->openLibrary();
    QVERIFY(m_library);
    m_library->watch();
    addArticles();
    QCOMPARE(m_library->corpus()->size(), 2);
}

void TestWatchedFolders::cleanup()
{
    m_library.reset();
    m_disk.reset();
}

void TestWatchedFolders::added_folder_showsWhatIsInIt()
{
    m_disk->write(QStringLiteral("elsewhere/x/y/new.txt"), LibraryFixture::story(3));
    QVERIFY(QDir().rename(m_disk->path(QStringLiteral("elsewhere")),
                          m_disk->path(QStringLiteral("articles/elsewhere"))));
    QTRY_COMPARE(title(QStringLiteral("articles/elsewhere/x/y/new.txt")), QStringLiteral("Story number 3"));
    // And it is watched from now on.
    m_disk->write(QStringLiteral("articles/elsewhere/x/y/newer.txt"), LibraryFixture::story(4));
    QTRY_COMPARE(title(QStringLiteral("articles/elsewhere/x/y/newer.txt")), QStringLiteral("Story number 4"));
}

void TestWatchedFolders::renamed_folder_keepsItsArticles()
{
    QVERIFY(QDir().rename(m_disk->path(QStringLiteral("articles/deep")),
                          m_disk->path(QStringLiteral("articles/high"))));
    QTRY_COMPARE(title(QStringLiteral("articles/high/down/b.txt")), QStringLiteral("Story number 2"));
    QTRY_COMPARE(title(QStringLiteral("articles/deep/down/b.txt")), QString());
    QCOMPARE(m_library->corpus()->size(), 2);
    m_disk->write(QStringLiteral("articles/high/down/c.txt"), LibraryFixture::story(3));
    QTRY_COMPARE(title(QStringLiteral("articles/high/down/c.txt")), QStringLiteral("Story number 3"));
}

void TestWatchedFolders::deleted_folder_leaves()
{
    QVERIFY(QDir(m_disk->path(QStringLiteral("articles/deep"))).removeRecursively());
    QTRY_COMPARE(m_library->corpus()->size(), 1);
    QCOMPARE(title(QStringLiteral("articles/a.txt")), QStringLiteral("Story number 1"));
}

void TestWatchedFolders::vanishedFolder_keepsItsArticles_andGoesOnWhenItIsBack()
{
    QSignalSpy rootsChanged(m_library.get(), &Library::rootsChanged);
    QSignalSpy finished(m_library.get(), &Library::loadFinished);
    QVERIFY(QDir().rename(m_disk->path(QStringLiteral("articles")), m_disk->path(QStringLiteral("away"))));
    QTRY_COMPARE(rootsChanged.count(), 1);
    QVERIFY(!m_library->roots().front().isReachable);
    m_library->rescan(false);
    QVERIFY(LibraryFixture::finishes(*m_library));
    QCOMPARE(m_library->corpus()->size(), 2);
    QCOMPARE(m_library->failures().size(), size_t(1));

    m_disk->write(QStringLiteral("away/deep/new.txt"), LibraryFixture::story(3));
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("away/a.txt"))));
    QVERIFY(QDir().rename(m_disk->path(QStringLiteral("away")), m_disk->path(QStringLiteral("articles"))));
    QTRY_COMPARE(title(QStringLiteral("articles/deep/new.txt")), QStringLiteral("Story number 3"));
    QTRY_COMPARE(title(QStringLiteral("articles/a.txt")), QString());
    QTRY_VERIFY(m_library->failures().empty());
    QCOMPARE(m_library->corpus()->size(), 2);
    m_disk->write(QStringLiteral("articles/deep/newer.txt"), LibraryFixture::story(4));
    QTRY_COMPARE(title(QStringLiteral("articles/deep/newer.txt")), QStringLiteral("Story number 4"));
}

void TestWatchedFolders::fileOfItsOwn_isWatched()
{
    m_disk->write(QStringLiteral("single/one.txt"), LibraryFixture::story(20));
    QVERIFY(m_library->add({m_disk->path(QStringLiteral("single/one.txt"))}).ok());
    QVERIFY(LibraryFixture::finishes(*m_library));
    m_disk->write(QStringLiteral("single/other.txt"), LibraryFixture::story(21));
    m_disk->write(QStringLiteral("single/one.txt"), LibraryFixture::story(2200));
    QTRY_COMPARE(title(QStringLiteral("single/one.txt")), QStringLiteral("Story number 2200"));
    QCOMPARE(title(QStringLiteral("single/other.txt")), QString());
    // Gone, it may be on its way to come back.
    QSignalSpy rootsChanged(m_library.get(), &Library::rootsChanged);
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("single/one.txt"))));
    QTRY_VERIFY(rootsChanged.count() > 0);
    QCOMPARE(title(QStringLiteral("single/one.txt")), QStringLiteral("Story number 2200"));
    m_disk->write(QStringLiteral("single/one.txt"), LibraryFixture::story(23));
    QTRY_COMPARE(title(QStringLiteral("single/one.txt")), QStringLiteral("Story number 23"));
}

void TestWatchedFolders::removedFolder_isWatchedNoLonger()
{
    m_disk->write(QStringLiteral("two/c.txt"), LibraryFixture::story(3));
    QVERIFY(m_library->add({m_disk->path(QStringLiteral("two"))}).ok());
    QVERIFY(LibraryFixture::finishes(*m_library));
    QVERIFY(m_library->remove({m_disk->path(QStringLiteral("articles"))}).ok());
    QVERIFY(LibraryFixture::finishes(*m_library));
    m_disk->write(QStringLiteral("articles/new.txt"), LibraryFixture::story(4));
    m_disk->write(QStringLiteral("two/new.txt"), LibraryFixture::story(5));
    QTRY_COMPARE(title(QStringLiteral("two/new.txt")), QStringLiteral("Story number 5"));
    QCOMPARE(m_library->corpus()->size(), 2);
}

void TestWatchedFolders::otherProgram_addsAndRemovesFolders()
{
    m_disk->write(QStringLiteral("two/c.txt"), LibraryFixture::story(3));
    Result<LibraryFolder> other = LibraryFolder::open(m_disk->path(QStringLiteral("library")));
    QVERIFY(other->addRoots({m_disk->path(QStringLiteral("two"))}).ok());
    QTRY_COMPARE(title(QStringLiteral("two/c.txt")), QStringLiteral("Story number 3"));
    QVERIFY(other->removeRoots({m_disk->path(QStringLiteral("articles"))}).ok());
    QTRY_COMPARE(m_library->corpus()->size(), 1);
    QCOMPARE(m_library->folder().roots(), QStringList(m_disk->path(QStringLiteral("two"))));
}

void TestWatchedFolders::ownFolder_insideAWatchedOne_isNotRead()
{
    // Everything that is read changes the cache; were the cache read, this would never end.
    QVERIFY(m_library->add({m_disk->path(QString())}).ok());
    QVERIFY(LibraryFixture::finishes(*m_library));
    m_disk->write(QStringLiteral("articles/new.txt"), LibraryFixture::story(3));
    QTRY_COMPARE(m_library->corpus()->size(), 3);
    QSignalSpy finished(m_library.get(), &Library::loadFinished);
    m_disk->write(QStringLiteral("articles/newer.txt"), LibraryFixture::story(4));
    QTRY_COMPARE(m_library->corpus()->size(), 4);
    m_disk->write(QStringLiteral("articles/newest.txt"), LibraryFixture::story(5));
    QTRY_COMPARE(m_library->corpus()->size(), 5);
    QCOMPARE(finished.count(), 2);
}

QTEST_GUILESS_MAIN(TestWatchedFolders)
#include "tst_watchedfolders.moc"
