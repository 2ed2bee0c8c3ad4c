#include "export/exportreader.h"

#include "export/annotationreader.h"
#include "export/csvreader.h"
#include "export/zipfile.h"

#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// A zip of a few bytes can claim to hold any number.
constexpr qsizetype maximumRecord = 512 * 1024 * 1024;

/// The JSON-LD of an HTML export, as our exporter or a pretty-printer behind it wrote the script element;
/// empty when there is none. Our JSON holds no `<`, so the next one ends it.
QByteArray linkedRecord(const QByteArray &html)
{
    constexpr qsizetype longestTag = 4096;
    const QByteArray type = "application/ld+json";
    for (qsizetype at = html.indexOf(type); at >= 0; at = html.indexOf(type, at + 1)) {
        const QByteArrayView before = QByteArrayView(html).first(at).last(std::min(at, longestTag));
        const qsizetype tag = before.lastIndexOf('<');
        if (tag < 0 || before.sliced(tag + 1)
                               .first(std::min<qsizetype>(6, before.size() - tag - 1))
                               .compare("script", Qt::CaseInsensitive) != 0)
            continue;
        const qsizetype end = html.indexOf('<', at);
        const QByteArrayView rest = QByteArrayView(html).sliced(at, (end < 0 ? html.size() : end) - at);
        const qsizetype begin = rest.indexOf('>') + 1;
        if (begin > 0 && rest.sliced(begin).contains("urn:lectern:"))
            return rest.sliced(begin).toByteArray();
    }
    return {};
}

/// Where the JSON of the next record begins, from a comment at the beginning of a line on; -1 when there is
/// none. A comment inside the words of a quotation has a backslash in front.
qsizetype nextRecord(const QByteArray &markdown, qsizetype from)
{
    const QByteArray mark = "lectern-passage";
    for (qsizetype at = markdown.indexOf("<!--", from); at >= 0; at = markdown.indexOf("<!--", at + 1)) {
        qsizetype before = at;
        while (before > 0 && QByteArrayView(" \t>").contains(markdown[before - 1]))
            --before;
        qsizetype inside = at + 4;
        while (inside < markdown.size() && QByteArrayView(" \t\r\n").contains(markdown[inside]))
            ++inside;
        const bool beginsLine = before == 0 || markdown[before - 1] == '\n';
        if (beginsLine && QByteArrayView(markdown).sliced(inside).startsWith(mark))
            return inside + mark.size();
    }
    return -1;
}

/// The records in the comments of a Markdown export.
Result<std::vector<Passage>> readMarkdown(const QByteArray &markdown, const QString &path)
{
    std::vector<Passage> passages;
    for (qsizetype at = nextRecord(markdown, 0); at >= 0; at = nextRecord(markdown, at)) {
        const qsizetype end = markdown.indexOf("-->", at);
        // We write no line break and no two blanks in a row: whatever broke the line anew put in the rest.
        const QByteArray json = markdown.mid(at, end < 0 ? -1 : end - at).simplified();
        std::optional<Passage> passage = passageOfAnnotation(QJsonDocument::fromJson(json).object());
        if (!passage)
            return Error{ErrorKind::Malformed,
                         u"The record of passage %1 was changed: its words and offsets disagree, or it is no "
                         "longer whole. Nothing was read."_s.arg(passages.size() + 1),
                         path};
        passages.push_back(std::move(*passage));
    }
    return passages;
}

} // namespace

Result<std::vector<Passage>> readExport(const QByteArray &bytes, const QString &path)
{
    QByteArray content = bytes;
    if (content.startsWith("\xef\xbb\xbf"))
        content.remove(0, 3);
    if (content.trimmed().isEmpty())
        return Error{ErrorKind::Empty, u"The file is empty."_s, path};
    if (content.startsWith("PK")) {
        const std::optional<QByteArray> record = memberOfZip(content, u"lectern.json"_s, maximumRecord);
        if (record)
            return readAnnotations(*record, path);
    }
    if (content.trimmed().startsWith('{'))
        return readAnnotations(content, path);
    // By its first line: what the cells of a table hold is anybody's.
    if (const QString text = QString::fromUtf8(content); isPassageCsv(text))
        return readCsv(text, path);
    if (const QByteArray json = linkedRecord(content); !json.isEmpty())
        return readAnnotations(json, path);
    if (Result<std::vector<Passage>> read = readMarkdown(content, path); !read || !read->empty())
        return read;
    return Error{ErrorKind::Unsupported,
                 u"This is no export of Lectern that carries its record. Those in JSON, Readium annotations, "
                 "HTML, Markdown, CSV and REFI-QDA do."_s,
                 path};
}

} // namespace Lectern
