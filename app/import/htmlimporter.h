#pragma once

#include "import/importer.h"
#include "text/canonicaltext.h"

namespace Lectern {

/// Reads a web page: its article, and what the page says about it. A page that no tree can safely be made of
/// is read by its words alone, with a warning.
class HtmlImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

/// Reads a decoded page into the draft's metadata, confidence and warnings, and into canonical text.
/// `baseUrl` is where the page came from, "" when that is not known.
CanonicalText readHtml(const QString &html, const QString &baseUrl, ArticleDraft &draft);

} // namespace Lectern
