#include "import/jail.h"

#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdint>
#include <initializer_list>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef LECTERN_HAVE_SECCOMP
#include <seccomp.h>
#endif

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// The sanitizers map terabytes of shadow memory and read /proc when they report.
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

constexpr rlim_t mostOpenFiles = 16; ///< where a folder may be read

bool setLimit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard)
{
    const rlimit limit{soft, hard};
    return ::setrlimit(resource, &limit) == 0;
}

bool setLimits(const ImportLimits &limits, rlim_t openFiles)
{
    bool all = setLimit(RLIMIT_CORE, 0, 0);
    if (limits.cpuSeconds > 0)
        all = setLimit(RLIMIT_CPU, rlim_t(limits.cpuSeconds), rlim_t(limits.cpuSeconds) + 2) && all;
    // The parent keeps the wall time; this is for the case that it dies. SIGALRM ends the process.
    if (limits.wallSeconds > 0)
        ::alarm(unsigned(limits.wallSeconds) + 5);
    if (isSanitized)
        return all;
    if (limits.addressSpace > 0)
        all = setLimit(RLIMIT_AS, rlim_t(limits.addressSpace), rlim_t(limits.addressSpace)) && all;
    all = setLimit(RLIMIT_FSIZE, 0, 0) && all;
    all = setLimit(RLIMIT_NPROC, 0, 0) && all;
    return setLimit(RLIMIT_NOFILE, openFiles, openFiles) && all;
}

/// Lets the files and folders beneath a folder be read; nothing when there is no such folder.
void allowReading(int ruleset, const char *folder)
{
    constexpr long addRule = 445;
    constexpr int pathBeneath = 1;
    constexpr std::uint64_t readFile = 1U << 2;
    constexpr std::uint64_t readFolder = 1U << 3;
    const int parent = ::open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (parent < 0)
        return;
    // linux/landlock.h packs it.
    struct __attribute__((packed))
    {
        std::uint64_t access;
        std::int32_t parent;
    } rule{readFile | readFolder, parent};
    ::syscall(addRule, ruleset, pathBeneath, &rule, 0UL);
    ::close(parent);
}

/// Landlock with at most one rule that allows something, reading beneath a folder: no other path can be
/// opened, none created, removed or executed, no TCP port bound or connected.
bool enterLandlock(const char *readableFolder)
{
    constexpr long createRuleset = 444;
    constexpr long restrictSelf = 446;
    constexpr unsigned long askVersion = 1;
    const long version = ::syscall(createRuleset, nullptr, size_t(0), askVersion);
    if (version < 1)
        return false;
    // linux/landlock.h as far as the running kernel knows it, which may be newer than the one built against.
    struct
    {
        std::uint64_t files;
        std::uint64_t network;
    } denied{(1U << 13) - 1, 0};
    if (version >= 2)
        denied.files |= 1U << 13; // REFER
    if (version >= 3)
        denied.files |= 1U << 14; // TRUNCATE
    if (version >= 4)
        denied.network = 3; // BIND_TCP, CONNECT_TCP
    if (version >= 5)
        denied.files |= 1U << 15; // IOCTL_DEV
    const size_t size = version >= 4 ? sizeof denied : sizeof denied.files;
    const int ruleset = int(::syscall(createRuleset, &denied, size, 0UL));
    if (ruleset < 0)
        return false;
    if (readableFolder != nullptr)
        allowReading(ruleset, readableFolder);
    const bool done = ::syscall(restrictSelf, ruleset, 0UL) == 0;
    ::close(ruleset);
    return done;
}

#ifdef LECTERN_HAVE_SECCOMP
bool allow(scmp_filter_ctx filter, std::initializer_list<int> calls)
{
    bool done = true;
    for (const int call : calls)
        // A call that this architecture does not have is none to allow.
        if (const int result = ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
            result != 0 && result != -EDOM && result != -EINVAL)
            done = false;
    return done;
}

/// Every call but these fails with EPERM: reading and writing what is open, memory that is not executable,
/// time, ending; and opening, where landlock says what.
bool enterSeccomp(bool mayOpen)
{
    const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == nullptr)
        return false;
    bool done = allow(filter, {SCMP_SYS(read),
                               SCMP_SYS(readv),
                               SCMP_SYS(write),
                               SCMP_SYS(writev),
                               SCMP_SYS(close),
                               SCMP_SYS(fstat),
                               SCMP_SYS(lseek),
                               SCMP_SYS(brk),
                               SCMP_SYS(munmap),
                               SCMP_SYS(mremap),
                               SCMP_SYS(madvise),
                               SCMP_SYS(futex),
                               SCMP_SYS(exit),
                               SCMP_SYS(exit_group),
                               SCMP_SYS(rt_sigreturn),
                               SCMP_SYS(rt_sigprocmask),
                               SCMP_SYS(rt_sigaction),
                               SCMP_SYS(sigaltstack),
                               SCMP_SYS(tgkill),
                               SCMP_SYS(gettid),
                               SCMP_SYS(getpid),
                               SCMP_SYS(clock_gettime),
                               SCMP_SYS(clock_getres),
                               SCMP_SYS(gettimeofday),
                               SCMP_SYS(time),
                               SCMP_SYS(times),
                               SCMP_SYS(getrandom),
                               SCMP_SYS(sched_yield),
                               SCMP_SYS(restart_syscall),
                               SCMP_SYS(rseq),
                               SCMP_SYS(getrusage)});
    if (mayOpen)
        done = allow(filter, {SCMP_SYS(openat), SCMP_SYS(newfstatat), SCMP_SYS(access), SCMP_SYS(faccessat),
                              SCMP_SYS(fcntl), SCMP_SYS(getdents64)}) &&
               done;
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        done = ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                                  SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
               done;
    done = done && ::seccomp_load(filter) == 0;
    ::seccomp_release(filter);
    return done;
}
#endif

} // namespace

void closeInheritedDescriptors()
{
#ifdef SYS_close_range
    if (::syscall(SYS_close_range, 3U, UINT_MAX, 0U) == 0)
        return;
#endif
    const long open = ::sysconf(_SC_OPEN_MAX);
    for (int fd = 3; fd < (open < 0 ? 4096 : std::min(open, 65536L)); ++fd)
        ::close(fd);
}

QString enterJail(const ImportLimits &limits, const char *readableFolder)
{
    closeInheritedDescriptors();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_DUMPABLE, 0);
    const bool noPrivileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    QStringList walls;
    bool mayOpen = false;
    if (!isSanitized) {
        // Foreign bytes must not reach a terminal by way of some library's complaint.
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (nowhere >= 0)
            ::dup2(nowhere, STDERR_FILENO);
        if (nowhere > STDERR_FILENO)
            ::close(nowhere);
        if (noPrivileges && enterLandlock(readableFolder)) {
            walls << u"landlock"_s;
            mayOpen = readableFolder != nullptr;
        }
    }
    const bool limited = setLimits(limits, mayOpen ? mostOpenFiles : 0);
#ifdef LECTERN_HAVE_SECCOMP
    if (!isSanitized && noPrivileges && enterSeccomp(mayOpen))
        walls << u"seccomp"_s;
#endif
    if (limited)
        walls << u"rlimits"_s;
    return walls.join(u", "_s);
}

} // namespace Lectern
