#include "search/fieldinverter.h"

#include "search/varint.h"

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr quint32 noEntry = 0xffffffff;

} // namespace

FieldInverter::FieldInverter()
    : m_slots(256)
{}

/// The number of the entry of that hash, which is nearly always the one of the term; noEntry when there is
/// none.
quint32 FieldInverter::likelyEntry(quint64 hash) const
{
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = hash & mask; m_slots[slot].entry != 0; slot = (slot + 1) & mask)
        if (m_slots[slot].hash == hash)
            return m_slots[slot].entry - 1;
    return noEntry;
}

quint32 FieldInverter::entryOf(std::string_view term, quint64 hash)
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    for (; m_slots[slot].entry != 0; slot = (slot + 1) & mask) {
        if (m_slots[slot].hash == hash && name(m_entries[m_slots[slot].entry - 1]) == term)
            return m_slots[slot].entry - 1;
    }
    Entry entry;
    entry.length = quint16(term.size());
    if (term.size() <= Entry::inlineBytes) {
        std::copy(term.begin(), term.end(), entry.letters.begin());
    } else {
        entry.longName = quint32(m_longNames.size());
        m_longNames.insert(m_longNames.end(), term.begin(), term.end());
    }
    entry.stream = m_streams.begin();
    m_entries.push_back(entry);
    const auto number = quint32(m_entries.size());
    m_slots[slot] = {hash, number};
    if (m_entries.size() * 2 > m_slots.size())
        grow();
    return number - 1;
}

void FieldInverter::grow()
{
    std::vector<Slot> wider(m_slots.size() * 2);
    const size_t mask = wider.size() - 1;
    for (const Slot &old : m_slots) {
        if (old.entry == 0)
            continue;
        size_t slot = old.hash & mask;
        while (wider[slot].entry != 0)
            slot = (slot + 1) & mask;
        wider[slot] = old;
    }
    m_slots.swap(wider);
}

void FieldInverter::append(Entry *entry, quint32 doc, quint32 position)
{
    // An even number is a step to the next place in the same document, an odd one a step to another document,
    // and the place in it follows.
    const bool isNew = entry->stream.at == entry->stream.first;
    if (!isNew && entry->lastDoc == doc) {
        if (entry->lastPosition == position)
            return; // a word whose parts are alike
        m_streams.putVarint(&entry->stream, (position - entry->lastPosition) << 1);
    } else {
        m_streams.putVarints(&entry->stream, (doc - entry->lastDoc) << 1 | 1, position);
    }
    entry->lastDoc = doc;
    entry->lastPosition = position;
}

void FieldInverter::add(std::string_view term, quint64 hash, quint32 doc, quint32 position)
{
    append(&m_entries[entryOf(term, hash)], doc, position);
}

void FieldInverter::add(std::span<const StreamedWord> words, quint32 doc)
{
    Q_ASSERT(words.size() <= WordStream::mostWords);
    const size_t mask = m_slots.size() - 1;
    for (const StreamedWord &word : words)
        __builtin_prefetch(&m_slots[word.hash & mask]);
    std::array<quint32, WordStream::mostWords> numbers;
    for (size_t i = 0; i < words.size(); ++i) {
        numbers[i] = likelyEntry(words[i].hash);
        if (numbers[i] != noEntry)
            __builtin_prefetch(&m_entries[numbers[i]], 1);
    }
    for (size_t i = 0; i < words.size(); ++i) {
        const std::string_view term(words[i].term, words[i].length);
        if (numbers[i] == noEntry || name(m_entries[numbers[i]]) != term)
            numbers[i] = entryOf(term, words[i].hash);
        m_streams.prefetch(m_entries[numbers[i]].stream);
    }
    for (size_t i = 0; i < words.size(); ++i)
        append(&m_entries[numbers[i]], doc, words[i].position);
}

void FieldInverter::decode(const Entry &entry, std::span<const DocZones> zones, TermPostings *out) const
{
    m_bytes.clear();
    m_streams.read(entry.stream, &m_bytes);
    const quint8 *at = m_bytes.data();
    const quint8 *const end = at + m_bytes.size();
    // A place takes a byte at least, a document another: there are never more of them.
    out->docs.resize(m_bytes.size() / 2);
    out->codes.resize(m_bytes.size() / 2);
    out->positions.resize(m_bytes.size());
    quint32 *places = out->positions.data();
    size_t docs = 0;
    quint32 doc = 0;
    while (at < end) {
        doc += takeVarint(at, end) >> 1;
        quint32 position = takeVarint(at, end);
        quint32 frequency = 1;
        *places++ = position;
        const DocZones *const zone = zones.empty() ? nullptr : &zones[doc];
        const quint32 zoneEnd = zone ? std::max(zone->titleEnd, zone->ledeEnd) : 0;
        quint32 inZones = position < zoneEnd ? zone->zonesAt(position) : BodyZone;
        for (; at < end && (*at & 1) == 0; ++frequency) {
            const quint32 step = takeVarint(at, end) >> 1;
            position += step;
            *places++ = step;
            if (position < zoneEnd)
                inZones |= zone->zonesAt(position);
        }
        out->docs[docs] = doc;
        out->codes[docs++] = postingCode(frequency, inZones);
    }
    out->docs.resize(docs);
    out->codes.resize(docs);
    out->positions.resize(size_t(places - out->positions.data()));
}

void FieldInverter::write(FieldWriter *writer, std::span<const DocZones> zones) const
{
    std::vector<std::pair<quint64, quint32>> order;
    order.reserve(m_entries.size());
    for (quint32 i = 0; i < m_entries.size(); ++i)
        order.emplace_back(termKey(name(m_entries[i])), i);
    std::sort(order.begin(), order.end(), [this](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : name(m_entries[a.second]) < name(m_entries[b.second]);
    });
    TermPostings postings;
    for (size_t i = 0; i < order.size(); ++i) {
        // Terms lie in the order in which they came up, so that each is somewhere else.
        if (i + 8 < order.size())
            __builtin_prefetch(&m_entries[order[i + 8].second]);
        if (i + 4 < order.size())
            m_streams.prefetchFirst(m_entries[order[i + 4].second].stream);
        const Entry &entry = m_entries[order[i].second];
        decode(entry, zones, &postings);
        writer->add(name(entry), postings);
    }
}

size_t FieldInverter::bytes() const
{
    return m_streams.bytes() + m_longNames.size() + m_entries.size() * sizeof(Entry) +
           m_slots.size() * sizeof(Slot);
}

} // namespace Lectern
