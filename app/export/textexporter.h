#pragma once

#include "export/exporter.h"

namespace Lectern {

/// Plain text in UTF-8: the quotation as it stands, its citation, and where it comes from.
class TextExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("text"); }
    QString label() const override { return QStringLiteral("Plain text"); }
    QString suffix() const override { return QStringLiteral("txt"); }
    QString mimeType() const override { return QStringLiteral("text/plain"); }
    ExportAbilities abilities() const override { return {true, true, true, false}; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
