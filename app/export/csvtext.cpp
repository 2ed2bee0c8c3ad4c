#include "export/csvtext.h"

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

QString quoted(QString cell)
{
    const bool plain = cell.trimmed() == cell && !cell.contains(u'"') && !cell.contains(u',') &&
                       !cell.contains(u'\n') && !cell.contains(u'\r');
    return plain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

/// What the first line uses most.
QChar separatorOf(const QString &text)
{
    const QString line = text.left(text.indexOf(u'\n'));
    QChar best = u',';
    for (const QChar candidate : {u';', u'\t'})
        if (line.count(candidate) > line.count(best))
            best = candidate;
    return best;
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
    const QChar separator = separatorOf(text);
    std::vector<QStringList> rows;
    QStringList cells;
    QString cell;
    bool inQuotes = false;
    const auto endRow = [&] {
        cells += std::exchange(cell, {});
        rows.push_back(std::exchange(cells, {}));
    };
    for (qsizetype i = text.startsWith(u'\ufeff') ? 1 : 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (inQuotes) {
            if (c != u'"')
                cell += c;
            else if (next == u'"')
                cell += text[++i];
            else
                inQuotes = false;
        } else if (c == u'"' && cell.isEmpty()) {
            inQuotes = true;
        } else if (c == separator) {
            cells += std::exchange(cell, {});
        } else if (c == u'\n' || (c == u'\r' && next == u'\n')) {
            i += c == u'\r' ? 1 : 0;
            endRow();
        } else {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !cells.isEmpty())
        endRow();
    return rows;
}

} // namespace Lectern
