#include "cli/gathering.h"
#include "cli/sourcearticles.h"
#include "cli/terminal.h"
#include "export/exporter.h"
#include "export/templateexporter.h"
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

#include <unistd.h>

namespace Lectern {

namespace {

template <typename Name>
QString listed(int count, Name name)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names += name(i);
    return names.join(QStringLiteral(", "));
}

QString knownFormats()
{
    const auto &all = exporters();
    return listed(int(all.size()), [&all](int i) { return all[size_t(i)]->format(); }) +
           QStringLiteral(", template:FILE");
}

QString knownStyles()
{
    return listed(citationStyleCount, [](int i) { return name(CitationStyle(i)); });
}

QString knownContexts()
{
    return listed(exportContextCount, [](int i) { return name(ExportContext(i)); });
}

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

/// The exporter of --format; it lives in `owned` when it is of a template. Null and a message when there is
/// none.
const Exporter *chosenExporter(const QString &format, std::unique_ptr<Exporter> *owned)
{
    const QString prefix = QStringLiteral("template:");
    if (format.startsWith(prefix)) {
        Result<std::unique_ptr<Exporter>> made = templateExporter(format.mid(prefix.size()));
        if (!made) {
            Terminal::error(made.error());
            return nullptr;
        }
        *owned = std::move(made).value();
        return owned->get();
    }
    const Exporter *exporter = exporterNamed(format);
    if (!exporter)
        Terminal::error(QStringLiteral("“%1” is not a format. Known: %2.").arg(format, knownFormats()));
    return exporter;
}

/// What --style, --context, --accessed and --no-record say; nothing and a message when one of them is no such
/// thing.
std::optional<ExportOptions> chosenOptions(const QCommandLineParser &parser)
{
    ExportOptions options;
    const QString style = parser.value(QStringLiteral("style"));
    const QString context = parser.value(QStringLiteral("context"));
    const QString accessed = parser.value(QStringLiteral("accessed"));
    const std::optional<CitationStyle> knownStyle = citationStyleNamed(style);
    const std::optional<ExportContext> knownContext = exportContextNamed(context);
    if (!knownStyle) {
        Terminal::error(QStringLiteral("“%1” is not a style. Known: %2.").arg(style, knownStyles()));
        return std::nullopt;
    }
    if (!knownContext) {
        Terminal::error(QStringLiteral("“%1” is not a context. Known: %2.").arg(context, knownContexts()));
        return std::nullopt;
    }
    options.style = *knownStyle;
    options.context = *knownContext;
    options.withRecord = !parser.isSet(QStringLiteral("no-record"));
    options.withSources = parser.isSet(QStringLiteral("with-sources"));
    if (accessed == QLatin1String("today"))
        options.accessed = QDate::currentDate();
    else if (!accessed.isEmpty())
        options.accessed = QDate::fromString(accessed, Qt::ISODate);
    if (!accessed.isEmpty() && !options.accessed.isValid()) {
        Terminal::error(QStringLiteral("“%1” is not a date like 2026-11-25, nor today.").arg(accessed));
        return std::nullopt;
    }
    return options;
}

/// Prints the template that comes with Lectern, as a start for one's own.
Exit printTemplate(const QString &name)
{
    QStringList names;
    for (const ShippedTemplate &shipped : shippedTemplates()) {
        if (shipped.name == name)
            return Terminal::print(shipped.text.trimmed()) ? Exit::Done : Exit::Usage;
        names += shipped.name;
    }
    Terminal::error(
        QStringLiteral("There is no template “%1”. Known: %2.").arg(name, names.join(QStringLiteral(", "))));
    return Exit::Usage;
}

Exit write(const Exporter &exporter, const std::vector<Passage> &passages, const ExportOptions &options,
           const QString &out)
{
    if (out.isEmpty() && !exporter.isText() && isatty(STDOUT_FILENO)) {
        Terminal::error(
            QStringLiteral("%1 is not text for a terminal. Name a file with --out, or use a pipe.")
                .arg(exporter.label()));
        return Exit::Usage;
    }
    if (const Result<void> ready = exporter.ready(); !ready) {
        Terminal::error(ready.error());
        return Exit::Usage;
    }
    for (const QString &warning : exporter.warnings(passages, options))
        Terminal::error(warning);
    if (!out.isEmpty()) {
        const Result<void> written =
            exportToFile(exporter, passages, QFileInfo(out).absoluteFilePath(), options);
        if (!written)
            Terminal::error(written.error());
        return written ? Exit::Done : Exit::Usage;
    }
    const QByteArray bytes = exporter.write(passages, options);
    const bool written =
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size()) &&
        std::fflush(stdout) == 0;
    return written ? Exit::Done : Exit::Usage;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("format"), QStringLiteral("One of %1.").arg(knownFormats()), QStringLiteral("F"),
         QStringLiteral("markdown")},
        {QStringLiteral("out"), QStringLiteral("Write to a file instead of standard output."),
         QStringLiteral("FILE")},
        {QStringLiteral("style"), QStringLiteral("How sources are cited: %1.").arg(knownStyles()),
         QStringLiteral("S"), QStringLiteral("plain")},
        {QStringLiteral("context"),
         QStringLiteral("What goes along around the quotation: %1.").arg(knownContexts()),
         QStringLiteral("C"), QStringLiteral("none")},
        {QStringLiteral("accessed"),
         QStringLiteral("The day on which addresses were looked at: a date, or today. Left out otherwise."),
         QStringLiteral("DATE")},
        {QStringLiteral("no-record"),
         QStringLiteral("Leave file, hashes and offsets out of text, odt, docx and pdf.")},
        {QStringLiteral("with-sources"),
         QStringLiteral("Pack the files that the passages were cut from into an evidence pack.")},
        {QStringLiteral("query"), QStringLiteral("Export the passages that match a query."),
         QStringLiteral("Q")},
        {QStringLiteral("all"), QStringLiteral("Export all passages.")},
        {QStringLiteral("print-template"), QStringLiteral("Print a template that comes with Lectern."),
         QStringLiteral("NAME")},
    });
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("IDS..."), QStringLiteral("Passages to export."));
}

} // namespace

Exit runExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes passages with their provenance."));
    addOptions(parser);
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.isSet(QStringLiteral("print-template")))
        return printTemplate(parser.value(QStringLiteral("print-template")));

    std::unique_ptr<Exporter> owned;
    const Exporter *exporter = chosenExporter(parser.value(QStringLiteral("format")), &owned);
    std::optional<ExportOptions> options = chosenOptions(parser);
    if (!exporter || !options)
        return Exit::Usage;
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
    SourceArticles sources;
    options->article = [&sources](const Passage &passage) { return sources.find(passage); };
    return write(*exporter, *passages, *options, parser.value(QStringLiteral("out")));
}

} // namespace Lectern
