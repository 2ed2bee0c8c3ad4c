#include "search/groupnodes.h"

#include <algorithm>

namespace Lectern {

namespace {

/// Parts that add up score at most as much as the sum of what each can score.
float boundOf(const std::vector<MatchNodePtr> &parts, quint32 doc, quint32 *upTo)
{
    float sum = 0;
    *upTo = MatchNode::noDoc - 1;
    for (const MatchNodePtr &part : parts) {
        quint32 here = 0;
        sum += part->bound(doc, &here);
        *upTo = std::min(*upTo, here);
    }
    return sum;
}

float bestOf(const std::vector<MatchNodePtr> &parts)
{
    float sum = 0;
    for (const MatchNodePtr &part : parts)
        sum += part->best();
    return sum;
}

} // namespace

AndNode::AndNode(std::vector<MatchNodePtr> parts, std::vector<MatchNodePtr> excluded)
    : m_parts(std::move(parts))
    , m_excluded(std::move(excluded))
{
    for (const MatchNodePtr &part : m_parts)
        m_byCost.push_back(part.get());
    std::stable_sort(m_byCost.begin(), m_byCost.end(),
                     [](const MatchNode *a, const MatchNode *b) { return a->cost() < b->cost(); });
}

quint32 AndNode::nextFrom(quint32 doc)
{
    // Each part may move it on; what is left is a window in which all have something.
    for (bool moved = true; moved && doc != noDoc;) {
        moved = false;
        for (MatchNode *part : m_byCost) {
            const quint32 next = part->nextFrom(doc);
            if (next == noDoc)
                return noDoc;
            if (next / DocWindow::size != doc / DocWindow::size) {
                doc = next;
                moved = true;
                break;
            }
            if (part == m_byCost.front())
                doc = next;
        }
    }
    return doc;
}

void AndNode::addTo(const DocWindow &window, WindowBits *bits)
{
    WindowBits mine;
    m_byCost.front()->addTo(window, &mine);
    for (size_t i = 1; i < m_byCost.size() && !mine.isEmpty(); ++i)
        m_byCost[i]->keepIn(window, &mine);
    for (const MatchNodePtr &excluded : m_excluded) {
        if (mine.isEmpty())
            break;
        WindowBits hit = mine;
        excluded->keepIn(window, &hit);
        mine.remove(hit);
    }
    m_matched = mine;
    m_base = window.base;
    *bits |= m_matched;
}

void AndNode::keepIn(const DocWindow &window, WindowBits *bits)
{
    for (size_t i = 0; i < m_byCost.size() && !bits->isEmpty(); ++i)
        m_byCost[i]->keepIn(window, bits);
    for (const MatchNodePtr &excluded : m_excluded) {
        if (bits->isEmpty())
            break;
        WindowBits hit = *bits;
        excluded->keepIn(window, &hit);
        bits->remove(hit);
    }
    m_matched = *bits;
    m_base = window.base;
}

float AndNode::score(quint32 doc)
{
    if (doc / DocWindow::size * DocWindow::size != m_base || !m_matched.test(doc - m_base))
        return 0;
    float sum = 0;
    for (const MatchNodePtr &part : m_parts)
        sum += part->score(doc);
    return sum;
}

float AndNode::bound(quint32 doc, quint32 *upTo)
{
    return boundOf(m_parts, doc, upTo);
}

float AndNode::best() const
{
    return bestOf(m_parts);
}

void AndNode::addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores)
{
    WindowBits mine = wanted;
    mine &= m_matched;
    for (const MatchNodePtr &part : m_parts)
        part->addScores(window, mine, scores);
}

bool AndNode::partsScoreApart() const
{
    return std::all_of(m_parts.begin(), m_parts.end(),
                       [](const MatchNodePtr &part) { return part->scoresApart(); });
}

OrNode::OrNode(std::vector<MatchNodePtr> parts)
    : m_parts(std::move(parts))
{}

quint32 OrNode::nextFrom(quint32 doc)
{
    quint32 next = noDoc;
    for (const MatchNodePtr &part : m_parts)
        next = std::min(next, part->nextFrom(doc));
    return next;
}

void OrNode::addTo(const DocWindow &window, WindowBits *bits)
{
    for (const MatchNodePtr &part : m_parts)
        part->addTo(window, bits);
}

float OrNode::score(quint32 doc)
{
    float sum = 0;
    for (const MatchNodePtr &part : m_parts)
        sum += part->score(doc);
    return sum;
}

float OrNode::bound(quint32 doc, quint32 *upTo)
{
    return boundOf(m_parts, doc, upTo);
}

float OrNode::best() const
{
    return bestOf(m_parts);
}

quint64 OrNode::cost() const
{
    quint64 sum = 0;
    for (const MatchNodePtr &part : m_parts)
        sum += part->cost();
    return sum;
}

} // namespace Lectern
