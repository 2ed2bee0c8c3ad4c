#pragma once

#include <QtGlobal>

#include <algorithm>
#include <iterator>
#include <limits>
#include <vector>

namespace Lectern {

/// A chain of spans in the order of the parts, seen from behind one of them.
struct NearChain
{
    quint32 last = 0; ///< where its last span ends
    quint32 gaps = 0; ///< the words between its spans
};

/// The best chains that end in one part: by the time they are asked for, ascending by their end. A chain that
/// ends earlier is kept only as long as no later one is as good wherever both may go on.
class NearChains
{
public:
    static constexpr quint32 unreachable = std::numeric_limits<quint32>::max();

    void clear() { m_chains.clear(); }

    void add(NearChain chain)
    {
        // What goes on from a later end has fewer words between: compare at the same place.
        if (!m_chains.empty() && gapsAt(m_chains.back(), chain.last) < chain.gaps)
            return;
        if (!m_chains.empty() && m_chains.back().last == chain.last)
            m_chains.back() = chain;
        else
            m_chains.push_back(chain);
    }

    /// The fewest words between the spans of a chain that a span from `first` on lengthens.
    quint32 gapsBefore(quint32 first) const
    {
        const auto behind = std::partition_point(
            m_chains.begin(), m_chains.end(), [first](const NearChain &chain) { return chain.last < first; });
        return behind == m_chains.begin() ? unreachable : gapsAt(*std::prev(behind), first - 1);
    }

private:
    static quint32 gapsAt(const NearChain &chain, quint32 last) { return chain.gaps + (last - chain.last); }

    std::vector<NearChain> m_chains; ///< each as good at its end as all before it
};

} // namespace Lectern
