#include "library/library.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Lectern;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(bytes);
}

QByteArray story(int number)
{
    return "Story number " + QByteArray::number(number) + "\n\nThe harbour was quiet on day " +
           QByteArray::number(number) + ".\n\nNobody came to the quay before noon.\n";
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void add_folder_readsEveryFile();
    void add_unreadable_isAFailureByName();
    void add_twice_addsNothing();
    void start_again_findsWhatWasThere();
    void rescan_changedFile_replacesItsArticle();
    void rescan_goneFile_leaves();
    void rescan_renamedFile_keepsItsArticle();
    void rescan_goneFolder_keepsArticlesAndSaysSo();
    void cancel_keepsWhatWasRead();
    void roots_belowAnother_areNotAddedTwice();

private:
    QString folder(const QString &name) const { return m_dir->filePath(name); }
    std::unique_ptr<Library> openLibrary() const
    {
        Result<LibraryFolder> opened = LibraryFolder::open(folder(QStringLiteral("library")));
        return opened ? std::make_unique<Library>(*opened) : nullptr;
    }
    static bool finishes(Library &library)
    {
        return QTest::qWaitFor([&library] { return !library.isLoading(); }, 120000);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestLibrary::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestLibrary::add_folder_readsEveryFile()
{
    for (int i = 0; i < 120; ++i)
        write(folder(QStringLiteral("articles/%1.txt").arg(i)), story(i));
    const auto library = openLibrary();
    QVERIFY(library);
    QSignalSpy finished(library.get(), &Library::loadFinished);
    QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
    QVERIFY(library->isLoading());
    QVERIFY(finishes(*library));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(library->corpus()->size(), 120);
    QCOMPARE(library->filesDone(), 120);
    QVERIFY(library->failures().empty());
    const ArticlePtr one = library->findAt(folder(QStringLiteral("articles/7.txt")), QString());
    QVERIFY(one);
    QCOMPARE(one->title(), QStringLiteral("Story number 7"));
    QCOMPARE(library->find(one->id()), one);
}

void TestLibrary::add_unreadable_isAFailureByName()
{
    write(folder(QStringLiteral("articles/good.txt")), story(1));
    write(folder(QStringLiteral("articles/empty.txt")), "");
    write(folder(QStringLiteral("articles/picture.txt")), QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11));
    const auto library = openLibrary();
    QVERIFY(library->add({folder(QStringLiteral("articles")), folder(QStringLiteral("nowhere"))}).ok());
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
    QStringList failed;
    for (const ImportFailure &failure : library->failures()) {
        failed += QFileInfo(failure.error.path).fileName() + QLatin1Char(' ') + name(failure.error.kind);
        QVERIFY(!failure.error.message.isEmpty());
    }
    failed.sort();
    QCOMPARE(failed.size(), 3);
    QCOMPARE(failed[0], QStringLiteral("empty.txt empty"));
    QVERIFY(failed[1].startsWith(QLatin1String("nowhere ")));
    QCOMPARE(failed[2], QStringLiteral("picture.txt unsupported"));
}

void TestLibrary::add_twice_addsNothing()
{
    write(folder(QStringLiteral("articles/a.txt")), story(1));
    write(folder(QStringLiteral("articles/copy-of-a.txt")), story(1));
    const auto library = openLibrary();
    QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
    QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
}

void TestLibrary::start_again_findsWhatWasThere()
{
    for (int i = 0; i < 30; ++i)
        write(folder(QStringLiteral("articles/%1.txt").arg(i)), story(i));
    write(folder(QStringLiteral("articles/empty.txt")), "");
    ArticleId id;
    {
        const auto library = openLibrary();
        QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
        QVERIFY(finishes(*library));
        id = library->findAt(folder(QStringLiteral("articles/3.txt")), QString())->id();
    }
    const auto library = openLibrary();
    library->rescan(false);
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 30);
    QCOMPARE(library->failures().size(), size_t(1));
    QVERIFY(library->find(id));
}

