#include "import/epubimporter.h"

#include "import/articlemaking.h"
#include "import/epubpackage.h"
#include "import/textdecoding.h"
#include "import/wholepage.h"
#include "import/zipkind.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// A chapter under its name, when it does not begin with one.
CanonicalText chapterText(const QByteArray &bytes, const QString &label)
{
    const DecodedText decoded = decodeText(bytes, declaredEncoding(bytes));
    CanonicalText text = readWholePage(decoded.text.toUtf8());
    const bool hasHeading = std::any_of(text.blocks.begin(), text.blocks.end(),
                                        [](const Block &block) { return block.kind == BlockKind::Heading; });
    if (hasHeading || label.isEmpty() || text.text.startsWith(label))
        return text;
    CanonicalTextBuilder heading;
    heading.addBlock(BlockKind::Heading, label, 1);
    CanonicalText result = heading.take();
    appendBlocks(result, std::move(text));
    return result;
}

} // namespace

QString EpubImporter::format() const
{
    return u"epub"_s;
}

int EpubImporter::sniff(const RawFile &file) const
{
    return zipKind(file.bytes) == ZipKind::Epub ? 100 : 0;
}

ImportOutcome EpubImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    const auto fail = [&](const Error &error) {
        outcome.failures.push_back(failure(file, error.kind, error.message));
        return outcome;
    };
    const Result<std::shared_ptr<ZipArchive>> archive = ZipArchive::open(file.bytes, options.limits);
    if (!archive)
        return fail(archive.error());
    ArticleDraft draft = draftFor(file, format());
    draft.source.encoding = u"UTF-8"_s;
    const Result<EpubPackage> package = readEpubPackage(**archive, draft);
    if (!package)
        return fail(package.error());

    CanonicalText text;
    QStringList missing;
    std::optional<Error> fault;
    for (const EpubChapter &chapter : package->chapters) {
        const Result<QByteArray> bytes = (*archive)->read(chapter.member);
        if (bytes) {
            appendBlocks(text, chapterText(*bytes, chapter.label));
            continue;
        }
        if (bytes.error().kind != ErrorKind::Malformed)
            return fail(bytes.error());
        missing << chapter.member;
        fault = bytes.error();
    }
    if (text.blocks.empty() && fault)
        return fail(*fault);
    if (text.blocks.empty())
        return fail(
            {ErrorKind::Empty,
             u"There are no words in it. It may be a book of pictures, which Lectern does not read."_s,
             {}});
    if (!missing.isEmpty())
        draft.warnings << u"The book is damaged; these parts could not be read: %1."_s.arg(
            missing.mid(0, 10).join(u", "_s));
    addArticle(outcome, std::move(draft), std::move(text), options);
    return outcome;
}

} // namespace Lectern
