#pragma once

#include "text/passage.h"

namespace Lectern {

/// The pieces of a passage where it stands today: `range` is where its quote was found in the article.
std::vector<TextRange> piecesAt(const Passage &passage, TextRange range);

/// The pieces and one more: what touches or overlaps is joined, and so is what only white space of `text`
/// keeps apart. In order.
std::vector<TextRange> withPiece(std::vector<TextRange> pieces, TextRange more, QStringView text);
/// The pieces without a stretch of the text. White space that would be left at the ends of the stretch goes
/// with it. Empty when nothing would be left.
std::vector<TextRange> withoutStretch(const std::vector<TextRange> &pieces, TextRange stretch,
                                      QStringView text);
/// The pieces between other ends: what lies beyond them goes, and the first and the last piece reach to them.
/// An end that falls between two pieces moves to the piece inside. Empty when nothing would be left.
std::vector<TextRange> withEnds(const std::vector<TextRange> &pieces, TextRange ends);

/// The same passage cut anew out of the article, in these pieces (in order, at least one): id, note, tags,
/// colour, star, times and everything else that is the user's stay.
Passage recut(const Passage &passage, const Article &article, const std::vector<TextRange> &pieces);

} // namespace Lectern
