#include "import/openinput.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxAttempts = 3;

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_fd; }

private:
    int m_fd;
};

QString whatItIs(mode_t mode)
{
    if (S_ISDIR(mode))
        return u"This is a folder, not a file."_s;
    if (S_ISFIFO(mode))
        return u"This is a pipe (FIFO), not a file."_s;
    if (S_ISSOCK(mode))
        return u"This is a socket, not a file."_s;
    return u"This is a device, not a file."_s;
}

bool isSame(const struct stat &a, const struct stat &b)
{
    return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size &&
           a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// Nothing when the file changed while it was read.
std::optional<Result<OpenedInput>> readOnce(const QString &path, qint64 maxBytes)
{
    const auto refused = [&path](int number) {
        return Error{ErrorKind::Unreadable, systemError(number), path};
    };
    const QByteArray name = QFile::encodeName(path);
    const Descriptor file(::open(name.constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (file.get() < 0)
        return refused(errno);
    struct stat before
    {};
    if (::fstat(file.get(), &before) != 0)
        return refused(errno);
    if (!S_ISREG(before.st_mode))
        return Error{ErrorKind::Unreadable, whatItIs(before.st_mode), path};
    const auto tooLarge = [&] {
        return Error{
            ErrorKind::Limit,
            u"It is larger than %L1 MiB. Split it, or import it without limits."_s.arg(maxBytes >> 20), path};
    };
    if (maxBytes > 0 && before.st_size > maxBytes)
        return tooLarge();

    OpenedInput input;
    input.bytes.resize(before.st_size);
    qsizetype filled = 0;
    for (;;) {
        // One byte more than promised shows a file that grows, or one without a size (/proc).
        if (filled == input.bytes.size())
            input.bytes.resize(filled + 4096);
        const ssize_t got =
            ::read(file.get(), input.bytes.data() + filled, size_t(input.bytes.size() - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return refused(errno);
        if (got == 0)
            break;
        filled += got;
        if (maxBytes > 0 && filled > maxBytes)
            return tooLarge();
    }
    input.bytes.truncate(filled);
    struct stat after
    {};
    struct stat named
    {};
    if (::fstat(file.get(), &after) != 0)
        return refused(errno);
    const bool replaced = ::stat(name.constData(), &named) == 0 &&
                          (named.st_ino != before.st_ino || named.st_dev != before.st_dev);
    if (!isSame(before, after) || replaced || (before.st_size > 0 && filled != before.st_size))
        return std::nullopt;
    input.modifiedMs = qint64(before.st_mtim.tv_sec) * 1000 + before.st_mtim.tv_nsec / 1'000'000;
    return input;
}

} // namespace

Result<OpenedInput> openInput(const QString &path, qint64 maxBytes)
{
    for (int attempt = 0; attempt < maxAttempts; ++attempt)
        if (std::optional<Result<OpenedInput>> read = readOnce(path, maxBytes))
            return std::move(*read);
    return Error{ErrorKind::Unreadable,
                 u"It kept changing while it was read. Try again when nothing writes to it."_s, path};
}

QString systemError(int number)
{
    // strerror_r() in glibc's form returns the words, which need not be in the buffer.
    char buffer[256] = {};
    return QString::fromLocal8Bit(::strerror_r(number, buffer, sizeof buffer)) + u'.';
}

} // namespace Lectern
