#include "reading/caretmotion.h"

#include "page/documentlayout.h"

#include <QKeyEvent>
#include <QTextBoundaryFinder>

namespace Lectern {

qsizetype CaretMotion::moved(DocumentLayout &layout, qsizetype caret, CaretMove move)
{
    const int row = layout.rowOf(caret);
    if (row < 0)
        return caret;
    if (move != CaretMove::LineUp && move != CaretMove::LineDown)
        forgetColumn();
    const ParagraphLayout &paragraph = layout.paragraph(row);
    const bool rightToLeft = paragraph.isRightToLeft();
    switch (move) {
    case CaretMove::Left:
        return movedByCharacter(layout, caret, rightToLeft);
    case CaretMove::Right:
        return movedByCharacter(layout, caret, !rightToLeft);
    case CaretMove::WordLeft:
        return movedByWord(layout, caret, rightToLeft);
    case CaretMove::WordRight:
        return movedByWord(layout, caret, !rightToLeft);
    case CaretMove::LineUp:
        return movedByLine(layout, caret, false);
    case CaretMove::LineDown:
        return movedByLine(layout, caret, true);
    case CaretMove::LineStart:
        return paragraph.lineRange(paragraph.lineOf(caret)).start;
    case CaretMove::LineEnd: {
        const int line = paragraph.lineOf(caret);
        const TextRange range = paragraph.lineRange(line);
        // Behind the last character of a wrapped line the caret would show on the next.
        return line + 1 < paragraph.lineCount() ? paragraph.previousCaretPosition(range.end) : range.end;
    }
    case CaretMove::PageStart:
        return 0;
    case CaretMove::PageEnd:
        return layout.article()->text().size();
    }
    return caret;
}

qsizetype CaretMotion::movedByCharacter(DocumentLayout &layout, qsizetype caret, bool forward) const
{
    const int row = layout.rowOf(caret);
    const ParagraphLayout &paragraph = layout.paragraph(row);
    const TextRange range = paragraph.range();
    if (forward && caret < range.end)
        return paragraph.nextCaretPosition(caret);
    if (!forward && caret > range.start)
        return paragraph.previousCaretPosition(caret);
    if (forward)
        return row + 1 < layout.rowCount() ? layout.piece(row + 1).range.start : caret;
    if (row == 0)
        return caret;
    const qsizetype before = layout.piece(row - 1).range.end;
    return before < caret ? before : layout.paragraph(row - 1).previousCaretPosition(before);
}

qsizetype CaretMotion::movedByWord(DocumentLayout &layout, qsizetype caret, bool forward) const
{
    const int row = layout.rowOf(caret);
    const TextRange range = layout.piece(row).range;
    if ((forward && caret >= range.end) || (!forward && caret <= range.start))
        return movedByCharacter(layout, caret, forward);
    const QStringView text = QStringView(layout.article()->text()).mid(range.start, range.length());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    finder.setPosition(caret - range.start);
    // A word's beginning when going back, its end when going forward.
    const QTextBoundaryFinder::BoundaryReason wanted =
        forward ? QTextBoundaryFinder::EndOfItem : QTextBoundaryFinder::StartOfItem;
    qsizetype at = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    while (at > 0 && at < text.size() && !finder.boundaryReasons().testFlag(wanted))
        at = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    if (at < 0)
        return forward ? range.end : range.start;
    return range.start + at;
}

qsizetype CaretMotion::movedByLine(DocumentLayout &layout, qsizetype caret, bool down)
{
    const QRectF rect = layout.caretRect(caret);
    if (m_x < 0)
        m_x = rect.left();
    int row = layout.rowOf(caret);
    const ParagraphLayout *paragraph = &layout.paragraph(row);
    int line = paragraph->lineOf(caret) + (down ? 1 : -1);
    if (line < 0 || line >= paragraph->lineCount()) {
        row += down ? 1 : -1;
        if (row < 0 || row >= layout.rowCount())
            return down ? layout.article()->text().size() : 0;
        paragraph = &layout.paragraph(row);
        line = down ? 0 : paragraph->lineCount() - 1;
    }
    return paragraph->offsetAt({m_x, paragraph->lineTop(line) + 1.0}, HitMode::Gap);
}

std::optional<CaretMove> selectingMove(const QKeyEvent &event)
{
    constexpr std::pair<QKeySequence::StandardKey, CaretMove> moves[] = {
        {QKeySequence::SelectPreviousChar, CaretMove::Left},
        {QKeySequence::SelectNextChar, CaretMove::Right},
        {QKeySequence::SelectPreviousWord, CaretMove::WordLeft},
        {QKeySequence::SelectNextWord, CaretMove::WordRight},
        {QKeySequence::SelectPreviousLine, CaretMove::LineUp},
        {QKeySequence::SelectNextLine, CaretMove::LineDown},
        {QKeySequence::SelectStartOfLine, CaretMove::LineStart},
        {QKeySequence::SelectEndOfLine, CaretMove::LineEnd},
        {QKeySequence::SelectStartOfDocument, CaretMove::PageStart},
        {QKeySequence::SelectEndOfDocument, CaretMove::PageEnd},
    };
    for (const auto &[key, move] : moves)
        if (event.matches(key))
            return move;
    return {};
}

} // namespace Lectern
