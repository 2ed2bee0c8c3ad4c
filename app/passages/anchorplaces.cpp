#include "passages/anchorplaces.h"

#include "text/words.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t mostPlaces = 16; ///< that are looked at closely

// How much surroundings must agree; see AnchorContext for the scale. The numbers were tried on the drift
// corpus.
constexpr double strongContext = 0.6;
constexpr double unknownContext = 0.85; ///< when the passage does not know the sentences beside it
constexpr double halfContext = 0.4;     ///< with one side whole
constexpr double strictContext = 0.8;   ///< when the words say little, or the sentence was edited
constexpr double lostContext = 0.3;
constexpr double clearLead = 0.2;
constexpr double strictLead = 0.3;
constexpr qsizetype tellingTogether = 40; ///< UTF-16 units of a short quote and its surroundings
constexpr qsizetype leastSentence = 8;    ///< UTF-16 units of a sentence that has kept one of its neighbours
constexpr qsizetype lonelySentence = 12;  ///< UTF-16 units of one that has kept neither
constexpr qsizetype plainSentence = 40;   ///< UTF-16 units; a shorter one may have been written anew
constexpr double rivalScore = 0.85;
constexpr double plainRivalScore = 0.5;

bool isInsideWord(QChar before, QChar after)
{
    if (writesWithoutSpaces(before) || writesWithoutSpaces(after))
        return false;
    return before.isLetterOrNumber() && (after.isLetterOrNumber() || after.isMark());
}

} // namespace

bool cutsWord(QStringView before, QStringView after)
{
    return !before.isEmpty() && !after.isEmpty() && isInsideWord(before.back(), after.front());
}

AnchorPlaces::AnchorPlaces(const Passage &passage, const AnchorContext &context, QStringView text)
    : m_passage(passage)
    , m_context(context)
    , m_text(text)
{
    struct Run
    {
        TextRange range;
        qsizetype length;
    };
    std::vector<Run> runs;
    const QString &quote = passage.quote;
    const bool startsInWord = cutsWord(passage.prefix, quote);
    const bool endsInWord = cutsWord(quote, passage.suffix);
    for (qsizetype at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
        const TextRange range{at, at + quote.size()};
        if ((startsInWord || !cutsWord(text.first(at), quote)) &&
            (endsInWord || !cutsWord(quote, text.sliced(range.end))))
            runs.push_back({range, context.run(text, range)});
    }
    const auto last = runs.begin() + qsizetype(std::min(runs.size(), mostPlaces));
    std::partial_sort(runs.begin(), last, runs.end(), [](const Run &a, const Run &b) {
        return std::pair(-a.length, a.range.start) < std::pair(-b.length, b.range.start);
    });
    for (auto run = runs.begin(); run != last; ++run)
        m_places.push_back({run->range, context.at(text, run->range)});
    std::stable_sort(m_places.begin(), m_places.end(), [](const AnchorPlace &a, const AnchorPlace &b) {
        return std::pair(a.context.isWhole, a.context.score) > std::pair(b.context.isWhole, b.context.score);
    });
}

/// Whether the same text stands twice side by side, one place in the one and one in the other.
bool AnchorPlaces::isBeside(TextRange one, TextRange other) const
{
    if (other.start < one.start)
        std::swap(one, other);
    qsizetype before = 0;
    while (before < one.start && m_text[one.start - 1 - before] == m_text[other.start - 1 - before] &&
           one.start - before > 0 && other.start - before > one.end)
        ++before;
    qsizetype after = 0;
    while (other.end + after < m_text.size() && m_text[one.end + after] == m_text[other.end + after] &&
           one.end + after < other.start)
        ++after;
    return before + one.length() + after + 2 >= other.start - one.start;
}

bool AnchorPlaces::isDoubled() const
{
    return !m_places.empty() &&
           std::any_of(m_places.begin() + 1, m_places.end(),
                       [this](const AnchorPlace &other) { return isBeside(m_places[0].range, other.range); });
}

int AnchorPlaces::sentencesKept() const
{
    return int(std::count_if(m_places.begin(), m_places.end(),
                             [](const AnchorPlace &place) { return place.context.keepsSentence; }));
}

AnchorPlaces::Clarity AnchorPlaces::clarity() const
{
    if (m_places.empty() || isDoubled())
        return Clarity::None;
    const auto clearIf = [](bool isClear) { return isClear ? Clarity::Clear : Clarity::None; };
    const ContextAgreement &best = m_places[0].context;
    const bool isShort = m_passage.quote.size() < tellingQuote;
    const qsizetype together = m_passage.quote.size() + m_context.size();
    const bool isOnlyWhole = best.isWhole && (m_places.size() < 2 || !m_places[1].context.isWhole);
    const double lead = m_places.size() < 2 ? 1 : best.score - m_places[1].context.score;
    if (!best.keepsSentence && sentencesKept() > 0)
        return Clarity::None;
    if (m_passage.occurrences > 1)
        return clearIf(isOnlyWhole && m_context.hasNeighbours());
    if (isOnlyWhole && together >= tellingQuote)
        return Clarity::Clear;
    if (m_passage.occurrences == 0)
        return clearIf(!isShort && best.score >= unknownContext && lead >= clearLead);
    if (!best.keepsSentence) {
        // The sentence was edited beside the passage, or this is another one that looks like it.
        const bool isClear = !isShort && best.weakest >= strictContext && lead >= strictLead;
        return isClear ? Clarity::ClearIfLikest : Clarity::None;
    }
    if (isShort)
        return clearIf(best.score >= strictContext && lead >= strictLead && together >= tellingTogether);
    return clearIf((best.score >= strongContext && lead >= clearLead) ||
                   (best.score >= halfContext && best.isSideWhole && lead >= strictLead));
}

const AnchorPlace *AnchorPlaces::keptSentence() const
{
    if (m_passage.occurrences != 1 || sentencesKept() != 1)
        return nullptr;
    const auto kept = std::find_if(m_places.begin(), m_places.end(),
                                   [](const AnchorPlace &one) { return one.context.keepsSentence; });
    const qsizetype size = m_passage.quote.size() + m_context.nearSize();
    return size < (kept->context.isSideWhole ? leastSentence : lonelySentence) ? nullptr : &*kept;
}

bool AnchorPlaces::isContested(const AnchorPlace &kept, const std::vector<AnchorCandidate> &candidates) const
{
    if (kept.context.score >= lostContext)
        return false;
    const bool isPlain = m_passage.quote.size() + m_context.nearSize() < plainSentence;
    return std::any_of(candidates.begin(), candidates.end(), [&](const AnchorCandidate &rival) {
        return rival.range != kept.range && rival.score >= (isPlain ? plainRivalScore : rivalScore) &&
               rival.context >= strictContext;
    });
}

} // namespace Lectern
