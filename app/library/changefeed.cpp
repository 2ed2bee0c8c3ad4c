#include "library/changefeed.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace Lectern {

namespace {

// Not IN_MODIFY: a file that is being written would be heard of with every block. It ends with a close.
constexpr uint32_t heard = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                           IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr size_t bufferBytes = 64 * 1024;

/// Whether a folder is on another machine, of whose changes the system here hears nothing.
bool isRemote(const QByteArray &folder)
{
    constexpr std::array<quint32, 5> remote{0x6969 /* NFS */, 0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */,
                                            0x01021997 /* 9P */, 0x65735546 /* FUSE: sshfs and others */};
    struct statfs status{};
    return ::statfs(folder.constData(), &status) == 0 &&
           std::find(remote.begin(), remote.end(), quint32(status.f_type)) != remote.end();
}

} // namespace

ChangeFeed::ChangeFeed(qsizetype mostFolders)
    : m_mostFolders(mostFolders)
    , m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    , m_wakeUp(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{}

ChangeFeed::~ChangeFeed()
{
    if (m_inotify >= 0)
        ::close(m_inotify);
    if (m_wakeUp >= 0)
        ::close(m_wakeUp);
}

bool ChangeFeed::watch(const QString &folder)
{
    if (m_watches.contains(folder))
        return true;
    if (m_inotify < 0 || m_folders.size() >= m_mostFolders)
        return false;
    const QByteArray path = QFile::encodeName(folder);
    if (isRemote(path))
        return false;
    const int watch = ::inotify_add_watch(m_inotify, path.constData(), heard);
    if (watch < 0)
        return errno != ENOSPC && errno != ENOMEM;
    // The system gives the same number to a folder that has moved: it is heard of under its new name only.
    m_watches.remove(m_folders.value(watch));
    m_folders.insert(watch, folder);
    m_watches.insert(folder, watch);
    return true;
}

void ChangeFeed::unwatch(const QString &folder)
{
    const auto watch = m_watches.constFind(folder);
    if (watch == m_watches.constEnd())
        return;
    ::inotify_rm_watch(m_inotify, *watch);
    m_folders.remove(*watch);
    m_watches.erase(watch);
}

ChangeFeed::Heard ChangeFeed::wait(std::chrono::milliseconds timeout)
{
    // A descriptor that could not be had is -1, which poll passes over.
    std::array<pollfd, 2> waiting{{{m_inotify, POLLIN, 0}, {m_wakeUp, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), int(timeout.count())) <= 0)
        return {};
    if (waiting[1].revents != 0) {
        eventfd_t count = 0;
        ::eventfd_read(m_wakeUp, &count);
    }
    return waiting[0].revents == 0 ? Heard() : read();
}

ChangeFeed::Heard ChangeFeed::read()
{
    Heard result;
    alignas(inotify_event) std::array<char, bufferBytes> buffer;
    for (;;) {
        const ssize_t got = ::read(m_inotify, buffer.data(), buffer.size());
        if (got <= 0)
            break;
        for (ssize_t at = 0; at < got;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            at += ssize_t(sizeof(inotify_event) + event->len);
            if (event->mask & IN_Q_OVERFLOW) {
                result.isOverflow = true;
                continue;
            }
            const QString folder = m_folders.value(event->wd);
            if (folder.isEmpty())
                continue;
            if (result.folders.isEmpty() || result.folders.last() != folder)
                result.folders += folder;
            if (event->mask & IN_IGNORED) { // the system has taken the watch back: the folder is gone
                m_folders.remove(event->wd);
                m_watches.remove(folder);
            }
        }
    }
    result.folders.removeDuplicates();
    return result;
}

void ChangeFeed::wake()
{
    ::eventfd_write(m_wakeUp, 1);
}

} // namespace Lectern
