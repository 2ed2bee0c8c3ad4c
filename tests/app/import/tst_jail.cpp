#include "import/jail.h"

#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

enum Broken { Open = 1, Socket = 2, Fork = 4, Exec = 8, Memory = 16, Words = 32 };

/// In a jailed process: what still works that must not; 64 when there is no wall that forbids forking.
int probe()
{
    const QString walls = enterJail({});
    int broken = 0;
    if (::open("/etc/passwd", O_RDONLY) >= 0)
        broken |= Open;
    if (::socket(AF_INET, SOCK_STREAM, 0) >= 0)
        broken |= Socket;
    if (walls.isEmpty())
        broken |= Words;
    if (!walls.contains(u"seccomp"))
        return broken | 64;
    if (::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
        MAP_FAILED)
        broken |= Memory;
    char name[] = "/bin/true";
    char *arguments[] = {name, nullptr};
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    if (child > 0)
        broken |= Fork;
    ::execv(name, arguments);
    return broken;
}

/// In a process that may read one folder: 1 when it cannot, 2 when it can read another, 4 when it can write
/// there; 64 when there is no landlock, and nothing may be read.
int probeFolder()
{
    const QString walls = enterJail({}, "/etc/ssl");
    const int folder = ::open("/etc/ssl", O_RDONLY | O_DIRECTORY);
    int broken = folder < 0 ? 1 : 0;
    if (::open("/etc/passwd", O_RDONLY) >= 0)
        broken |= 2;
    if (::open("/etc/ssl/lectern", O_WRONLY | O_CREAT, 0600) >= 0)
        broken |= 4;
    if (!walls.contains(u"landlock"))
        return folder < 0 ? 64 : 1;
    return broken;
}

} // namespace

class TestJail : public QObject
{
    Q_OBJECT

private slots:
    void jailedProcess_canDoNothing()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("The sanitizers need what the jail forbids.");
#endif
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0)
            ::_exit(probe());
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status) & ~64, 0);
        if ((WEXITSTATUS(status) & 64) != 0)
            qInfo("seccomp is not there: forking and executing were not probed.");
    }

    void folder_isAllThatCanBeRead()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("The sanitizers need what the jail forbids.");
#endif
        if (!QFile::exists(u"/etc/ssl"_s))
            QSKIP("There is no folder to read.");
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0)
            ::_exit(probeFolder());
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status) & ~64, 0);
    }
};

QTEST_GUILESS_MAIN(TestJail)
#include "tst_jail.moc"
