#pragma once

#include "export/exporter.h"

namespace Lectern {

/// A file like "My Clippings.txt" of a Kindle, for programs that read those. It loses much (no address, no
/// hashes) and is not read back. Dates are in UTC, so that the same passages give the same bytes.
class ClippingsExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("clippings"); }
    QString label() const override { return QStringLiteral("Kindle-like clippings"); }
    QString suffix() const override { return QStringLiteral("txt"); }
    QString mimeType() const override { return QStringLiteral("text/plain"); }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
