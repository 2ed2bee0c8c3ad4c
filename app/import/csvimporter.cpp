#include "import/csvimporter.h"

#include "base/csvrows.h"
#include "import/articlemaking.h"
#include "import/metadatafields.h"
#include "import/plaintextimporter.h"
#include "import/textdecoding.h"
#include "import/wholepage.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype headBytes = 64 * 1024;

QString key(const QString &column)
{
    return column.toLower().remove(u' ').remove(u'-').remove(u'_');
}

/// The column that holds the words; -1 when none does.
qsizetype textColumn(const QStringList &header)
{
    static const QStringList names{u"text"_s,        u"fulltext"_s,    u"body"_s,    u"content"_s,
                                   u"articlebody"_s, u"articletext"_s, u"article"_s, u"inhalt"_s,
                                   u"texte"_s,       u"html"_s};
    for (const QString &name : names)
        for (qsizetype i = 0; i < header.size(); ++i)
            if (key(header[i]) == name)
                return i;
    return -1;
}

/// A table of articles has the words and something that is said of them.
bool isHeader(const QStringList &cells)
{
    const qsizetype text = textColumn(cells);
    return text >= 0 && cells.size() > 1 && std::any_of(cells.begin(), cells.end(), [&](const QString &cell) {
               return cell != cells[text] && isKnownField(cell.trimmed());
           });
}

bool looksLikeMarkup(const QString &text)
{
    static const QRegularExpression tag(u"</?(?:p|div|br|h[1-6]|li|span|a)\\b[^>]*>"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return text.contains(tag);
}

QString partOf(const QStringList &header, const QStringList &cells, qsizetype row, QSet<QString> &taken)
{
    QString part;
    for (qsizetype i = 0; i < header.size() && i < cells.size(); ++i)
        if (key(header[i]) == u"id")
            part = cells[i].simplified().left(200);
    if (part.isEmpty() || taken.contains(part))
        part = u"row %1"_s.arg(row);
    taken.insert(part);
    return part;
}

} // namespace

QString CsvImporter::format() const
{
    return u"csv"_s;
}

int CsvImporter::sniff(const RawFile &file) const
{
    const bool isNamed =
        file.path.endsWith(u".csv", Qt::CaseInsensitive) || file.path.endsWith(u".tsv", Qt::CaseInsensitive);
    const qsizetype lineEnd = file.bytes.indexOf('\n');
    if (lineEnd < 0 || lineEnd > headBytes)
        return 0;
    const QString head = decodeText(file.bytes.left(lineEnd)).text;
    QStringList cells;
    if (!CsvRows(head).next(&cells) || !isHeader(cells))
        return 0;
    return isNamed ? 97 : 85;
}

ImportOutcome CsvImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    const DecodedText decoded = decodeText(file.bytes);
    CsvRows rows(decoded.text);
    QStringList header;
    rows.next(&header);
    for (QString &column : header)
        column = column.trimmed();
    const qsizetype text = textColumn(header);
    if (text < 0) {
        outcome.failures.push_back(failure(
            file, ErrorKind::Malformed,
            u"No column of this table is called text, body or content: its words cannot be told from the rest. Name the column in the first row."_s));
        return outcome;
    }
    QSet<QString> taken;
    QStringList cells;
    for (qsizetype row = 2; rows.next(&cells); ++row) {
        if (cells.size() == 1 && cells.front().trimmed().isEmpty())
            continue;
        const QString part = partOf(header, cells, row, taken);
        ArticleDraft draft = draftFor(file, format(), part);
        draft.source.encoding = decoded.encoding;
        draft.source.encodingGuessed = decoded.guessed;
        draft.warnings = decoded.warnings;
        for (qsizetype i = 0; i < std::min(header.size(), cells.size()); ++i)
            if (i != text && key(header[i]) != u"id" && !cells[i].trimmed().isEmpty())
                putField(draft, header[i], {cells[i]});
        const QString words = cells.value(text);
        CanonicalText canonical =
            looksLikeMarkup(words) ? readWholePage(words.toUtf8()) : readPlainText(words, draft);
        if (!hasWords(canonical.text)) {
            outcome.failures.push_back(
                failure(file, ErrorKind::Empty,
                        u"Row %1 has no words in its column “%2”."_s.arg(row).arg(header[text]), part));
            continue;
        }
        addArticle(outcome, std::move(draft), std::move(canonical), options);
    }
    if (rows.isOpen())
        outcome.failures.push_back(failure(
            file, ErrorKind::Malformed,
            u"The table ends inside a quoted cell: a quotation mark is missing, or the file was cut off."_s));
    if (outcome.articles.empty() && outcome.failures.empty())
        outcome.failures.push_back(failure(file, ErrorKind::Empty, u"There are no rows in this table."_s));
    return outcome;
}

} // namespace Lectern
