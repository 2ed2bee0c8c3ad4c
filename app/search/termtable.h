#pragma once

#include "search/fieldindex.h"

#include <QStringView>

#include <vector>

namespace Lectern {

/// Gathers the words of one field while articles are added, in any order of terms: an open hash table of the
/// terms in one arena, and for each term a stream of its documents and positions that only grows. write()
/// sorts it into a FieldIndex.
class TermTable final
{
public:
    TermTable();

    /// Documents ascend from call to call, positions within one document do not descend. The same place twice
    /// counts once.
    void add(QStringView term, quint32 doc, quint32 position);
    /// What was gathered; the table is empty afterwards.
    FieldIndex write();

private:
    struct Entry
    {
        quint64 hash = 0;
        quint32 start = 0; ///< in m_letters
        quint32 length = 0;
        quint32 lastDoc = 0;
        quint32 lastPosition = 0;
        /// An even number is a step to the next position in the same document; an odd one a step to the next
        /// document, and the position in it follows.
        std::vector<quint8> stream;
    };

    QStringView term(const Entry &entry) const;
    Entry &entryOf(QStringView term);
    void grow();

    std::vector<char16_t> m_letters;
    std::vector<Entry> m_entries;
    std::vector<quint32>
        m_slots; ///< number of the entry + 1; 0 is free; a power of two, never more than half full
};

} // namespace Lectern
