#pragma once

#include "search/bytestreams.h"
#include "search/fieldwriter.h"
#include "text/wordstream.h"

#include <string_view>
#include <vector>

namespace Lectern {

/// Which words of a document stand in its title and its lede, as positions.
struct DocZones
{
    quint32 titleFirst = 0;
    quint32 titleEnd = 0;
    quint32 ledeFirst = 0;
    quint32 ledeEnd = 0;

    quint32 zonesAt(quint32 position) const
    {
        return (position >= titleFirst && position < titleEnd ? TitleZone : BodyZone) |
               (position >= ledeFirst && position < ledeEnd ? LedeZone : BodyZone);
    }
};

/// Gathers the words of one field while documents are added, whatever their order: an open hash table of terms, and
/// for each a stream of its documents and positions. For one thread.
class FieldInverter final
{
public:
    FieldInverter();

    /// `hash` is termHash() of the term. Documents ascend from call to call, positions within one do not descend. The same place twice counts once.
    void add(std::string_view term, quint64 hash, quint32 doc, quint32 position);
    /// The same for many words at once. Nearly all the time of it is waiting for memory, so what will be needed is
    /// asked for ahead, in three steps.
    void add(std::span<const StreamedWord> words, quint32 doc);
    bool isEmpty() const { return m_entries.empty(); }
    /// Writes all terms in their order. `zones` has one of each document, or none at all.
    void write(FieldWriter *writer, std::span<const DocZones> zones) const;
    /// Bytes of memory that it holds.
    size_t bytes() const;

private:
    /// Fits a line of the cache, with the whole term as nearly all are.
    struct alignas(64) Entry
    {
        static constexpr size_t inlineBytes = 30;

        std::array<char, inlineBytes> letters;
        quint16 length = 0;
        quint32 longName = 0; ///< in m_longNames, when the term is longer
        quint32 lastDoc = 0;
        quint32 lastPosition = 0;
        ByteStreams::Stream stream;
    };
    struct Slot
    {
        quint64 hash = 0;
        quint32 entry = 0; ///< its number + 1; 0 is free
    };

    std::string_view name(const Entry &entry) const
    {
        return {entry.length <= Entry::inlineBytes ? entry.letters.data() : m_longNames.data() + entry.longName,
                entry.length};
    }
    quint32 entryOf(std::string_view term, quint64 hash);
    quint32 likelyEntry(quint64 hash) const;
    void append(Entry *entry, quint32 doc, quint32 position);
    void grow();
    void decode(const Entry &entry, std::span<const DocZones> zones, TermPostings *out) const;

    std::vector<char> m_longNames;
    std::vector<Entry> m_entries;
    std::vector<Slot> m_slots; ///< a power of two, never more than half full
    ByteStreams m_streams;
    mutable std::vector<quint8> m_bytes;
};

} // namespace Lectern
