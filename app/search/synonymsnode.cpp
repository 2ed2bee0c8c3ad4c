#include "search/synonymsnode.h"

#include <algorithm>

namespace Lectern {

SynonymsNode::SynonymsNode(const FieldIndex &index, const std::vector<Synonym> &terms, const SegmentScoring &scoring,
                           float weight, quint32 zones)
    : m_scoring(scoring)
    , m_weight(weight)
    , m_zones(zones)
{
    m_forms.reserve(terms.size());
    for (const auto &[term, share] : terms) {
        m_matching.push_back(
            std::make_unique<TermNode>(index, term, scoring, weight, TermNode::Scored::ByLength, zones));
        m_forms.push_back({PostingCursor(index.arrays(), term, PostingCursor::Start::Before), share});
        m_cost += term.docCount;
    }
}

quint32 SynonymsNode::nextFrom(quint32 doc)
{
    quint32 next = noDoc;
    for (const auto &term : m_matching)
        next = std::min(next, term->nextFrom(doc));
    return next;
}

void SynonymsNode::addTo(const DocWindow &window, WindowBits *bits)
{
    for (const auto &term : m_matching)
        term->addTo(window, bits);
}

float SynonymsNode::score(quint32 doc)
{
    float frequency = 0;
    for (auto &[cursor, share] : m_forms) {
        if (cursor.advance(doc) != doc)
            continue;
        const quint32 code = cursor.code();
        if (m_zones == 0 || (code & m_zones) != 0)
            frequency += share * Weighting::frequency(code);
    }
    return frequency == 0 ? 0 : exactScore(m_weight * m_scoring.part(doc, frequency));
}

float SynonymsNode::bound(quint32 doc, quint32 *upTo)
{
    // A sum of frequencies is worth at most the sum of what each is worth.
    float best = 0;
    *upTo = noDoc - 1;
    for (auto &[cursor, share] : m_forms) {
        quint32 here = 0;
        best += cursor.bestAround(doc, &here);
        *upTo = std::min(*upTo, here);
    }
    return m_scoring.boundOf(m_weight, best);
}

void SynonymsNode::addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores)
{
    if (!scoresApart()) {
        MatchNode::addScores(window, wanted, scores);
        return;
    }
    if (!m_frequencies)
        m_frequencies = std::make_unique<WindowScores>();
    WindowScores &sums = *m_frequencies;
    sums.seen = {};
    const quint32 size = window.end - window.base;
    for (auto &[cursor, share] : m_forms) {
        for (quint32 doc = cursor.advance(window.base); doc < window.end; doc = cursor.doc()) {
            const std::span<const quint32> docs = cursor.blockDocs();
            const std::span<const quint32> codes = cursor.blockCodes();
            quint32 taken = 0;
            for (; taken < docs.size() && docs[taken] - window.base < size; ++taken) {
                const quint32 bit = docs[taken] - window.base;
                sums.values[bit] += share * Weighting::frequency(codes[taken]);
                Bits::set(sums.seen.words.data(), bit);
            }
            cursor.skip(std::max(taken, 1U));
            if (taken < docs.size())
                break;
        }
    }
    Bits::forEach(sums.seen.words.data(), sums.seen.words.size(), [&](quint32 bit) {
        const float frequency = std::exchange(sums.values[bit], 0.0F);
        scores->values[bit] += exactScore(m_weight * m_scoring.part(window.base + bit, frequency));
    });
    scores->seen |= sums.seen;
}

} // namespace Lectern
