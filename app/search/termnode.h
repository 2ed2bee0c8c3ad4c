#pragma once

#include "search/fieldindex.h"
#include "search/fieldinverter.h"
#include "search/matchnode.h"
#include "search/topdocs.h"

#include <span>
#include <stop_token>

namespace Lectern {

/// How documents of one segment are scored: the weighting of the whole corpus over the lengths of the
/// segment.
struct SegmentScoring
{
    const Weighting *weighting = nullptr;
    std::span<const quint8> lengthCodes;
    /// By this much the greatest parts of scores that the segment keeps may be too small, because its
    /// articles were shorter on average than the corpus's; from 1.
    float boundScale = 1;

    float part(quint32 doc, float frequency) const { return weighting->part(frequency, lengthCodes[doc]); }
    float boundOf(float weight, float best) const
    {
        return weight * std::min(1.0F, best * boundScale) + 1.0F / 2048;
    }
    /// The same, where a single part makes the score: rounding is monotonic, so that nothing need be added
    /// for it.
    float singleBoundOf(float weight, float best) const
    {
        return exactScore(weight * std::min(1.0F, best * boundScale * 1.000001F));
    }
};

/// One word. Words of short fields are scored without regard to lengths.
class TermNode final : public MatchNode
{
public:
    enum class Scored : quint8 { ByLength, ByFrequency };

    /// Only documents that hold it in one of `zones`, unless that is 0.
    TermNode(const FieldIndex &index, const TermInfo &info, const SegmentScoring &scoring, float weight,
             Scored scored, quint32 zones);

    quint32 nextFrom(quint32 doc) override;
    void addTo(const DocWindow &window, WindowBits *bits) override;
    void keepIn(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override;
    float bound(quint32 doc, quint32 *upTo) override;
    float best() const override { return m_scoring.boundOf(m_weight, 1); }
    bool scoresApart() const override { return m_scored == Scored::ByLength && m_zones == 0; }
    void addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores) override;
    /// Offers the documents of all blocks that may hold one of the best, until it is asked to stop; nothing
    /// else is asked of the node then.
    void offerBest(TopDocs *top, const Corpus::Part &part, const std::stop_token &stop);
    quint64 cost() const override { return m_info.docCount; }
    std::optional<quint32> exactCount() const override;

private:
    float scoreOf(quint32 doc, quint32 code) const;

    TermInfo m_info;
    SegmentScoring m_scoring;
    float m_weight;
    Scored m_scored;
    quint32 m_zones;
    const quint64 *m_bitset;
    size_t m_bitsetWords;
    PostingCursor m_matching;
    PostingCursor m_scores;
};

} // namespace Lectern
