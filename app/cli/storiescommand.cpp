#include "base/jsonlines.h"
#include "cli/articlejson.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "library/storylocks.h"
#include "stories/storyreasons.h"

#include <algorithm>

namespace Lectern {

namespace {

QJsonObject articleObject(const Article &article)
{
    return {{QStringLiteral("path"), article.source().path},
            {QStringLiteral("part"), article.source().part},
            {QStringLiteral("id"), article.id()},
            {QStringLiteral("title"), stringOrNull(article.title())}};
}

QJsonArray reasonsArray(const std::vector<StoryReason> &reasons)
{
    QJsonArray array;
    for (const StoryReason &reason : reasons)
        array.append(QJsonObject{{QStringLiteral("kind"), name(reason.kind)},
                                 {QStringLiteral("text"), reason.text},
                                 {QStringLiteral("weight"), reason.weight}});
    return array;
}

bool printStory(int number, const Story &story, const StoryPairs &pairs,
                const std::vector<ArticlePtr> &articles, bool json)
{
    std::vector<ArticlePtr> members;
    for (const int article : story)
        members.push_back(articles[size_t(article)]);
    const std::vector<StoryReason> reasons = storyReasons(pairs, story, members);
    if (json) {
        QJsonArray objects;
        for (const ArticlePtr &member : members)
            objects.append(articleObject(*member));
        return JsonLines(stdout).write({{QStringLiteral("story"), number},
                                        {QStringLiteral("size"), qint64(story.size())},
                                        {QStringLiteral("articles"), objects},
                                        {QStringLiteral("because"), reasonsArray(reasons)}});
    }
    if (!Terminal::print(QStringLiteral("%1 accounts: %2").arg(story.size()).arg(inWords(reasons))))
        return false;
    for (const ArticlePtr &account : members) {
        const QString outlet =
            account->outlet().isEmpty() ? QString() : QStringLiteral(" (%1)").arg(account->outlet());
        if (!Terminal::print(QStringLiteral("  ") + Terminal::safe(account->title() + outlet)))
            return false;
    }
    return true;
}

/// The features of all pairs that are compared: what the weights are learnt from.
bool printPairs(const StoryPairs &pairs, const std::vector<ArticlePtr> &articles)
{
    JsonLines lines(stdout);
    for (int a = 0; a < pairs.limit(); ++a) {
        for (const int b : pairs.candidates(a)) {
            if (b < a)
                continue;
            QJsonArray values;
            for (const double value : pairs.compare(a, b).values)
                values.append(value);
            if (!lines.write({{QStringLiteral("a"), articles[size_t(a)]->source().part},
                              {QStringLiteral("b"), articles[size_t(b)]->source().part},
                              {QStringLiteral("features"), values}}))
                return false;
        }
    }
    return true;
}

} // namespace

Exit runStories(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Groups articles that report the same event, and says why they belong together. The order of the "
        "articles does not matter. What you have said about stories in the window of the library holds here, "
        "too."));
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print JSON Lines.")},
        {QStringLiteral("singles"), QStringLiteral("Print articles that stand alone as well.")},
        {QStringLiteral("pairs"),
         QStringLiteral("Print what the articles that were compared have in common, as JSON Lines.")},
    });
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("PATH..."), QStringLiteral("Files or folders."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().isEmpty()) {
        Terminal::error(QStringLiteral("stories needs files or a folder. See --help."));
        return Exit::Usage;
    }

    std::vector<ArticlePtr> articles; // by their numbers
    std::vector<StoryArticle> added;
    int failures = 0;
    readPaths(parser.positionalArguments(), {}, 1, [&](ImportOutcome outcome) {
        for (const ImportFailure &failure : outcome.failures) {
            ++failures;
            Terminal::error(failure.error);
        }
        for (const ArticlePtr &article : outcome.articles) {
            added.push_back(
                {QString::number(articles.size()), storyKey(article->text()), StoryTerms::of(*article)});
            articles.push_back(article);
        }
        return true;
    });
    if (articles.empty())
        return Exit::Usage;
    StoryIndex index;
    if (const Result<std::vector<StoryLock>> locks = StoryLocks::read(libraryPath(parser)))
        index.setLocks(*locks);
    else
        Terminal::error(locks.error());
    index.change({}, std::move(added));
    if (parser.isSet(QStringLiteral("pairs")))
        return printPairs(index.pairs(), articles) ? Exit::Done : Exit::Usage;
    std::vector<Story> stories;
    for (const auto &[number, story] : index.stories())
        if (story.size() > 1 || parser.isSet(QStringLiteral("singles")))
            stories.push_back(story);
    std::sort(stories.begin(), stories.end());
    for (size_t number = 0; number < stories.size(); ++number)
        if (!printStory(int(number), stories[number], index.pairs(), articles,
                        parser.isSet(QStringLiteral("json"))))
            return Exit::Usage;
    return failures > 0 ? Exit::SomeFailed : Exit::Done;
}

} // namespace Lectern
