#include "library/otheraccounts.h"

#include "search/searcher.h"
#include "stories/backgroundfrequencies.h"
#include "stories/storypairs.h"
#include "stories/storytokens.h"
#include "text/folding.h"
#include "text/stemming.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace Lectern {

namespace {

constexpr size_t searchedWords = 24;
constexpr size_t candidates = 40;

} // namespace

QStringList tellingWords(const Article &article, size_t most)
{
    const StoryTokens tokens(article.text(), article.language());
    const Stemmer stemmer(article.language());
    const BackgroundFrequencies &background = BackgroundFrequencies::english();
    std::map<QString, int> counts;
    for (const StoryToken &token : tokens.tokens()) {
        if (token.kind != StoryToken::Kind::Word || token.isFrequent || token.range.length() < 3)
            continue;
        ++counts[article.text().mid(token.range.start, token.range.length()).toLower()];
    }
    std::vector<std::pair<double, QString>> weights;
    for (const auto &[word, count] : counts) {
        const double with = background.frequency(termHash(stemmer.stem(fold(word))));
        const double rarity = std::log((background.textCount() + 1.0) / (with + 0.5));
        weights.emplace_back(-(1 + std::log(double(count))) * rarity, word);
    }
    std::sort(weights.begin(), weights.end());
    QStringList words;
    for (size_t i = 0; i < std::min(most, weights.size()); ++i)
        words += weights[i].second;
    return words;
}

std::vector<ArticlePtr> otherAccounts(const CorpusPtr &corpus, const ArticlePtr &article, size_t most,
                                      std::stop_token stop)
{
    const Query query = Query::bagOfWords(tellingWords(*article, searchedWords).join(u' '));
    if (query.isEmpty())
        return {};
    const Answer answer = Searcher::first(corpus, query, Order::Relevance, candidates, stop);
    if (answer.cancelled || !answer.docs)
        return {};
    std::vector<ArticlePtr> articles{article};
    std::vector<StoryTerms> terms{StoryTerms::of(*article)};
    for (const DocNumber doc : *answer.docs) {
        if (articles.size() > candidates)
            break;
        ArticlePtr other = corpus->article(doc);
        if (stop.stop_requested() || !other)
            return {};
        if (other->id() == article->id() || other->text() == article->text())
            continue;
        terms.push_back(StoryTerms::of(*other));
        articles.push_back(std::move(other));
    }
    const StoryPairs pairs(terms);
    std::vector<std::pair<double, size_t>> order;
    for (size_t i = 1; i < articles.size(); ++i) {
        const double odds = StoryPairs::logOdds(pairs.compare(0, int(i)));
        if (odds > 0)
            order.emplace_back(-odds, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<ArticlePtr> accounts;
    for (size_t i = 0; i < std::min(most, order.size()); ++i)
        accounts.push_back(articles[order[i].second]);
    return accounts;
}

} // namespace Lectern
