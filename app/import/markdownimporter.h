#pragma once

#include "import/importer.h"
#include "text/canonicaltext.h"

namespace Lectern {

/// Reads Markdown: CommonMark with the tables, task lists, strikethrough and bare links of GitHub, and front
/// matter. Raw HTML is read for its words only.
class MarkdownImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

/// Reads decoded Markdown into the draft's metadata and canonical text.
CanonicalText readMarkdown(const QString &text, ArticleDraft &draft);

} // namespace Lectern
