#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <string>
#include <utility>
#include <vector>

namespace Lectern {

/// Calls function(i) for each i in the set, ascending.
template <size_t size, typename Function>
void forEachPosition(const std::bitset<size> &set, Function function)
{
    if constexpr (size <= 64) {
        for (auto bits = set.to_ullong(); bits != 0; bits &= bits - 1)
            function(size_t(std::countr_zero(bits)));
    } else {
        for (size_t i = 0; i < size; ++i)
            if (set.test(i))
                function(i);
    }
}

/// For each letter of a word the set of its positions there, in code points: what bit-parallel automata step
/// by.
template <size_t size>
class LetterPositions
{
public:
    using Set = std::bitset<size>;

    void add(char32_t letter, size_t position)
    {
        if (letter < m_ascii.size()) {
            m_ascii[letter].set(position);
            return;
        }
        const auto found = std::find_if(m_others.begin(), m_others.end(),
                                        [letter](const auto &other) { return other.first == letter; });
        if (found != m_others.end())
            found->second.set(position);
        else
            m_others.emplace_back(letter, Set()).second.set(position);
    }

    Set of(char32_t letter) const
    {
        if (letter < m_ascii.size())
            return m_ascii[letter];
        for (const auto &[other, set] : m_others)
            if (other == letter)
                return set;
        return {};
    }

private:
    std::array<Set, 128> m_ascii{};
    std::vector<std::pair<char32_t, Set>> m_others; ///< seldom more than a word's length
};

} // namespace Lectern
