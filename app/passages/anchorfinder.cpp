#include "passages/anchorfinder.h"

#include "passages/anchorplaces.h"
#include "text/canonicaltext.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Lectern {

namespace {

constexpr double wordsWeight = 0.7; ///< of the score, against the context
constexpr double plainScore = 0.85; ///< needs no help by the context
constexpr double helpfulContext = 0.35;
constexpr double proposalLead = 0.1;

double total(const AnchorCandidate &candidate)
{
    return wordsWeight * candidate.score + (1 - wordsWeight) * candidate.context;
}

/// Adds those that do not overlap a better one, and sorts all, the best first.
void join(std::vector<AnchorCandidate> *candidates, std::vector<AnchorCandidate> more)
{
    candidates->insert(candidates->end(), more.begin(), more.end());
    std::stable_sort(candidates->begin(), candidates->end(),
                     [](const AnchorCandidate &a, const AnchorCandidate &b) { return total(a) > total(b); });
    std::vector<AnchorCandidate> apart;
    for (const AnchorCandidate &candidate : *candidates) {
        const bool overlaps =
            std::any_of(apart.begin(), apart.end(), [&candidate](const AnchorCandidate &better) {
                return better.range.intersects(candidate.range);
            });
        if (!overlaps)
            apart.push_back(candidate);
    }
    *candidates = std::move(apart);
}

bool isProposal(const std::vector<AnchorCandidate> &candidates)
{
    if (candidates.empty())
        return false;
    const AnchorCandidate &best = candidates.front();
    const bool isAlike = best.score >= plainScore ||
                         (best.score >= AnchorFinder::acceptedScore && best.context >= helpfulContext);
    return isAlike && (candidates.size() == 1 || total(best) - total(candidates[1]) >= proposalLead);
}

} // namespace

AnchorFinder::AnchorFinder(const Article &article)
    : m_article(article)
    , m_text(m_article.text())
    , m_similar(m_text)
{}

bool AnchorFinder::isSameContent(const Passage &passage)
{
    const TextRange whole{0, m_text.size()};
    const TextRange range = passage.range;
    if (range.start > range.end || !whole.contains(range) ||
        m_text.sliced(range.start, range.length()) != passage.quote)
        return false;
    if (passage.article == m_article.id() && passage.canonVersion == CanonicalTextBuilder::rulesVersion)
        return true;
    if (passage.textSha256.isEmpty())
        return false;
    if (m_textSha256.isEmpty())
        m_textSha256 = QCryptographicHash::hash(m_text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return passage.textSha256 == m_textSha256;
}

std::vector<TextRange> AnchorFinder::placesOf(const QString &quote) const
{
    std::vector<TextRange> places;
    if (quote.isEmpty())
        return places;
    for (qsizetype at = m_text.indexOf(quote); at >= 0; at = m_text.indexOf(quote, at + 1))
        if (!cutsWord(m_text.first(at), quote) && !cutsWord(quote, m_text.sliced(at + quote.size())))
            places.push_back({at, at + quote.size()});
    return places;
}

Anchor AnchorFinder::anchor(const Passage &passage)
{
    if (passage.quote.isEmpty())
        return {};
    if (isSameContent(passage))
        return {AnchorState::Exact, passage.range, 1, {}, {}};

    const AnchorContext context(passage);
    const AnchorPlaces places(passage, context, m_text);
    const bool isDeclined = !passage.declined.isEmpty() && passage.declined == m_article.id();
    const AnchorPlaces::Clarity clarity = places.clarity();
    if (!isDeclined && (clarity == AnchorPlaces::Clarity::Clear ||
                        (clarity == AnchorPlaces::Clarity::ClearIfLikest &&
                         m_similar.isLikest(context.sentence(), places.all().front().range))))
        return {AnchorState::Moved, places.all().front().range, 1, {}, {}};

    std::vector<AnchorCandidate> candidates;
    for (const AnchorPlace &place : places.all())
        candidates.push_back({place.range, 1, place.context.score});
    const bool isShort = passage.quote.size() < tellingQuote;
    join(&candidates, isShort ? std::vector<AnchorCandidate>() : m_similar.of(passage, context));
    const AnchorPlace *kept = places.keptSentence();
    // What is never proposed may still be where the few words were before they were edited.
    const bool isContested = kept && (places.isContested(*kept, candidates) ||
                                      (isShort && places.isContested(*kept, m_similar.of(passage, context))));
    if (kept && !isContested && !isDeclined)
        return {AnchorState::Moved, kept->range, 1, {}, {}};

    // Few words are only proposed where their surroundings speak for them.
    const bool proposes = !isDeclined && !isContested && !places.isDoubled() && isProposal(candidates) &&
                          (!isShort || candidates.front().context >= helpfulContext);
    if (candidates.size() > mostCandidates)
        candidates.resize(mostCandidates);
    if (!proposes)
        return {AnchorState::Orphan, {}, 0, {}, std::move(candidates)};
    const AnchorCandidate best = candidates.front();
    return {AnchorState::Changed, best.range, best.score,
            wordDifferences(passage.quote, m_text.sliced(best.range.start, best.range.length())),
            std::move(candidates)};
}

} // namespace Lectern
