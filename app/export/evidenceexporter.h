#pragma once

#include "export/exporter.h"

namespace Lectern {

/// A zip that proves passages without us: a page that checks sources in any browser (evidence.html), the
/// record (lectern.json), the sources themselves when they are wanted and still have the hash that was
/// recorded, and SHA256SUMS over all of it, which sha256sum(1) checks.
class EvidenceExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("evidence"); }
    QString label() const override { return QStringLiteral("Evidence pack"); }
    QString suffix() const override { return QStringLiteral("zip"); }
    QString mimeType() const override { return QStringLiteral("application/zip"); }
    ExportAbilities abilities() const override { return {true, true, false, true, true}; }
    bool isText() const override { return false; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QString preview(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QStringList warnings(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
