#pragma once

#include "export/exporter.h"

namespace Lectern {

/// A WordprocessingML document (ECMA-376): the quotations with named styles, marked words on the ground of
/// their colour, addresses as links.
class DocxExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("docx"); }
    QString label() const override { return QStringLiteral("Word document"); }
    QString suffix() const override { return QStringLiteral("docx"); }
    QString mimeType() const override
    {
        return QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }
    ExportAbilities abilities() const override { return {true, true, true, false}; }
    bool isText() const override { return false; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    QString preview(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
