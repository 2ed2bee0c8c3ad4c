#pragma once

#include "export/exporter.h"

namespace Lectern {

/// A PDF on A4, shaped by Pango: all scripts, fonts embedded, text that can be searched and copied, links.
/// Its date is that of the newest change of a passage. The fonts are those of the system, so other fonts make
/// other bytes.
class PdfExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("pdf"); }
    QString label() const override { return QStringLiteral("PDF"); }
    QString suffix() const override { return QStringLiteral("pdf"); }
    QString mimeType() const override { return QStringLiteral("application/pdf"); }
    ExportAbilities abilities() const override { return {true, true, true, false}; }
    bool isText() const override { return false; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QString preview(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
