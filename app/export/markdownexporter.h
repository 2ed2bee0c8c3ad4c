#pragma once

#include "export/exporter.h"

namespace Lectern {

/// CommonMark: a block quote whose text, read by a Markdown reader, is the quotation to the letter (each line
/// of it a paragraph), then citation, note and tags, then the record of the passage as one line of JSON in a
/// comment:
///
///     <!-- lectern-passage {"@context":...} -->
class MarkdownExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("markdown"); }
    QString label() const override { return QStringLiteral("Markdown"); }
    QString suffix() const override { return QStringLiteral("md"); }
    QString mimeType() const override { return QStringLiteral("text/markdown"); }
    ExportAbilities abilities() const override { return {true, true, false, true}; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
