#include "base/codepoints.h"
#include "base/jsonlines.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "search/concordance.h"
#include "text/words.h"

#include <algorithm>
#include <optional>

namespace Lectern {

namespace {

/// The code points of the article that was asked for last: lines of one article often stand together.
class LastCodePoints
{
public:
    const CodePoints &of(const ArticlePtr &article)
    {
        if (m_article != article) {
            m_article = article;
            m_points.emplace(article->text());
        }
        return *m_points;
    }

private:
    ArticlePtr m_article;
    std::optional<CodePoints> m_points;
};

QString cut(const Article &article, TextRange range)
{
    return article.text().mid(range.start, range.length());
}

QJsonObject jsonLine(const ConcordanceLine &line, LastCodePoints *points)
{
    const Article &article = *line.article;
    const TextRange hit = points->of(line.article).fromUtf16(line.hit);
    return {{QStringLiteral("path"), article.source().path},
            {QStringLiteral("part"), article.source().part},
            {QStringLiteral("id"), article.id()},
            {QStringLiteral("start"), qint64(hit.start)},
            {QStringLiteral("end"), qint64(hit.end)},
            {QStringLiteral("left"), cut(article, line.left)},
            {QStringLiteral("hit"), cut(article, line.hit)},
            {QStringLiteral("right"), cut(article, line.right)},
            {QStringLiteral("title"), stringOrNull(article.title())}};
}

/// A stretch of an article on one line; no unit more or less.
QString onOneLine(const Article &article, TextRange range)
{
    QString text = cut(article, range);
    for (QChar &c : text) {
        if (c.isSpace() || c == QChar::ObjectReplacementCharacter)
            c = u' ';
    }
    return text;
}

/// How many columns of a terminal a text takes, roughly: marks none, letters that are written without spaces
/// two.
qsizetype columns(const QString &text)
{
    qsizetype count = 0;
    for (const QChar c : text) {
        if (!c.isMark() && !c.isLowSurrogate())
            count += c.unicode() >= 0x1100 && (writesWithoutSpaces(c) || c.isHighSurrogate()) ? 2 : 1;
    }
    return count;
}

QString padding(qsizetype width, const QString &text)
{
    return QString(std::max<qsizetype>(0, width - columns(text)), u' ');
}

/// The hits stand below each other, and so do the titles behind them.
bool printLine(const ConcordanceLine &line, qsizetype width)
{
    constexpr qsizetype usualHit = 16;
    const QString left = onOneLine(*line.article, line.left);
    const QString hit = onOneLine(*line.article, line.hit);
    const QString right = onOneLine(*line.article, line.right);
    return Terminal::print(padding(width, left) +
                           Terminal::marked(left + hit + right, {{left.size(), left.size() + hit.size()}}) +
                           padding(width + usualHit, hit + right) + QLatin1String("  ") +
                           Terminal::dim(Terminal::safe(line.article->title())));
}

/// Nothing and a message when a key is not known.
std::optional<std::vector<LineKey>> keysOf(const QString &names)
{
    std::vector<LineKey> keys;
    for (const QString &name : names.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const std::optional<LineKey> key = lineKeyNamed(name.trimmed());
        if (!key) {
            Terminal::error(
                QStringLiteral("--sort takes left1 to left5, hit, right1 to right5, date and title with "
                               "commas between them, not “%1”.")
                    .arg(name));
            return std::nullopt;
        }
        keys.push_back(*key);
    }
    return keys;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Prints every place where a query occurs, a line each, with what stands around it. Without "
        "PATHs it reads the library. The queries are those of “search”."));
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print JSON Lines.")},
        {QStringLiteral("width"), QStringLiteral("Show at most N characters on each side."),
         QStringLiteral("N"), QStringLiteral("40")},
        {QStringLiteral("sort"),
         QStringLiteral(
             "Order the lines by left1 to left5 (words to the left), hit, right1 to right5, date or "
             "title, with commas between them; else as search does."),
         QStringLiteral("KEYS")},
        {QStringLiteral("limit"), QStringLiteral("Print at most N lines; else all."), QStringLiteral("N")},
    });
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("QUERY"), QStringLiteral("What to find."));
    parser.addPositionalArgument(QStringLiteral("PATH..."),
                                 QStringLiteral("Files or folders to search instead of the library."));
}

bool printLines(const Concordance &concordance, size_t count, qsizetype width, bool json)
{
    JsonLines lines(stdout);
    LastCodePoints points;
    for (size_t i = 0; i < count; ++i) {
        const ConcordanceLine line = concordance.line(i, width);
        if (!(json ? lines.write(jsonLine(line, &points)) : printLine(line, width)))
            return false;
    }
    return true;
}

} // namespace

Exit runConcordance(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    QStringList paths = parser.positionalArguments();
    if (paths.isEmpty()) {
        Terminal::error(QStringLiteral("concordance needs a query. See --help."));
        return Exit::Usage;
    }
    const Query query = Query::parse(paths.takeFirst());
    const qsizetype width = countOption(parser, QStringLiteral("width"));
    const bool hasLimit = parser.isSet(QStringLiteral("limit"));
    const qsizetype limit = hasLimit ? countOption(parser, QStringLiteral("limit")) : 0;
    const std::optional<std::vector<LineKey>> keys = keysOf(parser.value(QStringLiteral("sort")));
    if (width < 0 || limit < 0 || !keys)
        return Exit::Usage;

    std::vector<ImportFailure> failures;
    const CorpusPtr corpus = gatherCorpus(paths, libraryPath(parser), &failures);
    for (const ImportFailure &failure : failures)
        Terminal::error(failure.error);
    const std::unique_ptr<Concordance> concordance =
        Concordance::make(Searcher::search(corpus, query, Order::Relevance));
    concordance->sort(*keys);

    const bool json = parser.isSet(QStringLiteral("json"));
    const size_t all = concordance->lineCount();
    if (!printLines(*concordance, hasLimit ? std::min(size_t(limit), all) : all, width, json))
        return Exit::Usage;
    if (!json) {
        for (const QString &hint : query.hints())
            Terminal::error(hint);
        if (!Terminal::print(QStringLiteral("%1 lines of %2 articles for %3.")
                                 .arg(all)
                                 .arg(concordance->articleCount())
                                 .arg(Terminal::safe(query.toString()))))
            return Exit::Usage;
    }
    if (failures.empty())
        return Exit::Done;
    return corpus->size() > 0 ? Exit::SomeFailed : Exit::Usage;
}

} // namespace Lectern
