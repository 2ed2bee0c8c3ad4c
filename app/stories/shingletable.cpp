#include "stories/shingletable.h"

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

constexpr size_t smallest = 1024;

} // namespace

size_t ShingleTable::find(quint32 shingle) const
{
    const size_t mask = m_slots.size() - 1;
    size_t at = size_t(shingle * 0x9E3779B1u) & mask;
    while (m_slots[at].isUsed && m_slots[at].shingle != shingle)
        at = (at + 1) & mask;
    return at;
}

void ShingleTable::grow()
{
    // Slots of runs that no article has any more give way first.
    const auto live = size_t(
        std::count_if(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.count > 0; }));
    size_t size = smallest;
    while (live * 2 >= size)
        size *= 2;
    std::vector<Slot> old(size);
    std::swap(old, m_slots);
    m_used = 0;
    for (const Slot &slot : old) {
        if (slot.count == 0)
            continue;
        m_slots[find(slot.shingle)] = slot;
        ++m_used;
    }
}

void ShingleTable::add(quint32 shingle, int article)
{
    if (m_used * 4 >= m_slots.size() * 3)
        grow();
    Slot &slot = m_slots[find(shingle)];
    if (!slot.isUsed) {
        slot = {shingle, none, 0, true};
        ++m_used;
    }
    quint32 node = m_free;
    if (node == none) {
        node = quint32(m_nodes.size());
        m_nodes.push_back({});
    } else {
        m_free = m_nodes[node].next;
    }
    m_nodes[node] = {article, slot.first};
    slot.first = node;
    ++slot.count;
}

void ShingleTable::remove(quint32 shingle, int article)
{
    if (m_slots.empty())
        return;
    Slot &slot = m_slots[find(shingle)];
    quint32 *link = &slot.first;
    while (slot.isUsed && *link != none) {
        const quint32 node = *link;
        if (m_nodes[node].article == article) {
            *link = m_nodes[node].next;
            m_nodes[node].next = m_free;
            m_free = node;
            --slot.count;
            return;
        }
        link = &m_nodes[node].next;
    }
}

int ShingleTable::count(quint32 shingle) const
{
    return m_slots.empty() ? 0 : int(m_slots[find(shingle)].count);
}

} // namespace Lectern
