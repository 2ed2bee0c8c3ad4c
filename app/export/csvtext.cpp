#include "export/csvtext.h"

#include "base/csvrows.h"

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

QString quoted(QString cell)
{
    const bool plain = cell.trimmed() == cell && !cell.contains(u'"') && !cell.contains(u',') &&
                       !cell.contains(u'\n') && !cell.contains(u'\r');
    return plain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString csvRow(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written += quoted(cell);
    return written.join(u',') + u"\r\n"_s;
}

bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && u"=+-@\t\r\n＝＋－＠"_s.contains(cell.front());
}

std::vector<QStringList> csvRows(const QString &text)
{
    CsvRows reader(text);
    std::vector<QStringList> rows;
    for (QStringList cells; reader.next(&cells);)
        rows.push_back(cells);
    return rows;
}

} // namespace Lectern
