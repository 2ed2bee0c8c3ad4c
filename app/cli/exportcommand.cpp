#include "cli/gathering.h"
#include "cli/terminal.h"
#include "export/exporter.h"
#include "library/libraryfolder.h"
#include "passages/passagestore.h"
#include "search/searcher.h"
#include "search/segmentbuilder.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace Lectern {

namespace {

/// A passage as an article of its own, so that the one query language finds it: quote and note are its text.
ArticlePtr asArticle(const Passage &passage)
{
    ArticleDraft draft;
    draft.source.sha256 = QCryptographicHash::hash(passage.id.toUtf8(), QCryptographicHash::Sha256).toHex();
    draft.outlet = passage.outlet;
    draft.authors = passage.authors;
    draft.published = passage.published;
    draft.text = passage.quote;
    draft.blocks.push_back({BlockKind::Paragraph, 0, {0, draft.text.size()}});
    if (!passage.note.isEmpty()) {
        draft.blocks.push_back(
            {BlockKind::Paragraph, 0, TextRange{0, passage.note.size()}.shifted(draft.text.size() + 1)});
        draft.text += QLatin1Char('\n') + passage.note;
    }
    placeTitle(draft, passage.title);
    return Article::make(std::move(draft));
}

std::vector<Passage> matching(const std::vector<Passage> &passages, const QString &query)
{
    SegmentBuilder builder;
    for (const Passage &passage : passages)
        builder.add(asArticle(passage));
    const Answer answer =
        Searcher::search(Corpus().with(builder.build()), Query::parse(query), Order::Relevance);
    std::vector<DocNumber> docs = *answer.docs;
    std::sort(docs.begin(), docs.end()); // the user's order, not that of relevance
    std::vector<Passage> found;
    for (const DocNumber doc : docs)
        found.push_back(passages[doc]);
    return found;
}

/// The passages that the arguments name; nothing and a message when one does not exist or none is named.
std::optional<std::vector<Passage>> chosen(const PassageStore &store, const QCommandLineParser &parser)
{
    const QStringList ids = parser.positionalArguments();
    const bool all = parser.isSet(QStringLiteral("all"));
    const bool queried = parser.isSet(QStringLiteral("query"));
    if (int(all) + int(queried) + int(!ids.isEmpty()) != 1) {
        Terminal::error(QStringLiteral("export takes either passage IDs, --query or --all. See --help."));
        return std::nullopt;
    }
    if (all)
        return store.passages();
    if (queried)
        return matching(store.passages(), parser.value(QStringLiteral("query")));
    std::vector<Passage> passages;
    for (const QString &id : ids) {
        const Passage *passage = store.find(id);
        if (!passage) {
            Terminal::error(
                QStringLiteral("There is no passage %1. “lectern-cli passages list” shows all.").arg(id));
            return std::nullopt;
        }
        passages.push_back(*passage);
    }
    return passages;
}

} // namespace

Exit runExport(const QStringList &arguments)
{
    QStringList formats;
    for (const auto &exporter : exporters())
        formats += exporter->format();

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes passages with their provenance."));
    parser.addOptions({
        {QStringLiteral("format"), QStringLiteral("One of %1.").arg(formats.join(QStringLiteral(", "))),
         QStringLiteral("F"), QStringLiteral("markdown")},
        {QStringLiteral("out"), QStringLiteral("Write to a file instead of standard output."),
         QStringLiteral("FILE")},
        {QStringLiteral("query"), QStringLiteral("Export the passages that match a query."),
         QStringLiteral("Q")},
        {QStringLiteral("all"), QStringLiteral("Export all passages.")},
    });
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("IDS..."), QStringLiteral("Passages to export."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;

    const Exporter *exporter = exporterNamed(parser.value(QStringLiteral("format")));
    if (!exporter) {
        Terminal::error(QStringLiteral("“%1” is not a format. Known: %2.")
                            .arg(parser.value(QStringLiteral("format")), formats.join(QStringLiteral(", "))));
        return Exit::Usage;
    }
    const Result<LibraryFolder> folder = LibraryFolder::open(libraryPath(parser));
    if (!folder) {
        Terminal::error(folder.error());
        return Exit::Usage;
    }
    const Result<PassageStore> store = PassageStore::open(folder->path());
    if (!store) {
        Terminal::error(store.error());
        return Exit::Usage;
    }
    for (const QString &notice : store->notices())
        Terminal::error(notice);
    const std::optional<std::vector<Passage>> passages = chosen(*store, parser);
    if (!passages)
        return Exit::Usage;

    if (parser.isSet(QStringLiteral("out"))) {
        const Result<void> written = exportToFile(
            *exporter, *passages, QFileInfo(parser.value(QStringLiteral("out"))).absoluteFilePath());
        if (!written)
            Terminal::error(written.error());
        return written ? Exit::Done : Exit::Usage;
    }
    const QByteArray bytes = exporter->write(*passages);
    const bool written =
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
    return written ? Exit::Done : Exit::Usage;
}

} // namespace Lectern
