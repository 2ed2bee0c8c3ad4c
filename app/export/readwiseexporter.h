#pragma once

#include "export/exporter.h"

namespace Lectern {

/// The CSV that Readwise imports: Highlight, Title, Author, URL, Note, Location, Date. Tags stand in front of
/// the note as Readwise reads them (".tag"), the location is the first code point in the article's text. The
/// cells are verbatim, because Readwise keeps what it reads: this file is no spreadsheet (CsvExporter is).
class ReadwiseExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("readwise-csv"); }
    QString label() const override { return QStringLiteral("Readwise CSV"); }
    QString suffix() const override { return QStringLiteral("csv"); }
    QString mimeType() const override { return QStringLiteral("text/csv"); }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
