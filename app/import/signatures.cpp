#include "import/signatures.h"

#include "import/importer.h"
#include "import/zipkind.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

struct Signature
{
    qsizetype offset;
    QByteArrayView bytes;
    const char16_t *format;
    const char16_t *advice;
};

constexpr const char16_t *asText = u"Save it as text, HTML or Markdown and open that.";
constexpr const char16_t *unpackIt = u"Unpack it and open the files inside.";
constexpr const char16_t *noText = u"It holds no text to read.";

constexpr std::array<Signature, 22> signatures{{
    {0, QByteArrayView("Rar!\x1A\x07", 6), u"a RAR archive", unpackIt},
    {0, QByteArrayView("ZIM\x04", 4), u"a ZIM archive", u"Save its pages as HTML and open those."},
    {0, QByteArrayView("ITSF", 4), u"a compiled help file (CHM)", asText},
    {0, QByteArrayView("\x89PNG\r\n\x1A\n", 8), u"a picture (PNG)", noText},
    {0, QByteArrayView("\xFF\xD8\xFF", 3), u"a picture (JPEG)", noText},
    {0, QByteArrayView("GIF87a", 6), u"a picture (GIF)", noText},
    {0, QByteArrayView("GIF89a", 6), u"a picture (GIF)", noText},
    {0, QByteArrayView("II*\0", 4), u"a picture (TIFF)", noText},
    {0, QByteArrayView("MM\0*", 4), u"a picture (TIFF)", noText},
    {8, QByteArrayView("WEBP", 4), u"a picture (WebP)", noText},
    {8, QByteArrayView("WAVE", 4), u"a sound (WAV)", noText},
    {4, QByteArrayView("ftyp", 4), u"a film or sound (MP4)", noText},
    {0, QByteArrayView("ID3", 3), u"a sound (MP3)", noText},
    {0, QByteArrayView("OggS", 4), u"a film or sound (Ogg)", noText},
    {0, QByteArrayView("fLaC", 4), u"a sound (FLAC)", noText},
    {0, QByteArrayView("\x1A\x45\xDF\xA3", 4), u"a film (Matroska)", noText},
    {0,
     QByteArrayView("\x7F"
                    "ELF",
                    4),
     u"a program", noText},
    {0, QByteArrayView("MZ\x90\0", 4), u"a program", noText},
    {0, QByteArrayView("SQLite format 3\0", 16), u"a database (SQLite)",
     u"Export its texts as JSON Lines and open that."},
    {0, QByteArrayView("wOFF", 4), u"a font", noText},
    {0, QByteArrayView("wOF2", 4), u"a font", noText},
    {60, QByteArrayView("BOOKMOBI", 8), u"an e-book (Mobipocket)", asText},
}};

Error unsupported(QStringView format, QStringView advice)
{
    return {ErrorKind::Unsupported, u"This is %1, which Lectern does not read. %2"_s.arg(format, advice), {}};
}

/// Zip archives of a kind that Lectern does not read.
std::optional<Error> zipFormat(ZipKind kind)
{
    switch (kind) {
    case ZipKind::OtherOpenDocument:
        return unsupported(u"an OpenDocument sheet, presentation or drawing", asText);
    case ZipKind::Xlsx:
        return unsupported(u"a spreadsheet (XLSX)", u"Export its texts as JSON Lines and open that.");
    case ZipKind::Pptx:
        return unsupported(u"a presentation (PPTX)", asText);
    default:
        return std::nullopt;
    }
}

Error oleFormat(const QByteArray &bytes)
{
    static const QByteArray encrypted =
        QByteArray::fromRawData("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    if (bytes.contains(encrypted))
        return {
            ErrorKind::Encrypted,
            u"This document is encrypted. Open it in its program and save it without a password, as text or HTML."_s,
            {}};
    return unsupported(u"an older Office document or message (DOC, XLS, PPT, MSG)",
                       u"Open it in its program and save it as DOCX, ODT, RTF or PDF (a message as EML).");
}

std::optional<Error> markupFormat(const QString &head)
{
    static const QRegularExpression root(
        u"\\A\\s*<\\?xml[^>]*\\?>(?:\\s|<!--(?s:.*?)-->|<!DOCTYPE[^>\\[]*(?:\\[(?s:.*?)\\]\\s*)?>|<\\?[^>]*"
        u"\\?>)*<([A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)|"
        u"\\A\\s*<(?:!DOCTYPE\\s+)?()(rss|feed|rdf|opml|svg|fictionbook)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = root.match(head);
    if (!match.hasMatch())
        return std::nullopt;
    const QString name = (match.captured(2).isEmpty() ? match.captured(4) : match.captured(2)).toLower();
    if (name == u"html" || name == u"rss" || name == u"feed" || name == u"rdf" || name == u"opml")
        return std::nullopt;
    if (name == u"svg")
        return unsupported(u"a picture (SVG)", noText);
    return unsupported(u"an XML file", asText);
}

} // namespace

std::optional<Error> knownUnreadable(const RawFile &file)
{
    const QByteArrayView bytes(file.bytes);
    const auto at = [&](Error error) {
        error.path = file.path;
        return error;
    };
    if (const ZipKind kind = zipKind(bytes); kind != ZipKind::None) {
        const std::optional<Error> error = zipFormat(kind);
        return error ? std::optional(at(*error)) : std::nullopt;
    }
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return at(oleFormat(file.bytes));
    for (const Signature &signature : signatures)
        if (bytes.size() >= signature.offset + signature.bytes.size() &&
            bytes.sliced(signature.offset).startsWith(signature.bytes))
            return at(unsupported(signature.format, signature.advice));
    QString head = QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
    head.replace(u"\r\n"_s, u"\n"_s);
    if (std::optional<Error> error = markupFormat(head))
        return at(*error);
    return std::nullopt;
}

} // namespace Lectern
