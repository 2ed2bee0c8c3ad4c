#include "library/whoprinted.h"

#include "search/searcher.h"
#include "stories/backgroundfrequencies.h"
#include "stories/storyterms.h"
#include "text/folding.h"
#include "text/stemming.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace Lectern {

namespace {

constexpr size_t mostInARow = 400;
constexpr size_t mostAlike = 120;
constexpr size_t tellingWords = 12;
constexpr qsizetype longestSentence = 4000; ///< UTF-16 units that are looked for

QString wordOf(const StoryTokens &tokens, int word)
{
    const TextRange range = tokens.word(word).range;
    return tokens.text().sliced(range.start, range.length()).toString();
}

/// All words, in a row.
Query inARow(const StoryTokens &sentence)
{
    QStringList words;
    for (int i = 0; i < sentence.wordCount(); ++i)
        words += wordOf(sentence, i);
    return Query::parse(QString(u'"' + words.join(u' ') + u'"'));
}

/// The rarest words, none required.
Query bagOfTellingWords(const StoryTokens &sentence)
{
    const BackgroundFrequencies &background = BackgroundFrequencies::english();
    const Stemmer stemmer(QStringLiteral("en"));
    std::set<std::pair<int, QString>> words;
    for (int i = 0; i < sentence.wordCount(); ++i) {
        if (sentence.word(i).isFrequent && sentence.wordCount() > int(tellingWords))
            continue;
        const QString word = wordOf(sentence, i);
        words.insert({background.frequency(termHash(stemmer.stem(fold(word)))), word});
    }
    QStringList telling;
    for (const auto &[frequency, word] : words)
        if (size_t(telling.size()) < tellingWords)
            telling += word;
    return Query::bagOfWords(telling.join(u' '));
}

} // namespace

std::vector<PrintedIn> whoPrinted(const CorpusPtr &corpus, const QString &text, std::stop_token stop)
{
    const QString sentence = text.left(longestSentence).trimmed();
    const StoryTokens tokens(sentence, {});
    if (tokens.wordCount() == 0)
        return {};
    std::vector<DocNumber> candidates;
    const auto add = [&](const Query &query, size_t most) {
        const Answer answer = Searcher::first(corpus, query, Order::Relevance, most, stop);
        if (!answer.cancelled && answer.docs)
            candidates.insert(candidates.end(), answer.docs->begin(), answer.docs->end());
    };
    add(inARow(tokens), mostInARow);
    add(bagOfTellingWords(tokens), mostAlike);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());

    std::vector<PrintedIn> found;
    for (const DocNumber doc : candidates) {
        if (stop.stop_requested())
            return {};
        ArticlePtr article = corpus->article(doc);
        if (std::optional<Printing> printing =
                findPrinting(tokens, StoryTokens(article->text(), article->language())))
            found.push_back({std::move(article), std::move(*printing)});
    }
    std::stable_sort(found.begin(), found.end(), [](const PrintedIn &a, const PrintedIn &b) {
        return std::tuple(a.printing.match, -a.printing.score, a.article->published().firstDay(),
                          a.article->id()) < std::tuple(b.printing.match, -b.printing.score,
                                                        b.article->published().firstDay(), b.article->id());
    });
    return found;
}

} // namespace Lectern
