#include "libraryfixture.h"

#include <QSignalSpy>

using namespace Lectern;

/// Folders that leave the library and come back.
class TestLibraryRemove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void remove_folder_takesItsArticlesAndFailures();
    void remove_thenAdd_bringsEverythingBack();
    void remove_isRememberedAtOnce();
    void remove_cannotBeRemembered_removesNothing();
    void remove_whatIsNoRoot_isRefused_data();
    void remove_whatIsNoRoot_isRefused();
    void remove_whileReading_readsTheOthersToTheirEnd();
    void remove_folderWithTheOnlyListedCopy_showsTheOther();
    void rescan_goneFailure_isForgotten();
    void rescan_fewerRecords_dropsTheRest();
    void rescan_changedIntoACopy_dropsWhatItWas();
    void roots_tellWhatCameOfThem();

private:
    std::unique_ptr<LibraryFixture> m_disk;
};

void TestLibraryRemove::init()
{
    m_disk = std::make_unique<LibraryFixture>();
    m_disk->write(QStringLiteral("one/a.txt"), LibraryFixture::story(1));
    m_disk->write(QStringLiteral("one/b.txt"), LibraryFixture::story(2));
    m_disk->write(QStringLiteral("one/empty.txt"), "");
    m_disk->write(QStringLiteral("two/c.txt"), LibraryFixture::story(3));
}

void TestLibraryRemove::remove_folder_takesItsArticlesAndFailures()
{
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one")), m_disk->path(QStringLiteral("two"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 3);
    QCOMPARE(library->failures().size(), size_t(1));
    QVERIFY(library->remove({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
    QVERIFY(library->failures().empty());
    QCOMPARE(m_disk->titleOf(*library, QStringLiteral("two/c.txt")), QStringLiteral("Story number 3"));
    QVERIFY(QFile::exists(m_disk->path(QStringLiteral("one/a.txt"))));
}

void TestLibraryRemove::remove_thenAdd_bringsEverythingBack()
{
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one")), m_disk->path(QStringLiteral("two"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    const ArticleId id = library->findAt(m_disk->path(QStringLiteral("one/a.txt")), QString())->id();
    QVERIFY(library->remove({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(library->add({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 3);
    QCOMPARE(library->failures().size(), size_t(1));
    QVERIFY(library->find(id));
}

void TestLibraryRemove::remove_isRememberedAtOnce()
{
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one")), m_disk->path(QStringLiteral("two"))}).ok());
    QVERIFY(library->remove({m_disk->path(QStringLiteral("one"))}).ok());
    // Still reading, and another program asks.
    const auto again = m_disk->openLibrary();
    QCOMPARE(again->folder().roots(), QStringList(m_disk->path(QStringLiteral("two"))));
    QVERIFY(LibraryFixture::finishes(*library));
}

void TestLibraryRemove::remove_cannotBeRemembered_removesNothing()
{
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    // A folder where the list should be: not even root can write it.
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("library/folders.json"))));
    QVERIFY(QDir().mkpath(m_disk->path(QStringLiteral("library/folders.json/x"))));
    const Result<void> removed = library->remove({m_disk->path(QStringLiteral("one"))});
    QVERIFY(!removed.ok());
    QCOMPARE(removed.error().kind, ErrorKind::Disk);
    QVERIFY(removed.error().message.contains(QStringLiteral("Nothing was removed.")));
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 2);
    QCOMPARE(library->folder().roots().size(), 1);
}

void TestLibraryRemove::remove_whatIsNoRoot_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isBelow");
    QTest::newRow("unknown") << QStringLiteral("two") << false;
    QTest::newRow("begins alike") << QStringLiteral("on") << false;
    QTest::newRow("lies in a folder") << QStringLiteral("one/a.txt") << true;
}

void TestLibraryRemove::remove_whatIsNoRoot_isRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, isBelow);
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    const Result<void> removed = library->remove({m_disk->path(QStringLiteral("one")), m_disk->path(name)});
    QVERIFY(!removed.ok());
    QCOMPARE(removed.error().kind, ErrorKind::NotFound);
    QCOMPARE(removed.error().path, m_disk->path(name));
    QCOMPARE(removed.error().message.contains(m_disk->path(QStringLiteral("one"))), isBelow);
    QCOMPARE(library->corpus()->size(), 2);
    QCOMPARE(library->folder().roots().size(), 1);
}

void TestLibraryRemove::remove_whileReading_readsTheOthersToTheirEnd()
{
    for (int i = 0; i < 300; ++i)
        m_disk->write(QStringLiteral("%1/%2.txt").arg(i % 2 == 0 ? "one" : "two").arg(i),
                      LibraryFixture::story(100 + i));
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one")), m_disk->path(QStringLiteral("two"))}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(library->corpus()->size() > 0, 30000);
    QVERIFY(library->remove({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 151);
    QVERIFY(library->failures().empty());
    for (DocNumber doc = 0; doc < library->corpus()->docLimit(); ++doc)
        if (library->corpus()->isLive(doc))
            QVERIFY(library->corpus()->article(doc)->source().path.startsWith(
                m_disk->path(QStringLiteral("two/"))));
}

void TestLibraryRemove::remove_folderWithTheOnlyListedCopy_showsTheOther()
{
    m_disk->write(QStringLiteral("two/copy-of-a.txt"), LibraryFixture::story(1));
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one")), m_disk->path(QStringLiteral("two"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 3);
    QVERIFY(library->remove({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 2);
    QCOMPARE(m_disk->titleOf(*library, QStringLiteral("two/copy-of-a.txt")),
             QStringLiteral("Story number 1"));
}

void TestLibraryRemove::rescan_goneFailure_isForgotten()
{
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->failures().size(), size_t(1));
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("one/empty.txt"))));
    library->rescan(false);
    QVERIFY(LibraryFixture::finishes(*library));
    QVERIFY(library->failures().empty());
}

void TestLibraryRemove::rescan_fewerRecords_dropsTheRest()
{
    const QByteArray first = "{\"id\":\"1\",\"title\":\"First\",\"text\":\"Words of the first.\"}\n";
    const QByteArray second = "{\"id\":\"2\",\"title\":\"Second\",\"text\":\"Words of the other.\"}\n";
    m_disk->write(QStringLiteral("two/all.jsonl"), first + second);
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("two"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 3);
    m_disk->write(QStringLiteral("two/all.jsonl"), second);
    library->rescan(false);
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 2);
    QVERIFY(!library->findAt(m_disk->path(QStringLiteral("two/all.jsonl")), QStringLiteral("1")));
    QVERIFY(library->findAt(m_disk->path(QStringLiteral("two/all.jsonl")), QStringLiteral("2")));
}

