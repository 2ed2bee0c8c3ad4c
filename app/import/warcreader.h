#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace Lectern {

struct ImportLimits;

/// A record of a web archive.
struct WarcRecord
{
    QString type;         ///< "response", "resource", "revisit" ...
    QString uri;          ///< of what was fetched
    QDateTime date;       ///< of the capture; invalid when the archive does not tell
    QString contentType;  ///< of the block
    QByteArrayView block; ///< as it was written
};

/// Walks over the records of a WARC 1.0 or 1.1 file, unpacked. A record whose length is wrong is skipped: the
/// next one begins where the next header is found. The bytes must outlive it.
class WarcReader final
{
public:
    explicit WarcReader(QByteArrayView bytes);

    /// Nothing at the end.
    std::optional<WarcRecord> next();
    /// Records that were cut off or had no sound header.
    int damaged() const { return m_damaged; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_damaged = 0;
};

/// What an HTTP response delivers.
struct HttpMessage
{
    int status = 0;
    QString contentType;
    QByteArray body; ///< with the encodings of transfer and content taken off
};

/// Reads a response as a server sent it: chunks are joined, gzip, deflate and brotli unpacked. Malformed when
/// it is none, Limit when the body is larger than the limits allow, Unsupported for another encoding.
Result<HttpMessage> readHttpResponse(QByteArrayView block, const ImportLimits &limits);

} // namespace Lectern
