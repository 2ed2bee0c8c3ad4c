#pragma once

#include <QByteArray>

#include <optional>

namespace Lectern {

/// What a frame between the parent and lectern-import carries.
enum class FrameKind : quint8 {
    Job = 1,     ///< parent: what to read and how (encodeJob)
    Bytes = 2,   ///< parent: the file
    Article = 3, ///< child: one article (encodeArticle)
    Outcome = 4  ///< child: the failures and the walls; ends the answer (encodeEnding)
};

/// A message: kind and payload. On the wire: "LCT", one byte of kind, eight bytes of length (little endian),
/// the payload.
struct Frame
{
    FrameKind kind = FrameKind::Job;
    QByteArray payload;
};

inline constexpr qint64 maxFrameBytes = qint64(512) << 20;
inline constexpr qsizetype frameHeaderBytes = 12;

/// The header of a frame with a payload of that size.
QByteArray frameHeader(FrameKind kind, qint64 payloadBytes);

/// Writes a whole frame to a blocking descriptor. False when it refuses.
bool writeFrame(int fd, FrameKind kind, const QByteArray &payload);

/// Reads a whole frame from a blocking descriptor; nothing at its end, when it is no frame, or when it is
/// larger than `maxBytes`.
std::optional<Frame> readFrame(int fd, qint64 maxBytes);

/// Puts frames together from bytes as they come, trusting none of them.
class FrameReader
{
public:
    void add(QByteArrayView bytes) { m_bytes.append(bytes); }
    /// The next whole frame; nothing when more bytes are needed or isBroken().
    std::optional<Frame> next();
    /// What came is not a frame or one that is too large.
    bool isBroken() const { return m_broken; }

private:
    QByteArray m_bytes;
    bool m_broken = false;
};

} // namespace Lectern
