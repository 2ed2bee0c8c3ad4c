#pragma once

#include "reading/mark.h"

namespace Lectern {

class Article;

/// How an end of a mark goes along with the pointer.
enum class EndStep : quint8 { Word, Character };

/// The range with one end at about an offset: between words, without white space there, or exactly there. It
/// never becomes empty.
TextRange withEndAt(const Article &article, TextRange range, MarkEnd end, qsizetype offset, EndStep step);

/// The range with one end moved by a word or sign, on (1) or back (-1) in the text. The same where there is
/// no further word, or where nothing would be left.
TextRange withEndMoved(const Article &article, TextRange range, MarkEnd end, int by);

/// The mark between other ends, as it will be once they are kept.
Mark withEnds(const Mark &mark, TextRange ends);

} // namespace Lectern
