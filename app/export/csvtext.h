#pragma once

#include <QStringList>

#include <vector>

namespace Lectern {

/// One row by RFC 4180, its line break included. A cell is quoted where it must be.
QString csvRow(const QStringList &cells);

/// Whether a spreadsheet would take the cell for a formula.
bool looksLikeFormula(const QString &cell);

/// All rows of a file as CsvRows reads them. Never fails: a quotation mark that nobody closes takes the rest.
std::vector<QStringList> csvRows(const QString &text);

} // namespace Lectern
