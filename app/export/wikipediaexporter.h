#pragma once

#include "export/exporter.h"

namespace Lectern {

/// A list of {{cite news}} templates, each with its quotation, to be pasted into an article of Wikipedia.
class WikipediaExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("wikipedia"); }
    QString label() const override { return QStringLiteral("Wikipedia {{cite news}}"); }
    QString suffix() const override { return QStringLiteral("wiki"); }
    QString mimeType() const override { return QStringLiteral("text/plain"); }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

} // namespace Lectern
