#include "search/positionalnode.h"

#include "search/nearness.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace Lectern {

PositionalNode::PositionalNode(const FieldIndex &index, const std::vector<TermInfo> &terms,
                               std::vector<MatchNodePtr> filters, std::vector<MatchNodePtr> certain,
                               std::span<const DocZones> zones, const SegmentScoring &scoring, float weight,
                               TermNode::Scored scored, const Nearness &nearness)
    : m_index(index)
    , m_zones(zones)
    , m_scoring(scoring)
    , m_weight(weight)
    , m_scored(scored)
    , m_nearness(nearness)
    , m_filters(std::move(filters))
    , m_certain(std::move(certain))
{
    std::vector<quint32> order(terms.size());
    std::iota(order.begin(), order.end(), 0);
    if (nearness.isPhrase) {
        std::stable_sort(order.begin(), order.end(),
                         [&](quint32 a, quint32 b) { return terms[a].docCount < terms[b].docCount; });
    }
    m_matching.reserve(terms.size());
    for (const quint32 offset : order)
        m_matching.emplace_back(index, terms[offset], offset);
    for (const TermInfo &term : terms)
        m_filters.push_back(
            std::make_unique<TermNode>(index, term, scoring, 1.0F, TermNode::Scored::ByLength, 0));
    std::stable_sort(m_filters.begin(), m_filters.end(),
                     [](const MatchNodePtr &a, const MatchNodePtr &b) { return a->cost() < b->cost(); });
    m_cost = m_filters.front()->cost();
}

quint32 PositionalNode::nextFrom(quint32 doc)
{
    for (;;) {
        doc = m_filters.front()->nextFrom(doc);
        if (doc == noDoc)
            return noDoc;
        quint32 next = doc;
        for (size_t i = 1; i < m_filters.size(); ++i) {
            next = m_filters[i]->nextFrom(doc);
            if (next == noDoc)
                return noDoc;
            if (next / DocWindow::size != doc / DocWindow::size)
                break;
        }
        if (next / DocWindow::size == doc / DocWindow::size)
            return doc;
        doc = next;
    }
}

void PositionalNode::addTo(const DocWindow &window, WindowBits *bits)
{
    WindowBits candidates;
    m_filters.front()->addTo(window, &candidates);
    for (size_t i = 1; i < m_filters.size() && !candidates.isEmpty(); ++i)
        m_filters[i]->keepIn(window, &candidates);
    check(window, candidates, bits);
}

void PositionalNode::keepIn(const DocWindow &window, WindowBits *bits)
{
    for (size_t i = 0; i < m_filters.size() && !bits->isEmpty(); ++i)
        m_filters[i]->keepIn(window, bits);
    WindowBits found;
    check(window, *bits, &found);
    *bits = found;
}

PositionalNode::Words &PositionalNode::scores()
{
    if (m_scores.empty()) {
        m_scores.reserve(m_matching.size());
        for (const Word &word : m_matching)
            m_scores.emplace_back(m_index, word.cursor.info(), word.offset);
    }
    return m_scores;
}

void PositionalNode::check(const DocWindow &window, const WindowBits &candidates, WindowBits *found)
{
    m_base = window.base;
    m_matched = {};
    if (candidates.isEmpty())
        return;
    for (const MatchNodePtr &certain : m_certain)
        certain->addTo(window, &m_matched);
    m_matched &= candidates;
    WindowBits open = candidates;
    open.remove(m_matched);
    Bits::forEach(open.words.data(), open.words.size(), [&](quint32 bit) {
        if (holdsIn(window.base + bit))
            Bits::set(m_matched.words.data(), bit);
    });
    *found |= m_matched;
}

bool PositionalNode::goTo(quint32 doc, Words *words) const
{
    for (Word &word : *words) {
        if (word.cursor.advance(doc) != doc)
            return false;
        word.positions.clear();
    }
    return true;
}

bool PositionalNode::holdsIn(quint32 doc)
{
    if (!goTo(doc, &m_matching))
        return false;
    if (m_nearness.isPhrase) {
        m_found.clear();
        findPhrase(&m_matching);
        return !m_found.empty();
    }
    return nearHoldsByGaps(m_matching.front().cursor.gaps(), m_matching.back().cursor.gaps(),
                           m_nearness.distance, m_nearness.ordered ? NearOrder::AsGiven : NearOrder::Any);
}

