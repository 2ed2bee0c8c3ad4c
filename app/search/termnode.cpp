#include "search/termnode.h"

namespace Lectern {

namespace {

/// Words of a bitset that fall into the window.
size_t wordsIn(const DocWindow &window, size_t bitsetWords)
{
    const size_t first = window.base / 64;
    return first >= bitsetWords ? 0 : std::min(DocWindow::words, bitsetWords - first);
}

} // namespace

TermNode::TermNode(const FieldIndex &index, const TermInfo &info, const SegmentScoring &scoring, float weight,
                   Scored scored, quint32 zones)
    : m_info(info)
    , m_scoring(scoring)
    , m_weight(weight)
    , m_scored(scored)
    , m_zones(zones)
    , m_bitset(zones == 0 ? index.bitset(info) : nullptr)
    , m_bitsetWords(index.arrays().bitsetWords())
    , m_matching(index.arrays(), info, PostingCursor::Start::Before)
    , m_scores(index.arrays(), info, PostingCursor::Start::Before)
{}

quint32 TermNode::nextFrom(quint32 doc)
{
    if (m_bitset)
        return doc < m_scoring.lengthCodes.size() ? doc : noDoc;
    return m_matching.advance(doc);
}

void TermNode::addTo(const DocWindow &window, WindowBits *bits)
{
    if (m_bitset) {
        const size_t words = wordsIn(window, m_bitsetWords);
        for (size_t i = 0; i < words; ++i)
            bits->words[i] |= m_bitset[window.base / 64 + i];
        return;
    }
    const quint32 size = window.end - window.base;
    for (quint32 doc = m_matching.advance(window.base); doc < window.end; doc = m_matching.doc()) {
        const std::span<const quint32> docs = m_matching.blockDocs();
        quint32 taken = 0;
        if (m_zones == 0) {
            for (; taken < docs.size() && docs[taken] - window.base < size; ++taken)
                Bits::set(bits->words.data(), docs[taken] - window.base);
        } else {
            const std::span<const quint32> codes = m_matching.blockCodes();
            for (; taken < docs.size() && docs[taken] - window.base < size; ++taken)
                if ((codes[taken] & m_zones) != 0)
                    Bits::set(bits->words.data(), docs[taken] - window.base);
        }
        m_matching.skip(std::max(taken, 1U));
        if (taken < docs.size())
            return;
    }
}

void TermNode::keepIn(const DocWindow &window, WindowBits *bits)
{
    if (m_bitset) {
        const size_t words = wordsIn(window, m_bitsetWords);
        for (size_t i = 0; i < words; ++i)
            bits->words[i] &= m_bitset[window.base / 64 + i];
        for (size_t i = words; i < DocWindow::words; ++i)
            bits->words[i] = 0;
        return;
    }
    // Few candidates are looked up one by one, many are met with all that is in the window.
    const quint64 expected =
        quint64(m_info.docCount) * DocWindow::size / std::max<size_t>(1, m_scoring.lengthCodes.size());
    if (quint64(bits->count()) * 16 > expected) {
        MatchNode::keepIn(window, bits);
        return;
    }
    for (size_t i = 0; i < DocWindow::words; ++i) {
        for (quint64 rest = bits->words[i]; rest != 0; rest &= rest - 1) {
            const quint32 doc = window.base + quint32(i * 64 + size_t(std::countr_zero(rest)));
            if (m_matching.advance(doc) != doc || (m_zones != 0 && (m_matching.code() & m_zones) == 0))
                bits->words[i] &= ~(rest & -rest);
        }
    }
}

float TermNode::scoreOf(quint32 doc, quint32 code) const
{
    if (m_scored == Scored::ByLength)
        return exactScore(m_weight * m_scoring.part(doc, Weighting::frequency(code)));
    const auto frequency = float(frequencyOf(code));
    return exactScore(m_weight * frequency / (frequency + Weighting::k1));
}

float TermNode::score(quint32 doc)
{
    if (m_scores.advance(doc) != doc)
        return 0;
    const quint32 code = m_scores.code();
    return m_zones != 0 && (code & m_zones) == 0 ? 0 : scoreOf(doc, code);
}

float TermNode::bound(quint32 doc, quint32 *upTo)
{
    if (m_scored == Scored::ByFrequency) {
        *upTo = noDoc - 1;
        return best();
    }
    return m_scoring.boundOf(m_weight, m_scores.bestAround(doc, upTo));
}

void TermNode::addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores)
{
    if (!scoresApart()) {
        MatchNode::addScores(window, wanted, scores);
        return;
    }
    const quint32 size = window.end - window.base;
    for (quint32 doc = m_scores.advance(window.base); doc < window.end; doc = m_scores.doc()) {
        const std::span<const quint32> docs = m_scores.blockDocs();
        const std::span<const quint32> codes = m_scores.blockCodes();
        quint32 taken = 0;
        for (; taken < docs.size() && docs[taken] - window.base < size; ++taken) {
            const quint32 bit = docs[taken] - window.base;
            scores->values[bit] +=
                exactScore(m_weight * m_scoring.part(docs[taken], Weighting::frequency(codes[taken])));
            Bits::set(scores->seen.words.data(), bit);
        }
        m_scores.skip(std::max(taken, 1U));
        if (taken < docs.size())
            return;
    }
}

void TermNode::offerBest(TopDocs *top, const Corpus::Part &part, const std::stop_token &stop)
{
    const auto isWorth = [&](float best) {
        return !stop.stop_requested() && m_scoring.singleBoundOf(m_weight, best) >= top->threshold();
    };
    m_scores.forBestBlocks(
        isWorth,
        [&] {
            const std::span<const quint32> docs = m_scores.blockDocs();
            const std::span<const quint32> codes = m_scores.blockCodes();
            for (size_t i = 0; i < docs.size(); ++i) {
                const float score = scoreOf(docs[i], codes[i]);
                if (score >= top->threshold() && !(part.deleted && (*part.deleted)[docs[i]]))
                    top->offer(score, docs[i], part);
            }
        },
        [] {});
}

std::optional<quint32> TermNode::exactCount() const
{
    return m_zones == 0 ? std::optional(m_info.docCount) : std::nullopt;
}

} // namespace Lectern
