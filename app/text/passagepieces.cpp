#include "text/passagepieces.h"

#include <algorithm>

namespace Lectern {

namespace {

TextRange trimmed(TextRange range, QStringView text)
{
    while (range.start < range.end && text[range.start].isSpace())
        ++range.start;
    while (range.end > range.start && text[range.end - 1].isSpace())
        --range.end;
    return range;
}

} // namespace

std::vector<TextRange> piecesAt(const Passage &passage, TextRange range)
{
    std::vector<TextRange> pieces = passage.pieces();
    for (TextRange &piece : pieces)
        piece = piece.shifted(range.start - passage.range.start);
    return pieces;
}

std::vector<TextRange> withPiece(std::vector<TextRange> pieces, TextRange more, QStringView text)
{
    pieces.push_back(more);
    std::sort(pieces.begin(), pieces.end());
    std::vector<TextRange> joined;
    for (const TextRange &piece : pieces) {
        const bool touches = !joined.empty() && (piece.start <= joined.back().end ||
                                                 trimmed({joined.back().end, piece.start}, text).isEmpty());
        if (touches)
            joined.back().end = std::max(joined.back().end, piece.end);
        else
            joined.push_back(piece);
    }
    return joined;
}

std::vector<TextRange> withoutStretch(const std::vector<TextRange> &pieces, TextRange stretch,
                                      QStringView text)
{
    std::vector<TextRange> left;
    for (const TextRange &piece : pieces) {
        if (!piece.intersects(stretch)) {
            left.push_back(piece);
            continue;
        }
        for (const TextRange &rest :
             {TextRange{piece.start, stretch.start}, TextRange{stretch.end, piece.end}})
            if (!rest.isEmpty() && !trimmed(rest, text).isEmpty())
                left.push_back(trimmed(rest, text));
    }
    return left;
}

std::vector<TextRange> withEnds(const std::vector<TextRange> &pieces, TextRange ends)
{
    std::vector<TextRange> within;
    for (const TextRange &piece : pieces)
        if (const TextRange part = piece.intersected(ends); !part.isEmpty())
            within.push_back(part);
    if (within.empty())
        return within;
    if (ends.start < pieces.front().start)
        within.front().start = ends.start;
    if (ends.end > pieces.back().end)
        within.back().end = ends.end;
    return within;
}

Passage recut(const Passage &passage, const Article &article, const std::vector<TextRange> &pieces)
{
    const Passage fresh = Passage::cut(article, {pieces.front().start, pieces.back().end});
    Passage changed = passage;
    changed.article = fresh.article;
    changed.source = fresh.source;
    changed.textSha256 = fresh.textSha256;
    changed.canonVersion = fresh.canonVersion;
    changed.range = fresh.range;
    changed.codePoints = fresh.codePoints;
    changed.paragraph = fresh.paragraph;
    changed.inParagraph = fresh.inParagraph;
    changed.quote = fresh.quote;
    changed.prefix = fresh.prefix;
    changed.suffix = fresh.suffix;
    changed.sentenceBefore = fresh.sentenceBefore;
    changed.sentenceAfter = fresh.sentenceAfter;
    changed.occurrences = fresh.occurrences;
    changed.declined.clear();
    std::vector<TextRange> gaps;
    for (size_t i = 1; i < pieces.size(); ++i)
        gaps.push_back({pieces[i - 1].end, pieces[i].start});
    changed.omit(gaps);
    return changed;
}

} // namespace Lectern
