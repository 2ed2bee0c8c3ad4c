#include "base/codepoints.h"
#include "base/jsonlines.h"
#include "cli/articlejson.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "library/factgathering.h"
#include "search/didyoumean.h"
#include "search/highlighter.h"
#include "search/searcher.h"

#include <QFile>

#include <optional>

namespace Lectern {

namespace {

struct SearchOptions
{
    bool json = false;
    bool countOnly = false;
    bool withHits = true;
    bool plain = false;
    qsizetype limit = 50;
    qsizetype offset = 0;
    Order order = Order::Relevance;
};

struct NamedQuery
{
    QString id; ///< "" when there is only one
    QString text;
};

QJsonObject resultLine(const Article &article, qsizetype rank, float score, Highlighter &highlighter,
                       bool withHits)
{
    const std::vector<TextRange> hits = highlighter.hits(article);
    const Snippet shown = snippet(article, hits);
    QJsonObject line{
        {QStringLiteral("rank"), qint64(rank)},
        {QStringLiteral("id"), article.id()},
        {QStringLiteral("path"), article.source().path},
        {QStringLiteral("part"), article.source().part},
        {QStringLiteral("title"), stringOrNull(article.title())},
        {QStringLiteral("outlet"), stringOrNull(article.outlet())},
        {QStringLiteral("published"), stringOrNull(article.published().toIso())},
        {QStringLiteral("score"), double(score)},
        {QStringLiteral("hitCount"), qint64(hits.size())},
        {QStringLiteral("snippet"),
         QJsonObject{{QStringLiteral("text"), shown.text},
                     {QStringLiteral("hits"), rangeArray(shown.hits, CodePoints(shown.text))}}},
    };
    if (withHits)
        line.insert(QStringLiteral("hits"), rangeArray(hits, CodePoints(article.text())));
    return line;
}

void printResult(const Article &article, qsizetype rank, Highlighter &highlighter)
{
    const std::vector<TextRange> hits = highlighter.hits(article);
    const Snippet shown = snippet(article, hits);
    QStringList facts;
    if (!article.outlet().isEmpty())
        facts += article.outlet();
    if (!article.published().isNull())
        facts += article.published().toIso();
    facts += QStringLiteral("%1 hits").arg(hits.size());
    facts += article.source().path;
    Terminal::print(QStringLiteral("%1. %2\n   %3\n   %4")
                        .arg(rank)
                        .arg(Terminal::bold(Terminal::safe(article.title())),
                             Terminal::dim(Terminal::safe(facts.join(QStringLiteral(" · ")))),
                             Terminal::marked(shown.text, shown.hits)));
}

bool answerOne(const CorpusPtr &corpus, const ReaderFacts &facts, const NamedQuery &question,
               const SearchOptions &options)
{
    const auto read = [&options](const QString &text) {
        return options.plain ? Query::bagOfWords(text) : Query::parse(text);
    };
    const Query query = read(question.text);
    const Answer answer = Searcher::search(corpus, query, options.order, {}, &facts);
    Highlighter highlighter(query);
    JsonLines lines(stdout);
    const auto named = [&question](QJsonObject line) {
        if (!question.id.isEmpty())
            line.insert(QStringLiteral("qid"), question.id);
        return line;
    };

    const qsizetype first = qMin(options.offset, answer.total());
    const qsizetype last = options.countOnly ? first : first + qMin(options.limit, answer.total() - first);
    for (qsizetype i = first; i < last; ++i) {
        const ArticlePtr article = corpus->article((*answer.docs)[size_t(i)]);
        const float score = answer.scores.empty() ? 0.0F : answer.scores[size_t(i)];
        if (!options.json)
            printResult(*article, i + 1, highlighter);
        else if (!lines.write(named(resultLine(*article, i + 1, score, highlighter, options.withHits))))
            return false;
    }
    const QStringList suggestions = didYouMean(answer, read, {}, &facts);
    if (options.json)
        return lines.write(named({{QStringLiteral("query"), question.text},
                                  {QStringLiteral("parsed"), query.toString()},
                                  {QStringLiteral("hints"), QJsonArray::fromStringList(query.hints() + answer.notices)},
                                  {QStringLiteral("suggestions"), QJsonArray::fromStringList(suggestions)},
                                  {QStringLiteral("total"), qint64(answer.total())},
                                  {QStringLiteral("returned"), qint64(last - first)},
                                  {QStringLiteral("ms"), answer.milliseconds}}));
    for (const QString &hint : query.hints() + answer.notices)
        Terminal::error(hint);
    const bool isPrinted = Terminal::print(QStringLiteral("%1 articles match %2 (%3 ms).")
                                               .arg(answer.total())
                                               .arg(Terminal::safe(query.toString()))
                                               .arg(answer.milliseconds, 0, 'f', 1));
    if (suggestions.isEmpty())
        return isPrinted;
    return isPrinted &&
        Terminal::print(QStringLiteral("Did you mean: %1?")
                            .arg(Terminal::safe(suggestions.join(QStringLiteral("? ")))));
}

std::optional<Order> orderNamed(const QString &name)
{
    if (name == QLatin1String("relevance"))
        return Order::Relevance;
    if (name == QLatin1String("date"))
        return Order::DateNewest;
    if (name == QLatin1String("title"))
        return Order::Title;
    if (name == QLatin1String("outlet"))
        return Order::Outlet;
    Terminal::error(QStringLiteral("--sort is relevance, date, title or outlet, not “%1”.").arg(name));
    return std::nullopt;
}

/// The queries of a file, `qid<TAB>query` a line; nothing and a message when it cannot be read.
std::optional<std::vector<NamedQuery>> queriesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Terminal::error(Error{ErrorKind::Unreadable, file.errorString(), path});
        return std::nullopt;
    }
    std::vector<NamedQuery> queries;
    for (int number = 1; !file.atEnd(); ++number) {
        QString line = QString::fromUtf8(file.readLine());
        while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r')))
            line.chop(1);
        const qsizetype tab = line.indexOf(QLatin1Char('\t'));
        if (line.isEmpty())
            continue;
        if (tab <= 0) {
            Terminal::error(
                Error{ErrorKind::Usage, QStringLiteral("Line %1 is not QID<TAB>QUERY.").arg(number), path});
            return std::nullopt;
        }
        queries.push_back({line.left(tab), line.mid(tab + 1)});
    }
    return queries;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Finds articles. Without PATHs it searches the library.\n\n"
                       "A query: word word (all of them), \"a phrase\", -without, OR, ( ), prefix*, title:, "
                       "outlet:, author:, "
                       "date:2024-03..2024-05, before:, after:."));
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print JSON Lines.")},
        {QStringLiteral("queries"), QStringLiteral("Answer many queries: QID<TAB>QUERY a line."),
         QStringLiteral("FILE")},
        {QStringLiteral("plain"), QStringLiteral("Take the query as a bag of words, none required.")},
        {QStringLiteral("limit"), QStringLiteral("Print at most N results."), QStringLiteral("N"),
         QStringLiteral("50")},
        {QStringLiteral("offset"), QStringLiteral("Leave out the first N results."), QStringLiteral("N"),
         QStringLiteral("0")},
        {QStringLiteral("sort"), QStringLiteral("relevance, date, title or outlet."), QStringLiteral("ORDER"),
         QStringLiteral("relevance")},
        {QStringLiteral("count"), QStringLiteral("Print only the total.")},
        {QStringLiteral("no-hits"), QStringLiteral("Leave out the places of the hits (JSON).")},
    });
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("QUERY"),
                                 QStringLiteral("What to find (not with --queries)."));
    parser.addPositionalArgument(QStringLiteral("PATH..."),
                                 QStringLiteral("Files or folders to search instead of the library."));
}

} // namespace

