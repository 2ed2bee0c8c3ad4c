#include "import/officearchive.h"

#include "import/articlemaking.h"

namespace Lectern {

ImportOutcome readOfficeArchive(const RawFile &file, const QString &format, const ImportOptions &options,
                                const OfficeReader &readDocument)
{
    ImportOutcome outcome;
    const auto fail = [&](const Error &error) {
        outcome.failures.push_back(failure(file, error.kind, error.message));
        return outcome;
    };
    const Result<std::shared_ptr<ZipArchive>> archive = ZipArchive::open(file.bytes, options.limits);
    if (!archive)
        return fail(archive.error());
    DocumentProperties properties;
    Result<RichText> document = readDocument(**archive, properties);
    if (!document)
        return fail(document.error());
    ArticleDraft draft = draftFor(file, format);
    draft.source.encoding = QStringLiteral("UTF-8");
    CanonicalText text = writeRichText(std::move(*document), properties, draft);
    addArticle(outcome, std::move(draft), std::move(text), options);
    return outcome;
}

} // namespace Lectern