/// postingCode() of what stands in a document that matches. It is in a zone when its first and its last word
/// are.
quint32 PositionalNode::codeIn(quint32 doc)
{
    m_found.clear();
    if (!goTo(doc, &scores()))
        return postingCode(1, BodyZone);
    if (m_nearness.isPhrase)
        findPhrase(&m_scores);
    else
        findNear(&m_scores);
    quint32 zones = 0;
    if (!m_zones.empty()) {
        for (const auto &[first, last] : m_found)
            zones |= m_zones[doc].zonesAt(first) & m_zones[doc].zonesAt(last);
    }
    return postingCode(std::max(1U, quint32(m_found.size())), zones);
}

/// Where the phrase stands: the places of the rarest word, and of these what each further word leaves.
void PositionalNode::findPhrase(Words *words)
{
    const auto last = quint32(words->size() - 1);
    for (Word &word : *words) {
        word.cursor.positions(&word.positions);
        if (&word == &words->front()) {
            for (const quint32 position : word.positions)
                if (position >= word.offset)
                    m_found.emplace_back(position - word.offset, position - word.offset + last);
            continue;
        }
        auto out = m_found.begin();
        auto position = word.positions.begin();
        for (const auto &place : m_found) {
            while (position != word.positions.end() && *position < place.first + word.offset)
                ++position;
            if (position != word.positions.end() && *position == place.first + word.offset)
                *out++ = place;
        }
        m_found.erase(out, m_found.end());
        if (m_found.empty())
            return;
    }
}

/// Pairs of places from left to right, none of which is in two pairs.
void PositionalNode::findNear(Words *words)
{
    std::vector<quint32> &first = words->front().positions;
    std::vector<quint32> &second = words->back().positions;
    words->front().cursor.positions(&first);
    words->back().cursor.positions(&second);
    const bool isSameWord = words->front().cursor.info().id == words->back().cursor.info().id;
    const quint32 reach = m_nearness.distance + 1;
    size_t i = 0;
    size_t j = 0;
    while (i < first.size() && j < second.size()) {
        const quint32 a = first[i];
        const quint32 b = second[j];
        if (a == b) { // the same place is not two; of one word twice the next place is the other
            const bool isNextNear = j + 1 < second.size() && second[j + 1] - a <= reach;
            isSameWord || isNextNear ? ++j : ++i;
            continue;
        }
        if ((a < b ? b - a : a - b) <= reach && (a < b || !m_nearness.ordered)) {
            m_found.emplace_back(std::min(a, b), std::max(a, b));
            ++i;
            ++j;
        } else if (a < b) {
            ++i;
        } else {
            ++j;
        }
    }
}

float PositionalNode::scoreOf(quint32 doc, quint32 code) const
{
    if (m_scored == TermNode::Scored::ByLength)
        return exactScore(m_weight * m_scoring.part(doc, Weighting::frequency(code)));
    const auto frequency = float(frequencyOf(code));
    return exactScore(m_weight * frequency / (frequency + Weighting::k1));
}

float PositionalNode::score(quint32 doc)
{
    if (doc / DocWindow::size * DocWindow::size != m_base || !m_matched.test(doc - m_base))
        return 0;
    return scoreOf(doc, codeIn(doc));
}

/// It stands at most as often as the rarest of its words, and nowhere that this does not stand.
float PositionalNode::bound(quint32 doc, quint32 *upTo)
{
    if (m_scored == TermNode::Scored::ByFrequency) {
        *upTo = noDoc - 1;
        return best();
    }
    float part = 1;
    *upTo = noDoc - 1;
    for (Word &word : scores()) {
        quint32 here = 0;
        part = std::min(part, word.cursor.bestAround(doc, &here));
        *upTo = std::min(*upTo, here);
    }
    return m_scoring.boundOf(m_weight, part);
}

float PositionalNode::boundIn(quint32 doc)
{
    if (m_scored == TermNode::Scored::ByFrequency)
        return best();
    float frequency = std::numeric_limits<float>::max();
    for (Word &word : scores()) {
        if (word.cursor.advance(doc) != doc)
            return 0;
        frequency = std::min(frequency, Weighting::frequency(word.cursor.code()));
    }
    return m_weight * m_scoring.part(doc, frequency) + 1.0F / 2048;
}

} // namespace Lectern
