#include "search/setnode.h"

#include <algorithm>

namespace Lectern {

bool DocSet::contains(quint32 doc) const
{
    return bits ? Bits::test(bits, doc) : std::binary_search(docs.begin(), docs.end(), doc);
}

SetNode::SetNode(DocSet set, DocSet titles, quint32 docCount, float weight)
    : m_set(std::move(set))
    , m_titles(std::move(titles))
    , m_docCount(docCount)
    , m_plain(exactScore(weight))
    , m_titled(exactScore(weight * 2))
{
    if (!m_set.owned.empty())
        m_set.bits = m_set.owned.data();
    if (!m_titles.owned.empty())
        m_titles.bits = m_titles.owned.data();
}

quint32 SetNode::nextFrom(quint32 doc)
{
    if (m_set.bits)
        return doc < m_docCount ? doc : noDoc;
    while (m_listAt < m_set.docs.size() && m_set.docs[m_listAt] < doc)
        ++m_listAt;
    return m_listAt < m_set.docs.size() ? m_set.docs[m_listAt] : noDoc;
}

void SetNode::addTo(const DocWindow &window, WindowBits *bits)
{
    if (m_set.bits) {
        const size_t first = window.base / 64;
        const size_t words = std::min(DocWindow::words, Bits::wordsFor(m_docCount) - first);
        for (size_t i = 0; i < words; ++i)
            bits->words[i] |= m_set.bits[first + i];
        return;
    }
    for (quint32 doc = nextFrom(window.base); doc < window.end; doc = nextFrom(doc + 1))
        Bits::set(bits->words.data(), doc - window.base);
}

void SetNode::keepIn(const DocWindow &window, WindowBits *bits)
{
    if (!m_set.bits) {
        MatchNode::keepIn(window, bits);
        return;
    }
    const size_t first = window.base / 64;
    const size_t words = std::min(DocWindow::words, Bits::wordsFor(m_docCount) - first);
    for (size_t i = 0; i < words; ++i)
        bits->words[i] &= m_set.bits[first + i];
    for (size_t i = words; i < DocWindow::words; ++i)
        bits->words[i] = 0;
}

float SetNode::score(quint32 doc)
{
    if (!m_set.contains(doc))
        return 0;
    return m_titles.count > 0 && m_titles.contains(doc) ? m_titled : m_plain;
}

float SetNode::bound(quint32 doc, quint32 *upTo)
{
    Q_UNUSED(doc)
    *upTo = noDoc - 1;
    return best();
}

void ListNode::addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores)
{
    Q_UNUSED(wanted)
    for (; m_scoreAt < m_list.docs.size() && m_list.docs[m_scoreAt] < window.end; ++m_scoreAt) {
        if (m_list.docs[m_scoreAt] < window.base)
            continue;
        const quint32 bit = m_list.docs[m_scoreAt] - window.base;
        scores->values[bit] += m_list.scores[m_scoreAt];
        Bits::set(scores->seen.words.data(), bit);
    }
}

void ListNode::offerAll(TopDocs *top, const Corpus::Part &part) const
{
    for (size_t i = 0; i < m_list.docs.size(); ++i)
        if (m_list.scores[i] >= top->threshold())
            top->offer(m_list.scores[i], m_list.docs[i], part);
}

quint32 ListNode::nextFrom(quint32 doc)
{
    while (m_at < m_list.docs.size() && m_list.docs[m_at] < doc)
        ++m_at;
    return m_at < m_list.docs.size() ? m_list.docs[m_at] : noDoc;
}

void ListNode::addTo(const DocWindow &window, WindowBits *bits)
{
    for (quint32 doc = nextFrom(window.base); doc < window.end; doc = nextFrom(doc + 1))
        Bits::set(bits->words.data(), doc - window.base);
}

float ListNode::score(quint32 doc)
{
    while (m_scoreAt < m_list.docs.size() && m_list.docs[m_scoreAt] < doc)
        ++m_scoreAt;
    return m_scoreAt < m_list.docs.size() && m_list.docs[m_scoreAt] == doc ? m_list.scores[m_scoreAt] : 0;
}

float ListNode::bound(quint32 doc, quint32 *upTo)
{
    // Up to its next document it has no score at all.
    while (m_boundAt < m_list.docs.size() && m_list.docs[m_boundAt] < doc)
        ++m_boundAt;
    const bool isHere = m_boundAt < m_list.docs.size() && m_list.docs[m_boundAt] == doc;
    *upTo = isHere ? doc : m_boundAt < m_list.docs.size() ? m_list.docs[m_boundAt] - 1 : noDoc - 1;
    return isHere ? m_list.best : 0;
}

} // namespace Lectern
