#pragma once

#include "export/exporter.h"

namespace Lectern {

/// One self-contained HTML document: quotations, citations, and the record of all passages as JSON-LD in its
/// head.
class HtmlExporter final : public Exporter
{
public:
    QString format() const override { return QStringLiteral("html"); }
    QString label() const override { return QStringLiteral("HTML"); }
    QString suffix() const override { return QStringLiteral("html"); }
    QString mimeType() const override { return QStringLiteral("text/html"); }
    ExportAbilities abilities() const override { return {true, true, false, true}; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
};

/// What a page has beside its passages; HTML.
struct HtmlAdditions
{
    QString head; ///< at the end of the head
    QString top;  ///< before the passages
    QString end;  ///< behind them
};

/// The document with additions.
QString htmlPage(const std::vector<Passage> &passages, const ExportOptions &options,
                 const HtmlAdditions &additions);

/// The quotation as a blockquote; each line of it is a paragraph, so that their texts joined by line breaks
/// are the quotation.
QString quoteHtml(const Passage &passage);

} // namespace Lectern
