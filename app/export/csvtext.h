#pragma once

#include <QStringList>

#include <vector>

namespace Lectern {

/// One row by RFC 4180, its line break included. A cell is quoted where it must be.
QString csvRow(const QStringList &cells);

/// Whether a spreadsheet would take the cell for a formula.
bool looksLikeFormula(const QString &cell);

/// The rows of a file by RFC 4180, with the separator (comma, semicolon or tab) that its first line uses, a
/// byte order mark and bare line feeds allowed, as spreadsheets save it. Never fails: a quotation mark that
/// nobody closes takes the rest.
std::vector<QStringList> csvRows(const QString &text);

} // namespace Lectern