void TestLibraryRemove::rescan_changedIntoACopy_dropsWhatItWas()
{
    const auto library = m_disk->openLibrary();
    QVERIFY(library->add({m_disk->path(QStringLiteral("one"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    m_disk->write(QStringLiteral("one/b.txt"), LibraryFixture::story(1) + " ");
    m_disk->write(QStringLiteral("one/a.txt"), LibraryFixture::story(1) + " ");
    library->rescan(false);
    QVERIFY(LibraryFixture::finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
}

void TestLibraryRemove::roots_tellWhatCameOfThem()
{
    const auto library = m_disk->openLibrary();
    QVERIFY(
        library->add({m_disk->path(QStringLiteral("one")), m_disk->path(QStringLiteral("two/c.txt"))}).ok());
    QVERIFY(LibraryFixture::finishes(*library));
    std::vector<LibraryRoot> roots = library->roots();
    QCOMPARE(roots.size(), size_t(2));
    QCOMPARE(roots[0].path, m_disk->path(QStringLiteral("one")));
    QVERIFY(roots[0].isFolder && roots[0].isReachable);
    QCOMPARE(roots[0].articles, 2);
    QCOMPARE(roots[0].failures, 1);
    QVERIFY(!roots[1].isFolder);
    QCOMPARE(roots[1].articles, 1);
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("two/c.txt"))));
    roots = library->roots();
    QVERIFY(!roots[1].isReachable && !roots[1].isFolder);
}

QTEST_GUILESS_MAIN(TestLibraryRemove)
#include "tst_libraryremove.moc"
