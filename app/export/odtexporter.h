#pragma once

#include "export/exporter.h"

namespace Lectern {

/// An OpenDocument text (ISO/IEC 26300): the quotations with styles that can be changed in one place, marked
/// words on the ground of their colour, addresses as links.
class OdtExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("odt"); }
    QString label() const override { return QStringLiteral("OpenDocument text"); }
    QString suffix() const override { return QStringLiteral("odt"); }
    QString mimeType() const override { return QStringLiteral("application/vnd.oasis.opendocument.text"); }
    ExportAbilities abilities() const override { return {true, true, true, false}; }
    bool isText() const override { return false; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QString preview(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
