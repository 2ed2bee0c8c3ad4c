#pragma once

#include "export/exporter.h"

namespace Lectern {

/// CSV by RFC 4180 in UTF-8, one row a passage, with a header.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` (also of full width), a tab or a line break
/// for a formula. Such a cell gets an apostrophe in front, and the column `guarded` names the columns of the
/// row where that was done, parted by blanks: whoever takes one apostrophe off those has every cell to the
/// letter. Authors and tags are parted by "; "; a semicolon or backslash inside one has a backslash in front.
class CsvExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("csv"); }
    QString label() const override { return QStringLiteral("CSV"); }
    QString suffix() const override { return QStringLiteral("csv"); }
    QString mimeType() const override { return QStringLiteral("text/csv"); }
    ExportAbilities abilities() const override { return {false, false, false, true}; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
