#include "search/termtable.h"

#include "search/varint.h"

#include <QHashFunctions>

#include <algorithm>
#include <numeric>

namespace Lectern {

TermTable::TermTable()
    : m_slots(1024)
{}

QStringView TermTable::term(const Entry &entry) const
{
    return {m_letters.data() + entry.start, qsizetype(entry.length)};
}

TermTable::Entry &TermTable::entryOf(QStringView wanted)
{
    const quint64 hash = qHash(wanted);
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        Entry &entry = m_entries[m_slots[slot] - 1];
        if (entry.hash == hash && term(entry) == wanted)
            return entry;
    }
    Entry entry;
    entry.hash = hash;
    entry.start = quint32(m_letters.size());
    entry.length = quint32(wanted.size());
    m_letters.insert(m_letters.end(), wanted.utf16(), wanted.utf16() + wanted.size());
    m_entries.push_back(std::move(entry));
    m_slots[slot] = quint32(m_entries.size());
    if (m_entries.size() * 2 > m_slots.size())
        grow();
    return m_entries.back();
}

void TermTable::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    const size_t mask = m_slots.size() - 1;
    for (quint32 i = 0; i < m_entries.size(); ++i) {
        size_t slot = m_entries[i].hash & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = i + 1;
    }
}

void TermTable::add(QStringView term, quint32 doc, quint32 position)
{
    Entry &entry = entryOf(term);
    const bool sameDoc = !entry.stream.empty() && entry.lastDoc == doc;
    if (sameDoc && entry.lastPosition == position)
        return; // a word whose parts are alike
    if (sameDoc) {
        putVarint(entry.stream, (position - entry.lastPosition) << 1);
    } else {
        putVarint(entry.stream, (doc - entry.lastDoc) << 1 | 1);
        putVarint(entry.stream, position);
    }
    entry.lastDoc = doc;
    entry.lastPosition = position;
}

FieldIndex TermTable::write()
{
    std::vector<quint32> sorted(m_entries.size());
    std::iota(sorted.begin(), sorted.end(), 0);
    std::sort(sorted.begin(), sorted.end(),
              [this](quint32 a, quint32 b) { return term(m_entries[a]).compare(term(m_entries[b])) < 0; });

    FieldIndexWriter writer;
    std::vector<quint32> positions;
    for (const quint32 number : sorted) {
        Entry &entry = m_entries[number];
        writer.beginTerm(term(entry));
        quint32 doc = 0;
        positions.clear();
        const quint8 *at = entry.stream.data();
        const quint8 *const end = at + entry.stream.size();
        while (at != end) {
            const quint32 step = takeVarint(at);
            if (step & 1) {
                if (!positions.empty())
                    writer.add(doc, positions);
                positions.assign(1, takeVarint(at));
                doc += step >> 1;
            } else {
                positions.push_back(positions.back() + (step >> 1));
            }
        }
        writer.add(doc, positions);
        writer.endTerm();
        entry.stream = {};
    }
    *this = TermTable();
    return writer.take();
}

} // namespace Lectern
