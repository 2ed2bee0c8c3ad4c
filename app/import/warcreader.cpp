#include "import/warcreader.h"

#include "import/importing.h"

#include <QHash>
#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype maxHeaderBytes = 64 * 1024;
constexpr qint64 noLimit = std::numeric_limits<qint64>::max();

using Fields = QHash<QByteArray, QByteArray>;

/// Reads header lines up to the empty one. `at` is then where the body begins; -1 when no end is found.
Fields readFields(QByteArrayView bytes, qsizetype &at)
{
    Fields fields;
    QByteArray last;
    const qsizetype limit = std::min(bytes.size(), at + maxHeaderBytes);
    while (at < limit) {
        const qsizetype end = bytes.indexOf('\n', at);
        if (end < 0 || end >= limit)
            break;
        QByteArrayView line = bytes.sliced(at, end - at);
        if (line.endsWith('\r'))
            line.chop(1);
        at = end + 1;
        if (line.isEmpty())
            return fields;
        if ((line.front() == ' ' || line.front() == '\t') && !last.isEmpty()) {
            fields[last] += ' ' + line.trimmed().toByteArray();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue;
        last = line.first(colon).trimmed().toByteArray().toLower();
        if (!fields.contains(last))
            fields.insert(last, line.sliced(colon + 1).trimmed().toByteArray());
    }
    at = -1;
    return fields;
}

/// Joins chunks; bytes that are in no chunks after all are taken as they are.
QByteArray withoutChunks(QByteArrayView body)
{
    QByteArray joined;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype end = body.indexOf('\n', at);
        if (end < 0 || end - at > 100)
            return at == 0 ? body.toByteArray() : joined;
        QByteArrayView head = body.sliced(at, end - at);
        if (const qsizetype extension = head.indexOf(';'); extension >= 0)
            head = head.first(extension);
        bool ok = false;
        const qint64 size = head.trimmed().toByteArray().toLongLong(&ok, 16);
        if (!ok || size < 0)
            return at == 0 ? body.toByteArray() : joined;
        at = end + 1;
        if (size == 0)
            break;
        const qsizetype taken = std::min<qsizetype>(qsizetype(size), body.size() - at);
        joined += body.sliced(at, taken);
        at += taken;
        at += body.sliced(at).startsWith("\r\n") ? 2 : body.sliced(at).startsWith('\n') ? 1 : 0;
    }
    return joined;
}

Error tooLarge(qint64 limit)
{
    return {ErrorKind::Limit, u"Unpacked it is larger than %L1 MiB."_s.arg(limit >> 20), {}};
}

/// gzip, zlib, or deflate without a frame, as some servers send it. What can be unpacked before damage is
/// kept.
Result<QByteArray> inflated(const QByteArray &packed, int windowBits, qint64 limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return Error{ErrorKind::Disk, u"There is no memory to unpack it."_s, {}};
    const auto end = [](z_stream *opened) { inflateEnd(opened); };
    const std::unique_ptr<z_stream, decltype(end)> guard(&stream, end);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(std::min<qsizetype>(packed.size(), std::numeric_limits<uInt>::max()));
    QByteArray content;
    std::array<char, 64 * 1024> piece;
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = uInt(piece.size());
        code = inflate(&stream, Z_NO_FLUSH);
        content.append(piece.data(), qsizetype(piece.size() - stream.avail_out));
        if (content.size() > limit)
            return tooLarge(limit);
        if (code == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)
            break;
    }
    if (content.isEmpty() && code != Z_STREAM_END)
        return Error{ErrorKind::Malformed, u"Its compressed content is damaged."_s, {}};
    return content;
}

Result<QByteArray> withoutBrotli(const QByteArray &packed, qint64 limit)
{
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    if (!decoder)
        return Error{ErrorKind::Disk, u"There is no memory to unpack it."_s, {}};
    const auto *in = reinterpret_cast<const uint8_t *>(packed.constData());
    size_t left = size_t(packed.size());
    QByteArray content;
    std::array<char, 64 * 1024> piece;
    for (;;) {
        auto *out = reinterpret_cast<uint8_t *>(piece.data());
        size_t room = piece.size();
        const BrotliDecoderResult code =
            BrotliDecoderDecompressStream(decoder.get(), &left, &in, &room, &out, nullptr);
        content.append(piece.data(), qsizetype(piece.size() - room));
        if (content.size() > limit)
            return tooLarge(limit);
        if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
            continue;
        if (content.isEmpty() && code != BROTLI_DECODER_RESULT_SUCCESS)
            return Error{ErrorKind::Malformed, u"Its compressed content is damaged."_s, {}};
        return content;
    }
}

