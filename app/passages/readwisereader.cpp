#include "passages/highlightreaders.h"

#include <QMap>

namespace Lectern {

namespace {

/// Reads CSV by RFC 4180: one row at a time, line breaks and doubled quotes inside quoted cells.
class CsvRows
{
public:
    explicit CsvRows(const QString &text)
        : m_text(text)
    {}

    /// False at the end.
    bool next(QStringList *cells)
    {
        cells->clear();
        if (m_at >= m_text.size())
            return false;
        for (;;) {
            cells->append(cell());
            if (m_at >= m_text.size())
                return true;
            const QChar end = m_text[m_at++];
            if (end == u',')
                continue;
            if (end == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
                ++m_at;
            return true;
        }
    }

    /// Whether the last cell was opened and never closed.
    bool isOpen() const { return m_isOpen; }

private:
    static bool endsCell(QChar c) { return c == u',' || c == u'\n' || c == u'\r'; }

    QString cell()
    {
        QString value;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            m_isOpen = true;
            for (++m_at; m_at < m_text.size(); ++m_at) {
                if (m_text[m_at] != u'"') {
                    value += m_text[m_at];
                } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                    value += u'"';
                    ++m_at;
                } else {
                    m_isOpen = false;
                    ++m_at;
                    break;
                }
            }
        }
        while (m_at < m_text.size() && !endsCell(m_text[m_at]))
            value += m_text[m_at++];
        return value;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_isOpen = false;
};

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
