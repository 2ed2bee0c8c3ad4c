#include "base/codepoints.h"
#include "base/jsonlines.h"
#include "cli/gathering.h"
#include "cli/passagesimport.h"
#include "cli/terminal.h"
#include "export/exporter.h"
#include "import/sandbox.h"
#include "library/libraryfolder.h"
#include "passages/anchor.h"
#include "passages/passagestore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <optional>

namespace Lectern {

namespace {

/// Reads each source file once and tells where passages stand in it today.
class Sources
{
public:
    Anchor anchor(const Passage &passage)
    {
        if (!m_read.contains(passage.source.path))
            m_read.insert(passage.source.path, m_sandbox.read(passage.source.path, {}));
        const ImportOutcome &outcome = m_read[passage.source.path];
        const auto same =
            std::find_if(outcome.articles.begin(), outcome.articles.end(), [&](const ArticlePtr &article) {
                return article->source().part == passage.source.part;
            });
        return anchorIn(passage, same == outcome.articles.end() ? nullptr : same->get());
    }

private:
    Sandbox m_sandbox;
    QMap<QString, ImportOutcome> m_read;
};

bool printPassage(const Passage &passage, AnchorState state, bool json)
{
    if (json)
        return JsonLines(stdout).write(passageLine(passage, name(state)));
    QString lines = QStringLiteral("%1\n    %2\n    %3")
                        .arg(Terminal::safe(passage.quote), Terminal::dim(Terminal::safe(citation(passage))),
                             Terminal::dim(QStringLiteral("%1 · %2").arg(passage.id, name(state))));
    if (!passage.note.isEmpty())
        lines += QStringLiteral("\n    ") + Terminal::safe(passage.note);
    return Terminal::print(lines);
}

Exit list(const PassageStore &store, bool json)
{
    Sources sources;
    for (const Passage &passage : store.passages())
        if (!printPassage(passage, sources.anchor(passage).state, json))
            return Exit::Usage;
    return Exit::Done;
}

/// The offset in code points of an option; nothing and a message when it is missing or none.
std::optional<qsizetype> offsetOption(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option)) {
        Terminal::error(QStringLiteral("passages add needs --%1, an offset in code points.").arg(option));
        return std::nullopt;
    }
    const qsizetype value = countOption(parser, option);
    return value < 0 ? std::nullopt : std::optional(value);
}

Exit add(PassageStore &store, const QString &path, const QCommandLineParser &parser, bool json)
{
    const std::optional<qsizetype> start = offsetOption(parser, QStringLiteral("start"));
    const std::optional<qsizetype> end = offsetOption(parser, QStringLiteral("end"));
    if (!start || !end)
        return Exit::Usage;
    const ImportOutcome outcome = Sandbox().read(QFileInfo(path).absoluteFilePath(), {});
    const QString part = parser.value(QStringLiteral("part"));
    const auto article = std::find_if(outcome.articles.begin(), outcome.articles.end(),
                                      [&part](const ArticlePtr &one) { return one->source().part == part; });
    if (article == outcome.articles.end()) {
        for (const ImportFailure &failure : outcome.failures)
            Terminal::error(failure.error);
        if (outcome.failures.empty())
            Terminal::error(QStringLiteral("%1 holds several articles; choose one with --part.").arg(path));
        return Exit::Usage;
    }
    const QString &text = (*article)->text();
    const CodePoints codePoints(text);
    if (*end <= *start || *end > codePoints.fromUtf16(text.size())) {
        Terminal::error(QStringLiteral("%1 to %2 is not a passage of %3: its text has %4 code points.")
                            .arg(*start)
                            .arg(*end)
                            .arg(path)
                            .arg(codePoints.fromUtf16(text.size())));
        return Exit::Usage;
    }
    Passage passage = Passage::cut(**article, codePoints.toUtf16(TextRange{*start, *end}));
    passage.note = parser.value(QStringLiteral("note"));
    passage.tags = parser.values(QStringLiteral("tag"));
    passage.colour = markColourNamed(parser.value(QStringLiteral("colour")));
    const Result<Passage> kept = store.add(std::move(passage));
    if (!kept) {
        Terminal::error(kept.error());
        return Exit::Usage;
    }
    return printPassage(*kept, AnchorState::Exact, json) ? Exit::Done : Exit::Usage;
}

