#pragma once

#include "export/exporter.h"

namespace Lectern {

/// CSL-JSON (the input of citeproc programs and Zotero), an item for each article: quotations and notes in
/// `annote`, hashes and places of the passages in `custom`, which is there for that.
class CslJsonExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("csl-json"); }
    QString label() const override { return QStringLiteral("CSL-JSON"); }
    QString suffix() const override { return QStringLiteral("json"); }
    QString mimeType() const override { return QStringLiteral("application/vnd.citationstyles.csl+json"); }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
