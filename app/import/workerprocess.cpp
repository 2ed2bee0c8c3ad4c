#include "import/workerprocess.h"

#include "import/openinput.h"
#include "import/workerloop.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// The attributes and file actions of posix_spawn(3): standard input and output are the socket, signals are
/// as at the beginning, the process leads a group of its own, so that its children can be killed with it.
class SpawnPlan
{
public:
    explicit SpawnPlan(int socket)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, STDOUT_FILENO);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t none;
        ::sigemptyset(&none);
        sigset_t all;
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan()
    {
        ::posix_spawnattr_destroy(&m_attributes);
        ::posix_spawn_file_actions_destroy(&m_actions);
    }
    Q_DISABLE_COPY_MOVE(SpawnPlan)

    /// errno, or 0.
    int spawn(pid_t *pid, const QByteArray &program) const
    {
        QByteArray name = program;
        const std::array<char *, 2> arguments{name.data(), nullptr};
        return ::posix_spawn(pid, program.constData(), &m_actions, &m_attributes, arguments.data(), environ);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

WorkerProcess::~WorkerProcess()
{
    end();
}

Result<void> WorkerProcess::start(const QString &program)
{
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return Error{ErrorKind::Crashed,
                     u"The reading program could not be started: %1"_s.arg(systemError(errno)), program};
    const int failure = SpawnPlan(sockets[1]).spawn(&m_pid, QFile::encodeName(program));
    ::close(sockets[1]);
    if (failure != 0) {
        ::close(sockets[0]);
        m_pid = -1;
        if (failure == ENOENT)
            return Error{
                ErrorKind::NotFound,
                u"The reading program lectern-import is missing: it should be %1. Install Lectern again."_s
                    .arg(program),
                program};
        return Error{ErrorKind::Crashed,
                     u"The reading program %1 could not be started: %2"_s.arg(program, systemError(failure)),
                     program};
    }
    m_socket = sockets[0];
    return {};
}

bool WorkerProcess::isRunning()
{
    if (m_pid < 0)
        return false;
    siginfo_t info{};
    const bool ended =
        ::waitid(P_PID, id_t(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == m_pid;
    return !ended;
}

WorkerProcess::State WorkerProcess::exchange(QByteArrayView &outgoing, QByteArray &incoming, qint64 ms)
{
    pollfd wait{m_socket, short(outgoing.isEmpty() ? POLLIN : POLLIN | POLLOUT), 0};
    if (::poll(&wait, 1, int(ms)) <= 0)
        return State::Running;
    if ((wait.revents & POLLOUT) != 0) {
        const ssize_t sent =
            ::send(m_socket, outgoing.data(), size_t(outgoing.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0)
            outgoing = outgoing.sliced(sent);
    }
    if ((wait.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
        std::array<char, 65536> buffer;
        const ssize_t got = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return State::Ended;
        if (got > 0)
            incoming.append(buffer.data(), got);
    }
    return State::Running;
}

/// Kills the group and waits for its leader; the status of wait(2), that of an earlier end when it had ended
/// by itself.
int WorkerProcess::reap()
{
    ::kill(-m_pid, SIGKILL);
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    ::close(m_socket);
    m_socket = -1;
    return status;
}

void WorkerProcess::end()
{
    if (m_pid >= 0)
        reap();
}

Error WorkerProcess::endAndDiagnose(const ImportLimits &limits)
{
    const int status = m_pid >= 0 ? reap() : 0;
    const int code = WIFEXITED(status)     ? WEXITSTATUS(status)
                     : WIFSIGNALED(status) ? WorkerStatus::signalBase + WTERMSIG(status)
                                           : 0;
    if (code == WorkerStatus::outOfMemory)
        return {
            ErrorKind::Limit,
            u"Reading it needs more memory than the %L1 MiB allowed. Import it alone without limits."_s.arg(
                limits.addressSpace >> 20),
            {}};
    if (code == WorkerStatus::noChild)
        return {ErrorKind::Crashed,
                u"The system could not start another process. Close some programs and try again."_s,
                {}};
    const int signal = code - WorkerStatus::signalBase;
    if (signal == SIGXCPU || signal == SIGALRM)
        return {
            ErrorKind::Timeout,
            u"Reading it took more than %1 s of computing. Import it alone without limits to wait longer."_s
                .arg(limits.cpuSeconds),
            {}};
    if (signal == SIGKILL)
        return {ErrorKind::Crashed,
                u"The reading program was stopped by the system, perhaps for want of memory."_s,
                {}};
    if (signal > 0)
        return {
            ErrorKind::Crashed,
            u"The reading program crashed on it (signal %1). The other files are not affected."_s.arg(signal),
            {}};
    return {ErrorKind::Crashed, u"The reading program ended without an answer (status %1)."_s.arg(code), {}};
}

} // namespace Lectern
