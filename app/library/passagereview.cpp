#include "library/passagereview.h"

#include "passages/anchorfinder.h"

#include <algorithm>
#include <optional>

namespace Lectern {

namespace {

constexpr double wordsWeight = 0.7; ///< against what stands around them

double total(const ReviewPlace &place)
{
    return wordsWeight * place.score + (1 - wordsWeight) * place.context;
}

ArticlePtr articleOf(const Passage &passage, const Corpus &corpus)
{
    std::optional<DocNumber> doc = corpus.find(passage.article);
    if (!doc)
        doc = corpus.findAt({passage.source.path, passage.source.part});
    return doc ? corpus.article(*doc) : nullptr;
}

void addPlaces(PassageReview *review, const ArticlePtr &article, const Anchor &anchor)
{
    std::vector<AnchorCandidate> candidates = anchor.candidates;
    if (candidates.empty() && anchor.state != AnchorState::Orphan)
        candidates.push_back({anchor.range, anchor.score, 1});
    for (const AnchorCandidate &candidate : candidates) {
        const QString words = article->text().mid(candidate.range.start, candidate.range.length());
        review->places.push_back({article, candidate.range, candidate.score, candidate.context, words,
                                  wordDifferences(review->passage.quote, words)});
    }
}

/// Articles other than that of its file in which the words may stand.
ArticleFinder::Found others(const PassageReview &review, const CorpusPtr &corpus)
{
    ArticleFinder finder(corpus);
    if (!review.article)
        return finder.find(ArticleFinder::cluesOf(review.passage));
    std::vector<ArticlePtr> there = finder.withWords(review.passage.quote);
    std::erase_if(there, [&review](const ArticlePtr &each) { return each->id() == review.article->id(); });
    if (there.empty())
        return {};
    return {ArticleMeans::Words, std::move(there)};
}

} // namespace

PassageReview reviewOf(const Passage &passage, const CorpusPtr &corpus, const std::stop_token &stop)
{
    PassageReview review;
    review.passage = passage;
    review.article = articleOf(passage, *corpus);
    if (review.article) {
        const Anchor anchor = AnchorFinder(*review.article).anchor(passage);
        review.state = anchor.state;
        addPlaces(&review, review.article, anchor);
    }
    const bool isFound = review.state == AnchorState::Exact || review.state == AnchorState::Moved;
    review.isWaiting = !isFound && !isDeclined(passage, review.article ? review.article->id() : ArticleId());
    if (!review.places.empty() || stop.stop_requested())
        return review;
    const ArticleFinder::Found found = others(review, corpus);
    review.means = found.means;
    for (const ArticlePtr &article : found.articles) {
        if (stop.stop_requested())
            return review;
        addPlaces(&review, article, AnchorFinder(*article).anchor(passage));
    }
    std::stable_sort(review.places.begin(), review.places.end(),
                     [](const ReviewPlace &a, const ReviewPlace &b) { return total(a) > total(b); });
    if (review.places.size() > PassageReview::mostPlaces)
        review.places.resize(PassageReview::mostPlaces);
    return review;
}

} // namespace Lectern