Exit runSearch(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;

    QStringList paths = parser.positionalArguments();
    std::vector<NamedQuery> questions;
    if (parser.isSet(QStringLiteral("queries"))) {
        std::optional<std::vector<NamedQuery>> many = queriesOf(parser.value(QStringLiteral("queries")));
        if (!many)
            return Exit::Usage;
        questions = std::move(*many);
    } else if (paths.isEmpty()) {
        Terminal::error(QStringLiteral("search needs a query. See --help."));
        return Exit::Usage;
    } else {
        questions.push_back({QString(), paths.takeFirst()});
    }

    SearchOptions options;
    options.json = parser.isSet(QStringLiteral("json"));
    options.countOnly = parser.isSet(QStringLiteral("count"));
    options.withHits = !parser.isSet(QStringLiteral("no-hits"));
    options.plain = parser.isSet(QStringLiteral("plain"));
    options.limit = countOption(parser, QStringLiteral("limit"));
    options.offset = countOption(parser, QStringLiteral("offset"));
    const std::optional<Order> order = orderNamed(parser.value(QStringLiteral("sort")));
    if (options.limit < 0 || options.offset < 0 || !order)
        return Exit::Usage;
    options.order = *order;

    std::vector<ImportFailure> failures;
    const CorpusPtr corpus = gatherCorpus(paths, libraryPath(parser), &failures);
    for (const ImportFailure &failure : failures)
        Terminal::error(failure.error);
    const ReaderFacts facts = paths.isEmpty() ? gatherFacts(libraryPath(parser)) : ReaderFacts();
    for (const NamedQuery &question : questions)
        if (!answerOne(corpus, facts, question, options))
            return Exit::Usage;
    if (failures.empty())
        return Exit::Done;
    return corpus->size() > 0 ? Exit::SomeFailed : Exit::Usage;
}

} // namespace Lectern