Result<QByteArray> decoded(const QByteArray &body, const QByteArray &encoding, qint64 limit)
{
    // Archives often keep the header of a body that was unpacked when it was stored.
    const bool isGzip = body.startsWith("\x1F\x8B");
    if (encoding.isEmpty() || encoding == "identity" || body.isEmpty())
        return body;
    if (encoding == "gzip" || encoding == "x-gzip")
        return isGzip ? inflated(body, MAX_WBITS + 16, limit) : Result<QByteArray>(body);
    if (encoding == "deflate") {
        const Result<QByteArray> framed = inflated(body, MAX_WBITS, limit);
        return framed || framed.error().kind == ErrorKind::Limit ? framed : inflated(body, -MAX_WBITS, limit);
    }
    if (encoding == "br")
        return withoutBrotli(body, limit);
    return Error{ErrorKind::Unsupported,
                 u"Its content is encoded as \"%1\", which Lectern cannot unpack."_s.arg(
                     QString::fromLatin1(encoding.left(40))),
                 {}};
}

} // namespace

WarcReader::WarcReader(QByteArrayView bytes)
    : m_bytes(bytes)
{}

std::optional<WarcRecord> WarcReader::next()
{
    for (;;) {
        const qsizetype start = m_bytes.indexOf("WARC/1.", m_at);
        if (start < 0)
            return std::nullopt;
        // A record begins a line.
        if (start > 0 && m_bytes[start - 1] != '\n') {
            m_at = start + 1;
            continue;
        }
        qsizetype at = m_bytes.indexOf('\n', start) + 1;
        const Fields fields = at > 0 ? readFields(m_bytes, at) : Fields();
        bool ok = false;
        const qint64 size = fields.value("content-length").toLongLong(&ok);
        if (at <= 0 || !ok || size < 0) {
            ++m_damaged;
            m_at = start + 7;
            continue;
        }
        WarcRecord record;
        record.block = m_bytes.sliced(at, std::min<qsizetype>(qsizetype(size), m_bytes.size() - at));
        m_at = at + record.block.size();
        // After the block two line breaks come, then the next record or the end.
        QByteArrayView rest = m_bytes.sliced(m_at);
        while (!rest.isEmpty() && (rest.front() == '\r' || rest.front() == '\n'))
            rest = rest.sliced(1);
        if (record.block.size() < size || (!rest.isEmpty() && !rest.startsWith("WARC/"))) {
            ++m_damaged;
            const qsizetype following = m_bytes.indexOf("\nWARC/1.", at);
            const qsizetype end = following < 0 ? m_bytes.size() : following;
            record.block = m_bytes.sliced(at, end - at);
            m_at = end;
        }
        record.type = QString::fromLatin1(fields.value("warc-type")).toLower();
        record.uri = QString::fromUtf8(fields.value("warc-target-uri")).simplified();
        if (record.uri.startsWith(u'<') && record.uri.endsWith(u'>'))
            record.uri = record.uri.sliced(1).chopped(1);
        record.date = QDateTime::fromString(QString::fromLatin1(fields.value("warc-date")), Qt::ISODate);
        record.contentType = QString::fromLatin1(fields.value("content-type")).toLower();
        return record;
    }
}

Result<HttpMessage> readHttpResponse(QByteArrayView block, const ImportLimits &limits)
{
    const Error none{ErrorKind::Malformed, u"It is no response of a web server."_s, {}};
    if (!block.startsWith("HTTP/"))
        return none;
    const qsizetype lineEnd = block.indexOf('\n');
    if (lineEnd < 0)
        return none;
    HttpMessage message;
    const QList<QByteArray> words = block.first(lineEnd).toByteArray().simplified().split(' ');
    message.status = words.value(1).toInt();
    qsizetype at = lineEnd + 1;
    const Fields fields = readFields(block, at);
    if (at < 0)
        return none;
    message.contentType = QString::fromLatin1(fields.value("content-type")).toLower();
    const QByteArrayView body = block.sliced(at);
    const bool isChunked = fields.value("transfer-encoding").toLower().contains("chunked");
    const qint64 limit = limits.fileBytes > 0 ? limits.fileBytes : noLimit;
    Result<QByteArray> content = decoded(isChunked ? withoutChunks(body) : body.toByteArray(),
                                         fields.value("content-encoding").trimmed().toLower(), limit);
    if (!content)
        return content.error();
    message.body = std::move(*content);
    return message;
}

} // namespace Lectern
