#pragma once

#include "text/block.h"

#include <QString>

#include <vector>

namespace Lectern {

class Article;

/// A stretch of a block that is laid out by itself: the whole block, a line of preformatted text or verse,
/// or, when the block is huge, up to pieceLimit units of it cut between sentences or words. Pieces cover the
/// whole text in order, but for the line breaks between them.
struct Piece
{
    TextRange range;
    int block = -1;      ///< index in Article::blocks(); -1 for text that no block covers
    bool isFirst = true; ///< of its block
    bool isLast = true;  ///< of its block
};

/// The most UTF-16 units that are laid out at once; QTextLayout slows down more than linearly beyond.
constexpr qsizetype pieceLimit = 4096;

std::vector<Piece> cutIntoPieces(const Article &article);

/// Where to cut [start, end), which is longer than pieceLimit: behind a sentence, else behind a space, else
/// between two characters as a reader sees them. Never more than pieceLimit after start.
qsizetype cutPoint(QStringView text, qsizetype start, qsizetype end);

} // namespace Lectern
