#pragma once

#include "export/exporter.h"

namespace Lectern {

/// A Readium AnnotationSet (https://github.com/readium/annotations), which reading programs exchange. It is
/// about one publication, so the set names an article only when all passages are of the same; each
/// annotation names its own in our provenance, by which readAnnotations() has everything back.
class ReadiumExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("annotation"); }
    QString label() const override { return QStringLiteral("Readium annotations"); }
    QString suffix() const override { return QStringLiteral("annotation"); }
    QString mimeType() const override { return QStringLiteral("application/rd-annotations+json"); }
    ExportAbilities abilities() const override { return {false, false, false, true}; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QStringList warnings(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
