#include "passages/similarplaces.h"

#include "passages/anchorplaces.h"
#include "text/closematch.h"
#include "text/folding.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t mostWindows = 6;      ///< that are looked at closely
constexpr qsizetype longQuote = 4096;  ///< UTF-16 units; longer ones are found by their ends
constexpr qsizetype endSize = 512;     ///< of the ends of a long quote
constexpr qsizetype contextUnits = 60; ///< beside the quote that help to find its ends
constexpr qsizetype roomUnits = 24;    ///< for words there that are new
constexpr double plainLead = 0.1;
constexpr double likestLead = 0.15;
constexpr double goodScore = 0.75; ///< of ends that the words beside the quote leave

/// How alike two texts are that are folded already, 0..1.
double likeness(QStringView one, QStringView other)
{
    const qsizetype longer = std::max(one.size(), other.size());
    return longer == 0 ? 1 : 1 - double(editDistance(one, other)) / double(longer);
}

/// How many of the units of both stand in words that are the same.
double likenessOfWords(QStringView one, QStringView other)
{
    qsizetype different = 0;
    for (const WordDifference &difference : wordDifferences(one, other))
        if (difference.kind != DifferenceKind::Typographic)
            different += std::max(difference.before.length(), difference.after.length());
    return std::max(0.0, 1 - double(different) / double(std::max(one.size(), other.size())));
}

bool isInsidePair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at - 1].isHighSurrogate() && text[at].isLowSurrogate();
}

/// Without white space at its ends, and of whole code points.
TextRange trimmed(QStringView text, TextRange range)
{
    while (!range.isEmpty() && text[range.start].isSpace())
        ++range.start;
    while (!range.isEmpty() && text[range.end - 1].isSpace())
        --range.end;
    return {range.start - (isInsidePair(text, range.start) ? 1 : 0),
            range.end + (isInsidePair(text, range.end) ? 1 : 0)};
}

/// Moves ends that cut a word to its nearer end.
TextRange snapped(QStringView text, TextRange range)
{
    const auto cuts = [text](qsizetype at) { return cutsWord(text.first(at), text.sliced(at)); };
    const auto nearest = [&](qsizetype at) {
        for (qsizetype by = 0; by < 40; ++by) {
            if (at - by >= 0 && !cuts(at - by))
                return at - by;
            if (at + by <= text.size() && !cuts(at + by))
                return at + by;
        }
        return at;
    };
    return trimmed(text, {nearest(range.start), nearest(range.end)});
}

TextRange closestOriginal(const QString &folded, QStringView window)
{
    const FoldedText text(window);
    if (folded.size() <= longQuote)
        return text.toOriginal(closestMatch(folded, text.text()).range);
    const TextRange head = closestMatch(QStringView(folded).first(endSize), text.text()).range;
    const TextRange tail =
        closestMatch(QStringView(folded).last(endSize), QStringView(text.text()).sliced(head.end)).range;
    return text.toOriginal({head.start, head.end + tail.end});
}

} // namespace

AnchorSeeds &SimilarPlaces::seeds()
{
    if (!m_seeds)
        m_seeds = std::make_unique<AnchorSeeds>(m_text);
    return *m_seeds;
}

/// The place in a window that is most like the quote. Its ends are those that the words beside the quote
/// leave, where that is not clearly worse than the closest match.
AnchorCandidate SimilarPlaces::refined(const Passage &passage, TextRange window) const
{
    const QString folded = fold(passage.quote);
    const bool isLong = passage.quote.size() > longQuote;
    const auto scoreOf = [&](TextRange range) {
        const QStringView words = m_text.sliced(range.start, range.length());
        return isLong ? likenessOfWords(passage.quote, words) : likeness(folded, fold(words));
    };
    const QStringView words = m_text.sliced(window.start, window.length());
    const TextRange close = closestOriginal(folded, words).shifted(window.start);
    AnchorCandidate candidate{snapped(m_text, close), 0, 0};
    candidate.score = scoreOf(candidate.range);
    if (isLong || candidate.score < leastScore)
        return candidate;
    const QString before = (passage.sentenceBefore + passage.prefix).right(contextUnits);
    const QString after = (passage.suffix + passage.sentenceAfter).left(contextUnits);
    const QString old = before + passage.quote + after;
    const TextRange around{std::max<qsizetype>(0, close.start - before.size() - roomUnits),
                           std::min(m_text.size(), close.end + after.size() + roomUnits)};
    const WordAlignment alignment(old, m_text.sliced(around.start, around.length()));
    const TextRange aligned = trimmed(
        m_text,
        alignment.mapped(TextRange{0, passage.quote.size()}.shifted(before.size())).shifted(around.start));
    const double score = aligned.isEmpty() ? 0 : scoreOf(aligned);
    if (score >= goodScore || score + plainLead >= candidate.score)
        candidate = {aligned, score, 0};
    return candidate;
}

std::vector<AnchorCandidate> SimilarPlaces::of(const Passage &passage, const AnchorContext &context)
{
    std::vector<AnchorCandidate> similar;
    for (const TextRange window : seeds().placesOf(passage.quote, mostWindows)) {
        AnchorCandidate candidate = refined(passage, window);
        if (candidate.range.isEmpty() || candidate.score < leastScore)
            continue;
        candidate.context = context.at(m_text, candidate.range).score;
        similar.push_back(candidate);
    }
    return similar;
}

bool SimilarPlaces::isLikest(const QString &sentence, TextRange place)
{
    const QString folded = fold(sentence);
    double here = 0;
    double elsewhere = 0;
    for (const TextRange window : seeds().placesOf(sentence, mostWindows)) {
        const TextRange close =
            closestOriginal(folded, m_text.sliced(window.start, window.length())).shifted(window.start);
        const double score = likeness(folded, fold(m_text.sliced(close.start, close.length())));
        double &best = close.intersects(place) ? here : elsewhere;
        best = std::max(best, score);
    }
    return here - elsewhere >= likestLead;
}

} // namespace Lectern
