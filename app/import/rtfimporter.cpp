#include "import/rtfimporter.h"

#include "import/articlemaking.h"
#include "import/rtfreader.h"

using namespace Qt::StringLiterals;

namespace Lectern {

QString RtfImporter::format() const
{
    return u"rtf"_s;
}

int RtfImporter::sniff(const RawFile &file) const
{
    return file.bytes.startsWith("{\\rtf") ? 100 : 0;
}

ImportOutcome RtfImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    Result<RtfDocument> document = readRtf(file.bytes);
    if (!document) {
        outcome.failures.push_back(failure(file, document.error().kind, document.error().message));
        return outcome;
    }
    ArticleDraft draft = draftFor(file, format());
    draft.warnings = document->warnings;
    CanonicalText text = writeRichText(std::move(document->text), document->properties, draft);
    addArticle(outcome, std::move(draft), std::move(text), options);
    return outcome;
}

} // namespace Lectern
