#pragma once

#include <QtGlobal>

#include <optional>

class QKeyEvent;

namespace Lectern {

class DocumentLayout;

enum class CaretMove : quint8 {
    Left, ///< by a character, as seen
    Right,
    WordLeft,
    WordRight,
    LineUp,
    LineDown,
    LineStart,
    LineEnd,
    PageStart, ///< of the whole article
    PageEnd
};

/// Moves a caret over a page as a keyboard does.
class CaretMotion final
{
public:
    /// The caret position that a move leads to; at the ends of the text the same.
    qsizetype moved(DocumentLayout &layout, qsizetype caret, CaretMove move);
    /// Forgets the column that moves by line aim at.
    void forgetColumn() { m_x = -1; }

private:
    qsizetype movedByCharacter(DocumentLayout &layout, qsizetype caret, bool forward) const;
    qsizetype movedByWord(DocumentLayout &layout, qsizetype caret, bool forward) const;
    qsizetype movedByLine(DocumentLayout &layout, qsizetype caret, bool down);

    qreal m_x = -1; ///< the column aimed at while moving by lines, page coordinates; -1 for none
};

/// The move that a key with Shift extends a selection by; none when the key means something else.
std::optional<CaretMove> selectingMove(const QKeyEvent &event);

} // namespace Lectern
