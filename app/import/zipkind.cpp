#include "import/zipkind.h"

#include <QtEndian>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype headBytes = 4096;
constexpr qsizetype nameOffset = 30; ///< of the first member
constexpr qsizetype tailBytes = 64 * 1024;
constexpr qsizetype maxDirectoryBytes = qsizetype(8) << 20;

/// The end of the archive, with its whole directory where that can be found (APPNOTE.TXT 4.3.16).
QByteArrayView directoryOf(QByteArrayView bytes)
{
    const QByteArrayView tail = bytes.last(std::min(bytes.size(), tailBytes));
    const qsizetype record = tail.lastIndexOf(QByteArrayView("PK\x05\x06", 4));
    if (record < 0 || tail.size() - record < 20)
        return tail;
    const auto start = qsizetype(qFromLittleEndian<quint32>(tail.data() + record + 16));
    const qsizetype length = std::min(bytes.size() - std::min(start, bytes.size()), maxDirectoryBytes);
    return length > tail.size() ? bytes.sliced(start, length) : tail;
}

} // namespace

ZipKind zipKind(QByteArrayView bytes)
{
    if (!bytes.startsWith(QByteArrayView("PK\x03\x04", 4)) &&
        !bytes.startsWith(QByteArrayView("PK\x05\x06", 4)))
        return ZipKind::None;
    const QByteArrayView head = bytes.first(std::min(bytes.size(), headBytes));
    const QByteArrayView directory = directoryOf(bytes);
    const auto names = [&](QByteArrayView name) {
        return head.indexOf(name) >= 0 || directory.indexOf(name) >= 0;
    };
    if (head.indexOf("application/epub+zip") >= 0 || names("META-INF/container.xml"))
        return ZipKind::Epub;
    if (const qsizetype type = head.indexOf("application/vnd.oasis.opendocument"); type >= 0)
        return head.sliced(type).startsWith("application/vnd.oasis.opendocument.text")
                   ? ZipKind::Odt
                   : ZipKind::OtherOpenDocument;
    if (names("word/document") || names("word/styles.xml"))
        return ZipKind::Docx;
    // The type may stand packed or late, against the rule.
    if (names("META-INF/manifest.xml") && names("content.xml"))
        return ZipKind::Odt;
    if (head.size() > nameOffset && head.sliced(nameOffset).startsWith("mimetype"))
        return ZipKind::Epub;
    if (names("xl/workbook"))
        return ZipKind::Xlsx;
    return names("ppt/presentation") ? ZipKind::Pptx : ZipKind::Other;
}

} // namespace Lectern
