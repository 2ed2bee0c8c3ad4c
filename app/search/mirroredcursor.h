#pragma once

#include "search/fieldindex.h"

#include "base/utf8.h"

namespace Lectern {

/// Walks through a mirrored dictionary (Segment::mirror()) and knows the terms of the plain one by their ids.
/// Both indexes must outlive it.
class MirroredCursor final
{
public:
    MirroredCursor(const FieldIndex &mirror, const FieldIndex &plain)
        : m_plain(plain)
        , m_cursor(mirror.terms())
    {}

    bool seek(std::string_view from) { return m_cursor.seek(from); }
    bool next() { return m_cursor.next(); }
    std::string_view term() const { return m_cursor.term(); }
    /// That of no term where the plain dictionary lacks it, as only damage makes it.
    TermId id() const
    {
        const std::optional<TermInfo> info = m_plain.find(mirrored(term()));
        return info ? info->id : m_plain.termCount();
    }

private:
    const FieldIndex &m_plain;
    TermCursor m_cursor;
};

} // namespace Lectern
