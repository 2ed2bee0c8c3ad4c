#pragma once

#include "text/wordstream.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Lectern {

/// The folded words before, in and behind a stretch of a text, without cutting the text as a whole. Whole
/// words only, no parts of them; a word that the stretch cuts into is neither before nor behind it. For one
/// thread.
class NeighbourWords final
{
public:
    struct Term
    {
        std::string_view word; ///< folded UTF-8
        quint64 hash = 0;      ///< termHash(word)
    };

    /// Looks at so many words before and behind a stretch, and no further than `reach` UTF-16 units. What the
    /// functions below give is valid until the next call.
    void read(QStringView text, TextRange stretch, size_t before, size_t behind);
    /// The n-th word before the stretch, counted from 1 away from it; empty when there are fewer.
    Term before(size_t n) const { return n <= m_inside ? termAt(m_inside - n) : Term{}; }
    /// The n-th word behind it, likewise.
    Term behind(size_t n) const { return termAt(m_behind + n - 1); }
    /// The words of the stretch cut by itself, with a blank between two.
    Term inside();

    static constexpr qsizetype reach = 4096;

private:
    struct Piece
    {
        size_t start;
        size_t length;
        quint64 hash;
        TextRange range;
    };

    bool readPlain(QStringView text, size_t before, size_t behind);
    void addPlain(QStringView text, TextRange range);
    void cut(QStringView text, TextRange window);
    Term termAt(size_t number) const;

    WordStream m_stream;
    std::string m_letters; ///< of all pieces
    std::vector<Piece> m_pieces;
    std::vector<TextRange> m_plain; ///< words before the stretch, the nearest first
    size_t m_inside = 0;            ///< the first piece that is not before the stretch
    size_t m_behind = 0;            ///< the first piece behind it
    QStringView m_stretchText;
    TextRange m_stretch;
    std::string m_joined;
};

} // namespace Lectern
