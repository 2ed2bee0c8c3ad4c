#include "export/csvexporter.h"

#include "base/codepoints.h"
#include "export/csvtext.h"
#include "export/earlierrecord.h"

#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

QString list(QStringList items)
{
    for (QString &item : items)
        item.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s);
    return items.join(u"; "_s);
}

QString time(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// "10-25 31-40": code points of the quote.
QString omitted(const Passage &passage)
{
    const CodePoints codePoints(passage.quote);
    QStringList gaps;
    for (const TextRange &gap : passage.omitted)
        gaps += u"%1-%2"_s.arg(codePoints.fromUtf16(gap.start)).arg(codePoints.fromUtf16(gap.end));
    return gaps.join(u' ');
}

/// JSON; empty when the passage always had its words.
QString earlier(const Passage &passage)
{
    if (passage.earlier.empty())
        return {};
    return QString::fromUtf8(QJsonDocument(earlierRecord(passage.earlier)).toJson(QJsonDocument::Compact));
}

struct Column
{
    const char *name;
    QString (*value)(const Passage &passage);
};

/// In the order of the file; new ones go to the end, before `guarded`.
const Column columns[] = {
    {"id", [](const Passage &passage) { return passage.id; }},
    {"quote", [](const Passage &passage) { return passage.quote; }},
    {"note", [](const Passage &passage) { return passage.note; }},
    {"tags", [](const Passage &passage) { return list(passage.tags); }},
    {"colour", [](const Passage &passage) { return name(passage.colour); }},
    {"title", [](const Passage &passage) { return passage.title; }},
    {"title_derived", [](const Passage &passage) { return passage.titleDerived ? u"true"_s : u"false"_s; }},
    {"authors", [](const Passage &passage) { return list(passage.authors); }},
    {"outlet", [](const Passage &passage) { return passage.outlet; }},
    {"published", [](const Passage &passage) { return passage.published.toIsoAsGiven(); }},
    {"url", [](const Passage &passage) { return passage.url; }},
    {"language", [](const Passage &passage) { return passage.language; }},
    {"article", [](const Passage &passage) { return passage.article; }},
    {"path", [](const Passage &passage) { return passage.source.path; }},
    {"part", [](const Passage &passage) { return passage.source.part; }},
    {"sha256", [](const Passage &passage) { return QString::fromLatin1(passage.source.sha256); }},
    {"bytes", [](const Passage &passage) { return QString::number(passage.source.bytes); }},
    {"format", [](const Passage &passage) { return passage.source.format; }},
    {"encoding", [](const Passage &passage) { return passage.source.encoding; }},
    {"encoding_guessed",
     [](const Passage &passage) { return passage.source.encodingGuessed ? u"true"_s : u"false"_s; }},
    {"text_sha256", [](const Passage &passage) { return QString::fromLatin1(passage.textSha256); }},
    {"canonical_rules", [](const Passage &passage) { return QString::number(passage.canonVersion); }},
    {"start", [](const Passage &passage) { return QString::number(passage.codePoints.start); }},
    {"end", [](const Passage &passage) { return QString::number(passage.codePoints.end); }},
    {"paragraph", [](const Passage &passage) { return QString::number(passage.paragraph); }},
    {"paragraph_start", [](const Passage &passage) { return QString::number(passage.inParagraph.start); }},
    {"paragraph_end", [](const Passage &passage) { return QString::number(passage.inParagraph.end); }},
    {"prefix", [](const Passage &passage) { return passage.prefix; }},
    {"suffix", [](const Passage &passage) { return passage.suffix; }},
    {"created", [](const Passage &passage) { return time(passage.created); }},
    {"modified", [](const Passage &passage) { return time(passage.modified); }},
    {"starred", [](const Passage &passage) { return passage.starred ? u"true"_s : u"false"_s; }},
    {"omitted", [](const Passage &passage) { return omitted(passage); }},
    {"utf16_start", [](const Passage &passage) { return QString::number(passage.range.start); }},
    {"utf16_end", [](const Passage &passage) { return QString::number(passage.range.end); }},
    {"file_modified_ms", [](const Passage &passage) { return QString::number(passage.source.modifiedMs); }},
    {"sentence_before", [](const Passage &passage) { return passage.sentenceBefore; }},
    {"sentence_after", [](const Passage &passage) { return passage.sentenceAfter; }},
    {"occurrences", [](const Passage &passage) { return QString::number(passage.occurrences); }},
    {"declined", [](const Passage &passage) { return passage.declined; }},
    {"earlier", [](const Passage &passage) { return earlier(passage); }},
};

} // namespace

QByteArray CsvExporter::write(const std::vector<Passage> &passages, const ExportOptions &) const
{
    QStringList header;
    for (const Column &column : columns)
        header += QString::fromLatin1(column.name);
    QString csv = csvRow(header + QStringList{u"guarded"_s});
    for (const Passage &passage : passages) {
        QStringList cells;
        QStringList guarded;
        for (const Column &column : columns) {
            const QString value = column.value(passage);
            const bool guard = looksLikeFormula(value);
            cells += guard ? u'\'' + value : value;
            if (guard)
                guarded += QString::fromLatin1(column.name);
        }
        csv += csvRow(cells + QStringList{guarded.join(u' ')});
    }
    return csv.toUtf8();
}

} // namespace Lectern
