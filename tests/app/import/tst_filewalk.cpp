#include "import/filewalk.h"
#include "import/openinput.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

struct Walked
{
    QStringList found;
    QStringList failed;
};

Walked walk(const QStringList &paths)
{
    Walked walked;
    walkFiles(
        paths,
        [&](const FoundFile &file) {
            walked.found << file.path;
            return true;
        },
        [&](const Error &error) {
            walked.failed << error.path;
            return true;
        });
    return walked;
}

} // namespace

/// Walking folders and opening what is found.
class TestFileWalk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void walk_isRecursiveAndSorted()
    {
        for (const char *name : {"b.txt", "a/2.txt", "a/1.txt", "c/d/e.txt", ".hidden", ".git/x"})
            write(name);
        const Walked walked = walk({path("")});
        QCOMPARE(walked.found,
                 (QStringList{path("a/1.txt"), path("a/2.txt"), path("b.txt"), path("c/d/e.txt")}));
        QVERIFY(walked.failed.isEmpty());
    }

    void walk_tellsSizeAndTime()
    {
        write("a.txt", "12345");
        std::vector<FoundFile> files;
        walkFiles(
            {path("a.txt")},
            [&](const FoundFile &file) {
                files.push_back(file);
                return true;
            },
            [](const Error &) { return true; });
        QCOMPARE(files.size(), 1u);
        QCOMPARE(files[0].bytes, 5);
        QVERIFY(files[0].modifiedMs > 0);
    }

    void walk_cutsLoopsAndDoubles()
    {
        write("a/1.txt");
        QVERIFY(QFile::link(path(""), path("a/loop")));
        QVERIFY(QFile::link(path("a/1.txt"), path("a/2.txt")));
        QCOMPARE(walk({path(""), path("a"), path("a/1.txt")}).found, QStringList{path("a/1.txt")});
    }

    void walk_passesPipesInFoldersAndFailsThoseGiven()
    {
        write("a.txt");
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        QCOMPARE(walk({path("")}).found, QStringList{path("a.txt")});
        QVERIFY(walk({path("")}).failed.isEmpty());
        QCOMPARE(walk({path("pipe")}).failed, QStringList{path("pipe")});
    }

    void walk_failsWhatIsNotThere()
    {
        write("a.txt");
        QVERIFY(QFile::link(path("nowhere"), path("dangling.txt")));
        const Walked walked = walk({path("missing"), path("")});
        QCOMPARE(walked.failed, (QStringList{path("missing"), path("dangling.txt")}));
        QCOMPARE(walked.found, QStringList{path("a.txt")});
    }

    void walk_failsAFolderThatRefuses()
    {
        if (::geteuid() == 0)
            QSKIP("The superuser reads everything.");
        write("closed/a.txt");
        QVERIFY(QFile::setPermissions(path("closed"), QFile::Permissions()));
        QCOMPARE(walk({path("")}).failed, QStringList{path("closed")});
        QVERIFY(
            QFile::setPermissions(path("closed"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void walk_stopsWhenTold()
    {
        write("a.txt");
        write("b.txt");
        int count = 0;
        walkFiles(
            {path("")}, [&](const FoundFile &) { return ++count < 1; }, [](const Error &) { return true; });
        QCOMPARE(count, 1);
    }

    void open_readsAFile()
    {
        write("a.txt", "words");
        const Result<OpenedInput> input = openInput(path("a.txt"), 5);
        QVERIFY(input.ok());
        QCOMPARE(input->bytes, QByteArray("words"));
        QVERIFY(input->modifiedMs > 0);
    }

    void open_namesWhatItRefuses_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << u"missing"_s << u"unreadable"_s << u"No such file"_s;
        QTest::newRow("folder") << u"folder"_s << u"unreadable"_s << u"folder"_s;
        QTest::newRow("pipe") << u"pipe"_s << u"unreadable"_s << u"pipe"_s;
        QTest::newRow("large") << u"large"_s << u"limit"_s << u"larger"_s;
    }

    void open_namesWhatItRefuses()
    {
        QFETCH(QString, what);
        QFETCH(QString, says);
        write("folder/a.txt");
        write("large", QByteArray(2000, 'a'));
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        const Result<OpenedInput> input = openInput(path(what), 1000);
        QVERIFY(!input.ok());
        QTEST(name(input.error().kind), "kind");
        QVERIFY2(input.error().message.contains(says), qPrintable(input.error().message));
        QCOMPARE(input.error().path, path(what));
    }

    void open_refusesWithoutPermission()
    {
        if (::geteuid() == 0)
            QSKIP("The superuser reads everything.");
        write("a.txt");
        QVERIFY(QFile::setPermissions(path("a.txt"), QFile::Permissions()));
        QCOMPARE(openInput(path("a.txt"), 0).error().message, u"Permission denied."_s);
    }

    void open_refusesDevices() { QCOMPARE(openInput(u"/dev/zero"_s, 0).error().kind, ErrorKind::Unreadable); }

    void open_readsFilesThatHideTheirSize()
    {
        const Result<OpenedInput> input = openInput(u"/proc/self/status"_s, 0);
        QVERIFY(input.ok());
        QVERIFY(!input->bytes.isEmpty());
    }

private:
    QString path(const QString &name) const { return QDir::cleanPath(m_folder->path() + u'/' + name); }
    void write(const QString &name, const QByteArray &bytes = "words")
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFileWalk)
#include "tst_filewalk.moc"
