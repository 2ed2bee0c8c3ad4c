#include "import/mimemessage.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr int maxDepth = 32;
constexpr int maxParts = 1000;

class MimeParser
{
public:
    MimeMessage parse(QByteArrayView bytes)
    {
        MimeMessage message;
        message.root = part(bytes, "text/plain", 0);
        message.isCut = m_isCut;
        return message;
    }

private:
    MimePart part(QByteArrayView bytes, const QByteArray &defaultType, int depth)
    {
        MimePart result;
        qsizetype start = 0;
        result.headers = MailHeaders(bytes, &start);
        result.body = bytes.sliced(start);
        result.type = result.headers.value("content-type");
        if (!result.type.contains('/'))
            result.type = defaultType;
        const bool isMessage = result.type == "message/rfc822" || result.type == "message/global";
        if (!result.type.startsWith("multipart/") && !isMessage)
            return result;
        if (depth >= maxDepth) {
            m_isCut = true;
            return result;
        }
        if (isMessage) {
            if (takesPart())
                result.children.push_back(part(result.body, "text/plain", depth + 1));
            return result;
        }
        const QByteArray type = result.type == "multipart/digest" ? "message/rfc822" : "text/plain";
        for (const QByteArrayView piece :
             split(result.body, result.headers.parameter("content-type", "boundary")))
            if (takesPart())
                result.children.push_back(part(piece, type, depth + 1));
        return result;
    }

    bool takesPart()
    {
        m_isCut = m_isCut || m_parts >= maxParts;
        return m_parts++ < maxParts;
    }

    /// What stands between the lines of a boundary; no more than can be taken.
    static std::vector<QByteArrayView> split(QByteArrayView body, const QByteArray &boundary)
    {
        std::vector<QByteArrayView> pieces;
        if (boundary.isEmpty())
            return pieces;
        const QByteArray mark = "--" + boundary;
        qsizetype start = -1;
        for (qsizetype at = body.startsWith(mark) ? 0 : nextLine(body, mark, 0); at >= 0;
             at = nextLine(body, mark, at + mark.size())) {
            if (start >= 0)
                pieces.push_back(withoutLastBreak(body.sliced(start, at - start)));
            const qsizetype end = body.indexOf('\n', at);
            start = end < 0 ? body.size() : end + 1;
            if (body.sliced(at + mark.size()).startsWith("--") || pieces.size() > size_t(maxParts)) {
                start = -1;
                break;
            }
        }
        if (start >= 0 && start < body.size())
            pieces.push_back(body.sliced(start));
        return pieces;
    }

    /// Where the mark next begins a line; -1 when it does not.
    static qsizetype nextLine(QByteArrayView body, const QByteArray &mark, qsizetype from)
    {
        const qsizetype at = body.indexOf('\n' + mark, std::max<qsizetype>(0, from - 1));
        return at < 0 ? -1 : at + 1;
    }

    static QByteArrayView withoutLastBreak(QByteArrayView piece)
    {
        if (piece.endsWith('\n'))
            piece.chop(1);
        if (piece.endsWith('\r'))
            piece.chop(1);
        return piece;
    }

    int m_parts = 0;
    bool m_isCut = false;
};

} // namespace

QByteArray MimePart::content() const
{
    return decodeTransfer(body, headers.value("content-transfer-encoding"));
}

bool MimePart::isAttachment() const
{
    return headers.value("content-disposition") == "attachment";
}

MimeMessage parseMime(QByteArrayView bytes)
{
    return MimeParser().parse(bytes);
}

} // namespace Lectern
