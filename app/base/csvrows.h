#pragma once

#include <QStringList>

namespace Lectern {

/// Reads the rows of a CSV text one after the other by RFC 4180, as spreadsheets save it: with the separator
/// (comma, semicolon or tab) that its first line uses most, a byte order mark, and LF, CRLF or CR between
/// rows. A quotation mark opens a cell only at its beginning. The text must outlive it.
class CsvRows
{
public:
    explicit CsvRows(const QString &text);

    /// False at the end. A line without a character is a row of one empty cell.
    bool next(QStringList *cells);

    /// Whether the last cell was opened by a quotation mark and never closed: it took the rest of the text.
    bool isOpen() const { return m_isOpen; }
    QChar separator() const { return m_separator; }

private:
    QString cell();

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    bool m_isOpen = false;
};

} // namespace Lectern
