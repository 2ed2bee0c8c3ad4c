#pragma once

#include <QtGlobal>

#include <string_view>
#include <vector>

namespace Lectern {

/// Numbers different terms as they come, and tells how they rank when all are there.
class TermNumbers final
{
public:
    /// The number of a term with this hash; that of the empty term is 0.
    quint32 number(std::string_view term, quint64 hash);
    /// For each number, how many terms have smaller bytes: by code points, the empty term first.
    std::vector<quint32> ranks() const;

private:
    /// A term as far as a look at one cache line goes: all of it when it is short.
    struct Slot
    {
        quint64 beginning = 0; ///< the first eight bytes as a number that compares as they do
        quint32 length = 0;
        quint32 number = 0; ///< 0 when there is no term
    };
    struct Entry
    {
        quint64 hash;
        quint64 beginning;
        quint32 start; ///< in m_letters
        quint32 length;
    };

    std::string_view term(quint32 number) const
    {
        return {m_letters.data() + m_entries[number].start, m_entries[number].length};
    }
    void grow();

    std::vector<Slot> m_slots; ///< by hash with open addressing
    std::vector<Entry> m_entries{{0, 0, 0, 0}};
    std::vector<char> m_letters;
};

} // namespace Lectern
