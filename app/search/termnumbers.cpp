#include "search/termnumbers.h"

#include <QtEndian>

#include <algorithm>

namespace Lectern {

namespace {

quint64 beginningOf(std::string_view term)
{
    if (term.size() >= 8)
        return qFromBigEndian<quint64>(term.data());
    quint64 beginning = 0;
    for (size_t i = 0; i < term.size(); ++i)
        beginning |= quint64(quint8(term[i])) << (56 - 8 * i);
    return beginning;
}

} // namespace

quint32 TermNumbers::number(std::string_view term, quint64 hash)
{
    if (term.empty())
        return 0;
    if (m_entries.size() * 2 > m_slots.size())
        grow();
    const quint64 beginning = beginningOf(term);
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    for (; m_slots[slot].number != 0; slot = (slot + 1) & mask) {
        const Slot &known = m_slots[slot];
        if (known.beginning == beginning && known.length == term.size() &&
            (term.size() <= sizeof beginning || this->term(known.number) == term))
            return known.number;
    }
    const auto number = quint32(m_entries.size());
    m_slots[slot] = {beginning, quint32(term.size()), number};
    m_entries.push_back({hash, beginning, quint32(m_letters.size()), quint32(term.size())});
    m_letters.insert(m_letters.end(), term.begin(), term.end());
    return number;
}

void TermNumbers::grow()
{
    m_slots.assign(std::max<size_t>(m_slots.size() * 2, 1024), {});
    const size_t mask = m_slots.size() - 1;
    for (size_t number = 1; number < m_entries.size(); ++number) {
        const Entry &entry = m_entries[number];
        size_t slot = entry.hash & mask;
        while (m_slots[slot].number != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = {entry.beginning, entry.length, quint32(number)};
    }
}

std::vector<quint32> TermNumbers::ranks() const
{
    struct Ranked
    {
        quint64 beginning;
        quint32 number;
    };
    std::vector<Ranked> order;
    order.reserve(m_entries.size());
    for (size_t number = 0; number < m_entries.size(); ++number)
        order.push_back({m_entries[number].beginning, quint32(number)});
    std::sort(order.begin(), order.end(), [this](const Ranked &a, const Ranked &b) {
        return a.beginning != b.beginning ? a.beginning < b.beginning : term(a.number) < term(b.number);
    });
    std::vector<quint32> ranks(order.size());
    for (size_t rank = 0; rank < order.size(); ++rank)
        ranks[order[rank].number] = quint32(rank);
    return ranks;
}

} // namespace Lectern
