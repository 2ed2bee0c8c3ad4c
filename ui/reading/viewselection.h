#pragma once

#include "base/textrange.h"

#include <QStringView>

namespace Lectern {

class Article;

/// How much of the text a selection grows by.
enum class Granularity : quint8 { Character, Word, Block };

/// The selection of a reader: an anchor that stays and a caret that moves. Offsets in UTF-16 units; whoever
/// moves it passes caret positions only, so that it never cuts through a letter.
class ViewSelection final
{
public:
    TextRange range() const;
    qsizetype caret() const { return m_caret; }
    bool isEmpty() const { return range().isEmpty(); }

    void clear(qsizetype caret = 0);
    void select(TextRange range);

    /// Begins at an offset with the word or block around it.
    void begin(const Article &article, qsizetype offset, Granularity granularity);
    /// Extends what begin() took to another offset, in the same granularity.
    void extend(const Article &article, qsizetype offset);
    /// Moves only the caret's end, by characters.
    void moveCaret(qsizetype offset);

private:
    TextRange m_anchor; ///< what stays selected; empty for a selection by characters
    qsizetype m_caret = 0;
    Granularity m_granularity = Granularity::Character;
};

/// The word at an offset as a double click takes it (UAX #29): the stretch of spaces or a sign when there is
/// no word.
TextRange wordAround(const Article &article, qsizetype offset);
/// The block at an offset.
TextRange blockAround(const Article &article, qsizetype offset);

} // namespace Lectern