Exit removeAll(PassageStore &store, const QStringList &ids)
{
    Exit exit = Exit::Done;
    for (const QString &id : ids) {
        if (!store.find(id)) {
            Terminal::error(QStringLiteral("There is no passage %1.").arg(id));
            exit = Exit::SomeFailed;
        } else if (const Result<void> removed = store.remove(id); !removed) {
            Terminal::error(removed.error());
            return Exit::Usage;
        }
    }
    return exit;
}

} // namespace

QJsonObject passageLine(const Passage &passage, const QString &state)
{
    return {
        {QStringLiteral("id"), passage.id},
        {QStringLiteral("path"), passage.source.path},
        {QStringLiteral("part"), passage.source.part},
        {QStringLiteral("article"), passage.article},
        {QStringLiteral("start"), qint64(passage.codePoints.start)},
        {QStringLiteral("end"), qint64(passage.codePoints.end)},
        {QStringLiteral("quote"), passage.quote},
        {QStringLiteral("prefix"), passage.prefix},
        {QStringLiteral("suffix"), passage.suffix},
        {QStringLiteral("note"), passage.note},
        {QStringLiteral("tags"), QJsonArray::fromStringList(passage.tags)},
        {QStringLiteral("colour"), name(passage.colour)},
        {QStringLiteral("created"), passage.created.toString(Qt::ISODateWithMs)},
        {QStringLiteral("state"), state},
    };
}

Exit runPassages(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Lists and changes what was kept.\n\n"
                       "  passages list\n"
                       "  passages add PATH --start S --end E\n"
                       "  passages remove ID...\n"
                       "  passages import FILE   (an export of Lectern, Readwise CSV, "
                       "Kindle's My Clippings.txt,\n"
                       "                          Hypothesis JSON or a Readium "
                       "annotation set)"));
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print JSON Lines.")},
        {QStringLiteral("start"), QStringLiteral("First code point of the passage."), QStringLiteral("S")},
        {QStringLiteral("end"), QStringLiteral("Code point behind the passage."), QStringLiteral("E")},
        {QStringLiteral("part"), QStringLiteral("The record inside a collection."), QStringLiteral("PART")},
        {QStringLiteral("note"), QStringLiteral("A note."), QStringLiteral("NOTE")},
        {QStringLiteral("tag"), QStringLiteral("A tag; may be given several times."), QStringLiteral("TAG")},
        {QStringLiteral("colour"), QStringLiteral("yellow, green, blue, pink, orange or violet."),
         QStringLiteral("COLOUR"), QStringLiteral("yellow")},
        {QStringLiteral("overwrite"),
         QStringLiteral(
             "Replace passages of the same id by what is imported; without it they stay as they are.")},
    });
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("ACTION"), QStringLiteral("list, add, remove or import."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;

    QStringList rest = parser.positionalArguments();
    const QString action = rest.isEmpty() ? QString() : rest.takeFirst();
    const bool takesOne = action == QLatin1String("add") || action == QLatin1String("import");
    const bool fits = (action == QLatin1String("list") && rest.isEmpty()) || (takesOne && rest.size() == 1) ||
                      (action == QLatin1String("remove") && !rest.isEmpty());
    if (!fits) {
        Terminal::error(
            QStringLiteral("passages takes list, add PATH, remove ID... or import FILE. See --help."));
        return Exit::Usage;
    }
    const Result<LibraryFolder> folder = LibraryFolder::open(libraryPath(parser));
    if (!folder) {
        Terminal::error(folder.error());
        return Exit::Usage;
    }
    Result<PassageStore> store = PassageStore::open(folder->path());
    if (!store) {
        Terminal::error(store.error());
        return Exit::Usage;
    }
    for (const QString &notice : store->notices())
        Terminal::error(notice);

    const bool json = parser.isSet(QStringLiteral("json"));
    if (action == QLatin1String("list"))
        return list(*store, json);
    if (action == QLatin1String("add"))
        return add(*store, rest.first(), parser, json);
    if (action == QLatin1String("remove"))
        return removeAll(*store, rest);
    const auto known =
        parser.isSet(QStringLiteral("overwrite")) ? KnownPassages::Overwrite : KnownPassages::Keep;
    return importPassages(*store, rest.first(), libraryPath(parser), known, json);
}

} // namespace Lectern
