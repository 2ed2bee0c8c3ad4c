#pragma once

#include "search/termnode.h"

#include <vector>

namespace Lectern {

/// How words must stand to each other.
struct Nearness
{
    bool isPhrase = true; ///< side by side, in their order
    quint32 distance = 0; ///< else: at most so many other words between the two
    bool ordered = false;
};

/// Words side by side, or two words near each other: documents that hold all of them, then their places in
/// each.
class PositionalNode final : public MatchNode
{
public:
    /// `filters` are pairs of the words that were counted beforehand: documents without them need no look.
    /// Documents of `certain` match in any case when they hold all words.
    PositionalNode(const FieldIndex &index, const std::vector<TermInfo> &terms,
                   std::vector<MatchNodePtr> filters, std::vector<MatchNodePtr> certain,
                   std::span<const DocZones> zones, const SegmentScoring &scoring, float weight,
                   TermNode::Scored scored, const Nearness &nearness);

    quint32 nextFrom(quint32 doc) override;
    void addTo(const DocWindow &window, WindowBits *bits) override;
    void keepIn(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override;
    float bound(quint32 doc, quint32 *upTo) override;
    float boundIn(quint32 doc) override;
    float best() const override { return m_scoring.boundOf(m_weight, 1); }
    quint64 cost() const override { return m_cost; }

private:
    struct Word
    {
        Word(const FieldIndex &index, const TermInfo &term, quint32 place)
            : cursor(index.arrays(), term, PostingCursor::Start::Before)
            , offset(place)
        {}

        PostingCursor cursor;
        quint32 offset = 0; ///< in the phrase
        std::vector<quint32> positions;
    };
    using Words = std::vector<Word>; ///< of a phrase the rarest first

    Words &scores();
    void check(const DocWindow &window, const WindowBits &candidates, WindowBits *found);
    bool goTo(quint32 doc, Words *words) const;
    bool holdsIn(quint32 doc);
    quint32 codeIn(quint32 doc);
    void findPhrase(Words *words);
    void findNear(Words *words);
    float scoreOf(quint32 doc, quint32 code) const;

    const FieldIndex &m_index;
    std::span<const DocZones> m_zones;
    SegmentScoring m_scoring;
    float m_weight;
    TermNode::Scored m_scored;
    Nearness m_nearness;
    quint64 m_cost = 0;
    std::vector<MatchNodePtr> m_filters; ///< words and pairs, the rarest first
    std::vector<MatchNodePtr> m_certain;
    Words m_matching;
    Words m_scores; ///< opened when they are needed
    /// Of the document looked at: where the first word of each match stands, and the last one.
    std::vector<std::pair<quint32, quint32>> m_found;
    WindowBits m_matched;
    quint32 m_base = 0;
};

} // namespace Lectern
