#include "import/frame.h"

#include <QtEndian>

#include <cerrno>

#include <unistd.h>

namespace Lectern {

namespace {

constexpr QByteArrayView magic("LCT", 3);

struct Header
{
    FrameKind kind;
    qint64 size;
};

std::optional<Header> parseHeader(QByteArrayView bytes, qint64 maxBytes)
{
    const auto kind = quint8(bytes[3]);
    const quint64 size = qFromLittleEndian<quint64>(bytes.data() + 4);
    if (!bytes.startsWith(magic) || kind < quint8(FrameKind::Job) || kind > quint8(FrameKind::Outcome) ||
        size > quint64(maxBytes))
        return std::nullopt;
    return Header{FrameKind(kind), qint64(size)};
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

bool readAll(int fd, char *target, qint64 bytes)
{
    while (bytes > 0) {
        const ssize_t got = ::read(fd, target, size_t(bytes));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        target += got;
        bytes -= got;
    }
    return true;
}

} // namespace

QByteArray frameHeader(FrameKind kind, qint64 payloadBytes)
{
    QByteArray header(frameHeaderBytes, '\0');
    header.replace(0, magic.size(), magic);
    header[3] = char(kind);
    qToLittleEndian<quint64>(quint64(payloadBytes), header.data() + 4);
    return header;
}

bool writeFrame(int fd, FrameKind kind, const QByteArray &payload)
{
    return writeAll(fd, frameHeader(kind, payload.size())) && writeAll(fd, payload);
}

std::optional<Frame> readFrame(int fd, qint64 maxBytes)
{
    char bytes[frameHeaderBytes];
    if (!readAll(fd, bytes, frameHeaderBytes))
        return std::nullopt;
    const std::optional<Header> header = parseHeader(QByteArrayView(bytes, frameHeaderBytes), maxBytes);
    if (!header)
        return std::nullopt;
    Frame frame{header->kind, QByteArray(header->size, Qt::Uninitialized)};
    if (!readAll(fd, frame.payload.data(), header->size))
        return std::nullopt;
    return frame;
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken || m_bytes.size() < frameHeaderBytes)
        return std::nullopt;
    const std::optional<Header> header = parseHeader(m_bytes, maxFrameBytes);
    if (!header) {
        m_broken = true;
        m_bytes.clear();
        return std::nullopt;
    }
    const qsizetype end = frameHeaderBytes + header->size;
    if (m_bytes.size() < end)
        return std::nullopt;
    Frame frame{header->kind, m_bytes.sliced(frameHeaderBytes, header->size)};
    m_bytes.remove(0, end);
    return frame;
}

} // namespace Lectern
