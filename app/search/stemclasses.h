#pragma once

#include "text/stemming.h"
#include "search/termsequence.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace Lectern {

/// Groups the terms of a dictionary by their stem in one language. A class of one term that is its own stem
/// is not kept: it is found by its name, see termsOfStem().
class StemClasses
{
public:
    /// Stems each term of the dictionary once.
    template <TermSequence Cursor>
    static StemClasses build(Cursor &cursor, const Stemmer &stemmer)
    {
        StemClasses classes;
        if (!stemmer.isNull() && cursor.seek({})) {
            do {
                const std::string stem = stemmer.stem(cursor.term());
                classes.add(stem, cursor.id(), stem == cursor.term());
            } while (cursor.next());
        }
        return classes;
    }

    /// The bytes that a StemClassesView reads, little-endian:
    ///     u32 magic, u32 seed, u32 end of ids, u32 buckets, u32 ends of the buckets[buckets], entries
    /// An entry is u32 with the stem's fingerprint in the upper 28 bits and the number of further ids below,
    /// and as varints the first id, that number if it is 15 or more, and for each further id the gap before
    /// it less 1.
    std::vector<std::byte> write() const;

private:
    struct Member
    {
        quint64 hash;
        quint32 id;
        quint32 stemStart; ///< in m_stems
        quint32 stemLength;
        bool isStem; ///< the term is its own stem
    };

    using Group = std::span<const Member>; ///< all members of one hash

    void add(std::string_view stem, quint32 id, bool isStem);
    std::string_view stemOf(const Member &member) const;
    std::vector<Member> hashed(quint32 seed) const;
    bool tellsApart(const std::vector<Group> &groups, quint32 buckets) const;
    static std::vector<Group> grouped(const std::vector<Member> &members);
    static bool isKept(Group group) { return group.size() > 1 || !group.front().isStem; }

    std::vector<Member> m_members;
    std::string m_stems;
};

/// Reads what StemClasses::write() wrote, in place. Whatever the bytes are, nothing outside them is read, and
/// ids are ascending and below the end that was written.
class StemClassesView
{
public:
    /// The bytes must outlive the view.
    explicit StemClassesView(std::span<const std::byte> bytes);

    /// False when these are no stem classes.
    bool isValid() const { return m_buckets > 0; }

    /// Ids of the terms whose stem is this one, ascending; none when no class was kept for it. Stems are
    /// known by 28 bits of their hash in a bucket of about eight: no two stems of the dictionary are taken
    /// for each other, but one in thirty million of those that are not in it is taken for another.
    std::vector<quint32> terms(std::string_view stem) const;

private:
    std::span<const std::byte> m_ends;
    std::span<const std::byte> m_entries;
    quint32 m_seed = 0;
    quint32 m_idEnd = 0;
    quint32 m_buckets = 0;
};

/// Ids of all terms of the dictionary that have this stem, ascending.
template <TermSequence Cursor>
std::vector<quint32> termsOfStem(Cursor &cursor, const StemClassesView &classes, const Stemmer &stemmer,
                                 std::string_view stem)
{
    std::vector<quint32> ids = classes.terms(stem);
    if (ids.empty() && cursor.seek(stem) && cursor.term() == stem && stemmer.stem(stem) == stem)
        ids.push_back(cursor.id());
    return ids;
}

} // namespace Lectern
