#include "export/csvreader.h"

#include "base/codepoints.h"
#include "export/csvtext.h"
#include "export/earlierrecord.h"
#include "export/recordcheck.h"

#include <QHash>
#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// A row by the names of its columns, the guard against formulas taken off.
class Row
{
public:
    Row(const QStringList &header, const QStringList &cells)
    {
        for (qsizetype i = 0; i < header.size() && i < cells.size(); ++i)
            m_cells.insert(header.at(i), cells.at(i));
        for (const QString &column : m_cells.value(u"guarded"_s).split(u' ', Qt::SkipEmptyParts))
            if (QString &cell = m_cells[column]; cell.startsWith(u'\''))
                cell.remove(0, 1);
    }

    QString text(const QString &column) const { return m_cells.value(column); }
    QByteArray bytes(const QString &column) const { return text(column).toLatin1(); }
    qint64 number(const QString &column) const { return text(column).toLongLong(); }
    /// Spreadsheets write TRUE.
    bool isTrue(const QString &column) const { return text(column).toLower() == u"true"_s; }
    TextRange range(const QString &start, const QString &end) const
    {
        return {qsizetype(number(start)), qsizetype(number(end))};
    }
    QDateTime time(const QString &column) const
    {
        return QDateTime::fromString(text(column), Qt::ISODateWithMs).toUTC();
    }
    /// Items with "; " between, a backslash in front of a semicolon or backslash inside one.
    QStringList list(const QString &column) const
    {
        const QString cell = text(column);
        if (cell.isEmpty())
            return {};
        QStringList items{QString()};
        for (qsizetype i = 0; i < cell.size(); ++i) {
            if (cell[i] == u'\\' && i + 1 < cell.size()) {
                items.last() += cell[++i];
            } else if (cell[i] == u';') {
                items += QString();
                i += cell.mid(i + 1, 1) == u" "_s ? 1 : 0;
            } else {
                items.last() += cell[i];
            }
        }
        return items;
    }

private:
    QHash<QString, QString> m_cells;
};

std::vector<TextRange> omitted(const QString &cell, const QString &quote)
{
    const CodePoints codePoints(quote);
    std::vector<TextRange> gaps;
    for (const QString &gap : cell.split(u' ', Qt::SkipEmptyParts)) {
        const TextRange range{gap.section(u'-', 0, 0).toLongLong(), gap.section(u'-', 1, 1).toLongLong()};
        gaps.push_back(isRange(range) ? codePoints.toUtf16(range) : TextRange()); // no gap is empty
    }
    return gaps;
}

Passage passageOf(const Row &row)
{
    Passage passage;
    passage.id = row.text(u"id"_s);
    passage.quote = row.text(u"quote"_s);
    passage.note = row.text(u"note"_s);
    passage.tags = row.list(u"tags"_s);
    passage.colour = markColourNamed(row.text(u"colour"_s));
    passage.title = row.text(u"title"_s);
    passage.titleDerived = row.isTrue(u"title_derived"_s);
    passage.authors = row.list(u"authors"_s);
    passage.outlet = row.text(u"outlet"_s);
    passage.published = PartialDate::fromIso(row.text(u"published"_s));
    passage.url = row.text(u"url"_s);
    passage.language = row.text(u"language"_s);
    passage.article = row.text(u"article"_s);
    passage.source.path = row.text(u"path"_s);
    passage.source.part = row.text(u"part"_s);
    passage.source.sha256 = row.bytes(u"sha256"_s);
    passage.source.bytes = row.number(u"bytes"_s);
    passage.source.format = row.text(u"format"_s);
    passage.source.encoding = row.text(u"encoding"_s);
    passage.source.encodingGuessed = row.isTrue(u"encoding_guessed"_s);
    passage.source.modifiedMs = row.number(u"file_modified_ms"_s);
    passage.textSha256 = row.bytes(u"text_sha256"_s);
    passage.canonVersion = int(row.number(u"canonical_rules"_s));
    passage.codePoints = row.range(u"start"_s, u"end"_s);
    passage.range = row.range(u"utf16_start"_s, u"utf16_end"_s);
    passage.paragraph = int(row.number(u"paragraph"_s));
    passage.inParagraph = row.range(u"paragraph_start"_s, u"paragraph_end"_s);
    passage.prefix = row.text(u"prefix"_s);
    passage.suffix = row.text(u"suffix"_s);
    passage.created = row.time(u"created"_s);
    passage.modified = row.time(u"modified"_s);
    passage.starred = row.isTrue(u"starred"_s);
    passage.omitted = omitted(row.text(u"omitted"_s), passage.quote);
    passage.sentenceBefore = row.text(u"sentence_before"_s);
    passage.sentenceAfter = row.text(u"sentence_after"_s);
    passage.occurrences = int(row.number(u"occurrences"_s));
    passage.declined = row.text(u"declined"_s);
    const QJsonArray earlier = QJsonDocument::fromJson(row.text(u"earlier"_s).toUtf8()).array();
    passage.earlier = readEarlierRecord(earlier).value_or(std::vector<EarlierWords>());
    return passage;
}

} // namespace

bool isPassageCsv(const QString &text)
{
    const std::vector<QStringList> rows = csvRows(text.left(text.indexOf(u'\n') + 1));
    return !rows.empty() && rows.front().contains(u"quote"_s) && rows.front().contains(u"text_sha256"_s) &&
           rows.front().contains(u"utf16_start"_s);
}

Result<std::vector<Passage>> readCsv(const QString &text, const QString &path)
{
    const std::vector<QStringList> rows = csvRows(text);
    std::vector<Passage> passages;
    for (size_t i = 1; i < rows.size(); ++i) {
        Passage passage = passageOf(Row(rows.front(), rows[i]));
        if (!isSoundRecord(passage))
            return Error{ErrorKind::Malformed,
                         u"The words and the offsets of row %1 disagree: the file was changed after the "
                         "export. Nothing was read."_s.arg(i + 1),
                         path};
        passages.push_back(std::move(passage));
    }
    return passages;
}

} // namespace Lectern