void TestLibrary::rescan_changedFile_replacesItsArticle()
{
    const QString path = folder(QStringLiteral("articles/a.txt"));
    write(path, story(1));
    write(folder(QStringLiteral("articles/b.txt")), story(2));
    const auto library = openLibrary();
    QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
    QVERIFY(finishes(*library));
    const ArticleId before = library->findAt(path, QString())->id();
    write(path, story(100));
    library->rescan(false);
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 2);
    QVERIFY(!library->find(before));
    QCOMPARE(library->findAt(path, QString())->title(), QStringLiteral("Story number 100"));
}

void TestLibrary::rescan_goneFile_leaves()
{
    write(folder(QStringLiteral("articles/a.txt")), story(1));
    write(folder(QStringLiteral("articles/b.txt")), story(2));
    const auto library = openLibrary();
    QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
    QVERIFY(finishes(*library));
    QVERIFY(QFile::remove(folder(QStringLiteral("articles/a.txt"))));
    library->rescan(false);
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
    QVERIFY(!library->findAt(folder(QStringLiteral("articles/a.txt")), QString()));
    QVERIFY(library->findAt(folder(QStringLiteral("articles/b.txt")), QString()));
}

void TestLibrary::rescan_renamedFile_keepsItsArticle()
{
    write(folder(QStringLiteral("articles/a.txt")), story(1));
    const auto library = openLibrary();
    QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
    QVERIFY(finishes(*library));
    const ArticleId id = library->findAt(folder(QStringLiteral("articles/a.txt")), QString())->id();
    QVERIFY(
        QFile::rename(folder(QStringLiteral("articles/a.txt")), folder(QStringLiteral("articles/z.txt"))));
    library->rescan(false);
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
    QVERIFY(library->find(id));
    QCOMPARE(library->find(id)->source().path, folder(QStringLiteral("articles/z.txt")));
}

void TestLibrary::rescan_goneFolder_keepsArticlesAndSaysSo()
{
    write(folder(QStringLiteral("articles/a.txt")), story(1));
    {
        const auto library = openLibrary();
        QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
        QVERIFY(finishes(*library));
    }
    QVERIFY(QDir().rename(folder(QStringLiteral("articles")), folder(QStringLiteral("unplugged"))));
    const auto library = openLibrary();
    library->rescan(false);
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
    QCOMPARE(library->failures().size(), size_t(1));
    QCOMPARE(library->failures().front().error.path, folder(QStringLiteral("articles")));
    library->rescan(false);
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 1);
}

void TestLibrary::cancel_keepsWhatWasRead()
{
    for (int i = 0; i < 2000; ++i)
        write(folder(QStringLiteral("articles/%1.txt").arg(i)), story(i));
    const auto library = openLibrary();
    QSignalSpy finished(library.get(), &Library::loadFinished);
    QVERIFY(library->add({folder(QStringLiteral("articles"))}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(library->corpus()->size() > 0, 30000);
    library->cancel();
    QVERIFY(finishes(*library));
    QCOMPARE(finished.first().at(1).toBool(), true);
    const qsizetype some = library->corpus()->size();
    QVERIFY(some > 0);
    library->rescan(false);
    QVERIFY(finishes(*library));
    QCOMPARE(library->corpus()->size(), 2000);
}

void TestLibrary::roots_belowAnother_areNotAddedTwice()
{
    QDir().mkpath(folder(QStringLiteral("a/b")));
    Result<LibraryFolder> library = LibraryFolder::open(folder(QStringLiteral("library")));
    QVERIFY(library.ok());
    QVERIFY(library->addRoots({folder(QStringLiteral("a/b")), folder(QStringLiteral("ab"))}).ok());
    QVERIFY(library->addRoots({folder(QStringLiteral("a"))}).ok());
    QCOMPARE(library->roots(), QStringList({folder(QStringLiteral("ab")), folder(QStringLiteral("a"))}));
    QVERIFY(library->addRoots({folder(QStringLiteral("a/b"))}).ok());
    QCOMPARE(library->roots().size(), 2);
    Result<LibraryFolder> again = LibraryFolder::open(folder(QStringLiteral("library")));
    QCOMPARE(again->roots(), library->roots());
}

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
