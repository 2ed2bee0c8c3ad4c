#pragma once

#include "export/exporter.h"

namespace Lectern {

/// RIS in UTF-8 with CRLF, one record an article: its quotations and notes in N1, tags in KW. A value is one
/// line, so line breaks become blanks.
class RisExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("ris"); }
    QString label() const override { return QStringLiteral("RIS"); }
    QString suffix() const override { return QStringLiteral("ris"); }
    QString mimeType() const override { return QStringLiteral("application/x-research-info-systems"); }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QStringList warnings(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
