#include "reading/markends.h"

#include "reading/viewselection.h"
#include "text/article.h"
#include "text/passagepieces.h"

namespace Lectern {

namespace {

qsizetype afterSpaces(const QString &text, qsizetype offset)
{
    while (offset < text.size() && text[offset].isSpace())
        ++offset;
    return offset;
}

qsizetype beforeSpaces(const QString &text, qsizetype offset)
{
    while (offset > 0 && text[offset - 1].isSpace())
        --offset;
    return offset;
}

/// The end of a word that is nearest to an offset inside it; the offset itself between words.
qsizetype nearestWordEnd(const Article &article, qsizetype offset)
{
    if (offset <= 0 || offset >= article.text().size())
        return offset;
    const TextRange word = wordAround(article, offset);
    return offset - word.start < word.end - offset ? word.start : word.end;
}

} // namespace

TextRange withEndAt(const Article &article, TextRange range, MarkEnd end, qsizetype offset, EndStep step)
{
    const QString &text = article.text();
    offset = qBound(qsizetype(0), offset, text.size());
    if (step == EndStep::Character) {
        const TextRange wanted =
            end == MarkEnd::Start ? TextRange{offset, range.end} : TextRange{range.start, offset};
        return wanted.isEmpty() ? range : wanted;
    }
    const qsizetype between = nearestWordEnd(article, offset);
    if (end == MarkEnd::End) {
        const qsizetype wanted = beforeSpaces(text, between);
        return {range.start, wanted > range.start ? wanted : wordAround(article, range.start).end};
    }
    const qsizetype wanted = afterSpaces(text, between);
    return {wanted < range.end ? wanted : wordAround(article, range.end - 1).start, range.end};
}

TextRange withEndMoved(const Article &article, TextRange range, MarkEnd end, int by)
{
    const QString &text = article.text();
    TextRange moved = range;
    if (end == MarkEnd::End && by > 0) {
        const qsizetype from = afterSpaces(text, range.end);
        moved.end = from < text.size() ? wordAround(article, from).end : range.end;
    } else if (end == MarkEnd::End) {
        moved.end = beforeSpaces(text, wordAround(article, range.end - 1).start);
    } else if (by < 0) {
        const qsizetype from = beforeSpaces(text, range.start);
        moved.start = from > 0 ? wordAround(article, from - 1).start : range.start;
    } else {
        moved.start = afterSpaces(text, wordAround(article, range.start).end);
    }
    return moved.isEmpty() ? range : moved;
}

Mark withEnds(const Mark &mark, TextRange ends)
{
    Mark changed = mark;
    const std::vector<TextRange> parts = withEnds(mark.parts(), ends);
    if (parts.empty())
        return mark;
    changed.range = {parts.front().start, parts.back().end};
    changed.pieces = parts.size() > 1 ? parts : std::vector<TextRange>();
    return changed;
}

} // namespace Lectern
