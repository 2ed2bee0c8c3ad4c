#pragma once

#include "export/exporter.h"

namespace Lectern {

/// A project of the REFI-QDA standard 1.5 (https://www.qdasoftware.org), which programs for qualitative
/// analysis exchange: each article as its canonical text in UTF-8, each passage as a selection in it, by code
/// points, with its tags and colour as codes and its note. A passage of several pieces is several selections.
/// Of an article that is not there what the passage keeps of it is packed. Beside the project lies our
/// record (lectern.json), by which readExport() has everything back.
class QdpxExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("qdpx"); }
    QString label() const override { return QStringLiteral("REFI-QDA project"); }
    QString suffix() const override { return QStringLiteral("qdpx"); }
    QString mimeType() const override { return QStringLiteral("application/zip"); }
    ExportAbilities abilities() const override { return {false, false, false, true}; }
    bool isText() const override { return false; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QString preview(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QStringList warnings(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
