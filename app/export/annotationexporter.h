#pragma once

#include "export/exporter.h"

namespace Lectern {

/// JSON as the W3C Web Annotation model has it, indented, keys in order.
class AnnotationExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("json"); }
    QString label() const override { return QStringLiteral("JSON (Web Annotation)"); }
    QString suffix() const override { return QStringLiteral("json"); }
    QString mimeType() const override { return QStringLiteral("application/ld+json"); }
    ExportAbilities abilities() const override { return {false, false, false, true}; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
