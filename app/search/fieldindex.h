#pragma once

#include "search/postings.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace Lectern {

/// Numbers a term within one FieldIndex, in the order of their UTF-16 units.
using TermId = quint32;

/// Terms first (inclusive) to end (exclusive).
struct TermSpan
{
    TermId first = 0;
    TermId end = 0;
};

/// Where the words of one field of many articles stand: a sorted dictionary in one arena, and the postings of
/// each term.
class FieldIndex final
{
public:
    quint32 termCount() const { return quint32(m_entries.size()); }
    QStringView term(TermId id) const;
    /// The terms that begin with `prefix`.
    TermSpan startingWith(QStringView prefix) const;
    std::optional<TermId> find(QStringView term) const;
    /// In how many documents the term stands.
    quint32 docCount(TermId id) const { return m_entries[id].docCount; }
    PostingsCursor cursor(TermId id) const { return {m_postings, m_entries[id]}; }
    qint64 bytes() const;

private:
    friend class FieldIndexWriter;
    TermId lowerBound(QStringView term) const;

    std::vector<char16_t> m_letters;
    std::vector<quint32> m_ends; ///< in m_letters, of each term
    std::vector<PostingsEntry> m_entries;
    Postings m_postings;
};

/// Writes a FieldIndex from terms that ascend.
class FieldIndexWriter final
{
public:
    void beginTerm(QStringView term);
    void add(quint32 doc, std::span<const quint32> positions) { m_postings.add(doc, positions); }
    /// A term without documents leaves no trace.
    void endTerm();
    FieldIndex take();

private:
    FieldIndex m_index;
    PostingsWriter m_postings;
};

} // namespace Lectern
