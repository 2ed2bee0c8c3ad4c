#include "page/piece.h"

#include "text/article.h"

#include <QTextBoundaryFinder>

namespace Lectern {

namespace {

constexpr qsizetype searchBack = 1024; ///< how far before the limit a better cut is looked for, UTF-16 units

bool endsSentence(QChar c)
{
    return QStringView(u".!?…。！？।؟۔").contains(c);
}

bool isClosing(QChar c)
{
    return c == u'"' || c == u'\'' || c.category() == QChar::Punctuation_Close ||
           c.category() == QChar::Punctuation_FinalQuote;
}

/// A space where a line may break; never a no-break space.
bool isBreakingSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\u3000';
}

bool isBehindSentence(QStringView text, qsizetype at)
{
    qsizetype i = at - 1;
    const bool ideographic = QStringView(u"。！？").contains(text[i]);
    if (ideographic)
        return true;
    if (!isBreakingSpace(text[i]))
        return false;
    --i;
    while (i > 0 && isClosing(text[i]))
        --i;
    return i >= 0 && endsSentence(text[i]);
}

void cutLine(QStringView text, TextRange line, int block, std::vector<Piece> &pieces)
{
    qsizetype start = line.start;
    while (line.end - start > pieceLimit) {
        const qsizetype cut = cutPoint(text, start, line.end);
        pieces.push_back({{start, cut}, block, false, false});
        start = cut;
    }
    pieces.push_back({{start, line.end}, block, false, false});
}

/// Cuts at line breaks first where the block keeps them.
void cutBlock(QStringView text, TextRange range, int block, bool keepsLines, std::vector<Piece> &pieces)
{
    const size_t first = pieces.size();
    qsizetype start = range.start;
    while (keepsLines) {
        const qsizetype end = text.indexOf(u'\n', start);
        if (end < 0 || end >= range.end)
            break;
        cutLine(text, {start, end}, block, pieces);
        start = end + 1;
    }
    cutLine(text, {start, range.end}, block, pieces);
    pieces[first].isFirst = true;
    pieces.back().isLast = true;
}

} // namespace

qsizetype cutPoint(QStringView text, qsizetype start, qsizetype end)
{
    const qsizetype limit = std::min(start + pieceLimit, end);
    const qsizetype earliest = std::max(start + 1, limit - searchBack);
    qsizetype behindSpace = -1;
    for (qsizetype at = limit; at > earliest; --at) {
        if (isBehindSentence(text, at))
            return at;
        if (behindSpace < 0 && isBreakingSpace(text[at - 1]))
            behindSpace = at;
    }
    if (behindSpace > 0)
        return behindSpace;

    const QStringView window = text.mid(earliest, end - earliest).left(2 * searchBack);
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, window);
    graphemes.setPosition(limit - earliest);
    if (graphemes.isAtBoundary())
        return limit;
    const qsizetype before = graphemes.toPreviousBoundary();
    if (before > 0)
        return earliest + before;
    return text[limit].isLowSurrogate() && text[limit - 1].isHighSurrogate() ? limit - 1 : limit;
}

std::vector<Piece> cutIntoPieces(const Article &article)
{
    const QStringView text = article.text();
    std::vector<Piece> pieces;
    pieces.reserve(article.blocks().size());
    qsizetype next = 0;
    for (size_t i = 0; i < article.blocks().size(); ++i) {
        const Block &block = article.blocks()[i];
        if (block.range.start > next) // text that no block claims is shown all the same
            cutBlock(text, {next, block.range.start - 1}, -1, true, pieces);
        const bool keepsLines = block.kind == BlockKind::Pre || block.kind == BlockKind::Verse;
        cutBlock(text, block.range, int(i), keepsLines, pieces);
        next = block.range.end + 1;
    }
    if (next < text.size())
        cutBlock(text, {next, text.size()}, -1, true, pieces);
    return pieces;
}

} // namespace Lectern
