#pragma once

#include "import/importer.h"
#include "text/canonicaltext.h"

namespace Lectern {

/// Reads plain text: a headline when the first line is one, bylines and date lines, header blocks and front
/// matter, paragraphs whatever way the lines are broken. Never takes a date out of the prose.
class PlainTextImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

/// Reads text that is already decoded into the draft's metadata and canonical text; what a record of a
/// collection holds, too.
/// `\n`, CR, CRLF, form feeds and the separators of Unicode break lines.
CanonicalText readPlainText(const QString &text, ArticleDraft &draft);

} // namespace Lectern
