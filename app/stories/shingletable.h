#pragma once

#include <QtGlobal>

#include <vector>

namespace Lectern {

/// Which articles have a run of words. Most runs occur in one article only, so that a run takes about as much
/// room as its hash: an open hash table of the runs, and chains of the articles behind it. Runs are told
/// apart by 32 bits of their hash.
class ShingleTable
{
public:
    void add(quint32 shingle, int article);
    /// Does nothing when the article does not have it.
    void remove(quint32 shingle, int article);
    /// How many articles have it.
    int count(quint32 shingle) const;

    /// Calls `with` for each article that has it, in no order.
    template <typename With>
    void forEach(quint32 shingle, With with) const
    {
        if (m_slots.empty())
            return;
        const Slot &slot = m_slots[find(shingle)];
        for (quint32 node = slot.count > 0 ? slot.first : none; node != none; node = m_nodes[node].next)
            with(m_nodes[node].article);
    }

private:
    static constexpr quint32 none = 0xffffffff;
    struct Slot
    {
        quint32 shingle = 0;
        quint32 first = none; ///< node; a slot that was never used has none
        quint32 count = 0;
        bool isUsed = false;
    };
    struct Node
    {
        int article;
        quint32 next;
    };

    /// The slot that has it, or where it would be put. The table must not be empty.
    size_t find(quint32 shingle) const;
    void grow();

    std::vector<Slot> m_slots; ///< a power of two, at most three quarters used
    std::vector<Node> m_nodes;
    quint32 m_free = none; ///< first of the nodes that are not used
    size_t m_used = 0;
};

} // namespace Lectern
