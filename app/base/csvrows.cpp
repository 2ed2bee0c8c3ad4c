#include "base/csvrows.h"

#include <QStringView>

namespace Lectern {

namespace {

/// What the first line uses most, outside of quoted cells.
QChar separatorOf(QStringView text)
{
    const QChar candidates[] = {u',', u';', u'\t'};
    int counts[] = {0, 0, 0};
    bool inQuotes = false;
    for (const QChar c : text) {
        if (c == u'"')
            inQuotes = !inQuotes;
        if (inQuotes)
            continue;
        if (c == u'\n' || c == u'\r')
            break;
        for (int i = 0; i < 3; ++i)
            counts[i] += c == candidates[i];
    }
    int best = 0;
    for (int i = 1; i < 3; ++i)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

} // namespace

CsvRows::CsvRows(const QString &text)
    : m_text(text)
    , m_separator(separatorOf(text))
    , m_at(text.startsWith(u'\ufeff') ? 1 : 0)
{}

bool CsvRows::next(QStringList *cells)
{
    cells->clear();
    if (m_at >= m_text.size())
        return false;
    for (;;) {
        cells->append(cell());
        if (m_at >= m_text.size())
            return true;
        const QChar end = m_text[m_at++];
        if (end == m_separator) {
            if (m_at >= m_text.size()) {
                cells->append(QString());
                return true;
            }
            continue;
        }
        if (end == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        return true;
    }
}

QString CsvRows::cell()
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
    const auto endsCell = [this](QChar c) { return c == m_separator || c == u'\n' || c == u'\r'; };
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && !endsCell(m_text[m_at]))
        ++m_at;
    return value.append(QStringView(m_text).mid(begin, m_at - begin));
}

} // namespace Lectern
