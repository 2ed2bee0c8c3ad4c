#include "import/importer.h"

#include "import/archiveimporter.h"
#include "import/articlemaking.h"
#include "import/csvimporter.h"
#include "import/docximporter.h"
#include "import/htmlimporter.h"
#include "import/rtfimporter.h"
#include "import/epubimporter.h"
#include "import/feedimporter.h"
#include "import/opmlimporter.h"
#include "import/pdfimporter.h"
#include "import/mailimporter.h"
#include "import/mboximporter.h"
#include "import/mhtmlimporter.h"
#include "import/jsonlinesimporter.h"
#include "import/markdownimporter.h"
#include "import/odtimporter.h"
#include "import/plaintextimporter.h"
#include "import/signatures.h"
#include "import/textdecoding.h"
#include "import/warcimporter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// Formats whose files may be larger than others.
bool isCollection(const Importer &importer)
{
    const QString format = importer.format();
    return format == u"archive" || format == u"warc" || format == u"jsonl" || format == u"csv" ||
           format == u"pdf" || format == u"mbox";
}

/// Only white space, in whatever width its characters come.
bool isBlank(const QByteArray &bytes)
{
    const bool hasAscii = std::any_of(bytes.begin(), bytes.end(), [](char c) { return c > ' ' && c < 0x7F; });
    return !hasAscii && decodeText(bytes).text.trimmed().isEmpty();
}

const Importer *importerNamed(const QString &format)
{
    const auto it = std::find_if(importers().begin(), importers().end(),
                                 [&](const auto &importer) { return importer->format() == format; });
    return it == importers().end() ? nullptr : it->get();
}

/// The importer that is surest; the earlier one of two alike. Null when none is sure at all.
const Importer *sniffed(const RawFile &file)
{
    const Importer *best = nullptr;
    int bestScore = 0;
    for (const auto &importer : importers())
        if (const int score = importer->sniff(file); score > bestScore) {
            best = importer.get();
            bestScore = score;
        }
    return best;
}

QString formatNames()
{
    QStringList names;
    for (const auto &importer : importers())
        names << importer->format();
    return names.join(u", "_s);
}

ImportOutcome failed(const RawFile &file, ErrorKind kind, const QString &message)
{
    ImportOutcome outcome;
    outcome.failures.push_back(failure(file, kind, message));
    return outcome;
}

} // namespace

const std::vector<std::unique_ptr<Importer>> &importers()
{
    static const std::vector<std::unique_ptr<Importer>> all = [] {
        std::vector<std::unique_ptr<Importer>> list;
        list.push_back(std::make_unique<DocxImporter>());
        list.push_back(std::make_unique<OdtImporter>());
        list.push_back(std::make_unique<RtfImporter>());
        list.push_back(std::make_unique<EpubImporter>());
        list.push_back(std::make_unique<PdfImporter>());
        list.push_back(std::make_unique<MailImporter>());
        list.push_back(std::make_unique<MboxImporter>());
        list.push_back(std::make_unique<MhtmlImporter>());
        list.push_back(std::make_unique<FeedImporter>());
        list.push_back(std::make_unique<OpmlImporter>());
        list.push_back(std::make_unique<CsvImporter>());
        list.push_back(std::make_unique<JsonLinesImporter>());
        list.push_back(std::make_unique<HtmlImporter>());
        list.push_back(std::make_unique<WarcImporter>());
        list.push_back(std::make_unique<ArchiveImporter>());
        list.push_back(std::make_unique<PlainTextImporter>());
        list.push_back(std::make_unique<MarkdownImporter>());
        return list;
    }();
    return all;
}

ImportOutcome importBytes(const RawFile &file, const ImportOptions &options)
{
    if (!options.format.isEmpty() && importerNamed(options.format) == nullptr)
        return failed(file, ErrorKind::Usage,
                      u"There is no format \"%1\". Known formats: %2."_s.arg(options.format, formatNames()));
    if (file.bytes.isEmpty())
        return failed(file, ErrorKind::Empty, u"The file is empty."_s);
    if (isBlank(file.bytes))
        return failed(file, ErrorKind::Empty, u"There is nothing but white space in it."_s);

    const Importer *importer = importerNamed(options.format);
    if (importer == nullptr) {
        if (const std::optional<Error> known = knownUnreadable(file))
            return failed(file, known->kind, known->message);
        importer = sniffed(file);
    }
    if (importer == nullptr)
        return failed(file, ErrorKind::Unsupported,
                      u"This is neither text nor a format that Lectern knows."_s);
    const qint64 limit = isCollection(*importer) ? options.limits.collectionBytes : options.limits.fileBytes;
    if (limit > 0 && file.bytes.size() > limit)
        return failed(
            file, ErrorKind::Limit,
            u"It is larger than %L1 MiB. Split it, or import it without limits."_s.arg(limit >> 20));

    ImportOutcome outcome = importer->read(file, options);
    if (outcome.articles.empty() && outcome.failures.empty())
        outcome.failures.push_back(failure(file, ErrorKind::Empty, u"There are no words in it."_s));
    return outcome;
}

} // namespace Lectern
