#include "passages/highlightreaders.h"

#include "base/csvrows.h"

#include <QMap>

namespace Lectern {

namespace {

/// Spreadsheets are kept from reading a cell as a formula by an apostrophe in front of it.
QString withoutGuard(const QString &cell)
{
    const bool isGuarded =
        cell.size() > 1 && cell.front() == u'\'' && QStringLiteral("=+-@\t").contains(cell[1]);
    return isGuarded ? cell.mid(1) : cell;
}

QDateTime timeOf(const QString &text)
{
    for (const QString &format : {QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("yyyy-MM-dd")}) {
        const QDateTime time = QDateTime::fromString(text.left(format.size()), format);
        if (time.isValid() && !text.contains(u'T'))
            return QDateTime(time.date(), time.time(), Qt::UTC);
    }
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

/// One row by the names of its columns, which Readwise's own export and its import template call differently.
class Row
{
public:
    Row(const QStringList &header, const QStringList &cells)
    {
        for (qsizetype i = 0; i < std::min(header.size(), cells.size()); ++i)
            m_cells.insert(header[i].trimmed().toLower(), withoutGuard(cells[i]));
    }

    QString value(std::initializer_list<const char *> names) const
    {
        for (const char *name : names)
            if (const QString found = m_cells.value(QLatin1String(name)); !found.isEmpty())
                return found;
        return {};
    }

private:
    QMap<QString, QString> m_cells;
};

} // namespace

Result<ForeignHighlights> readReadwise(const QString &csv, const QString &path)
{
    CsvRows rows(csv);
    QStringList header;
    QStringList cells;
    rows.next(&header);
    ForeignHighlights read;
    read.format = QStringLiteral("readwise");
    for (int number = 1; rows.next(&cells); ++number) {
        if (cells.size() == 1 && cells.front().isEmpty())
            continue;
        const Row row(header, cells);
        ForeignHighlight one;
        one.number = number;
        one.quote = row.value({"highlight"});
        one.title = row.value({"title", "book title"});
        one.author = row.value({"author", "book author"});
        one.url = row.value({"url", "source url", "source_url"});
        one.note = row.value({"note"});
        one.colour = foreignColour(row.value({"color", "colour"}));
        for (const QString &tag : row.value({"tags"}).split(u',', Qt::SkipEmptyParts))
            one.tags += tag.trimmed();
        one.created = one.modified = timeOf(row.value({"date", "highlighted at"}));
        if (one.quote.trimmed().isEmpty()) {
            read.refused.push_back({number, QStringLiteral("The row holds no highlight.")});
            continue;
        }
        one.id = foreignId(read.format, {one.title, one.url, row.value({"location"}), one.quote});
        read.highlights.push_back(std::move(one));
    }
    if (rows.isOpen())
        return Error{ErrorKind::Malformed,
                     QStringLiteral("The CSV ends inside a quoted cell: it is cut off."), path};
    return read;
}

} // namespace Lectern
