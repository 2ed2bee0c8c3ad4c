#pragma once

#include "base/textrange.h"

#include <QString>

#include <vector>

namespace Lectern {

class Article;

/// The sentences of a text without the white space between them, by UAX #29 (ICU) with abbreviations,
/// initials, decimal numbers, ellipses and closing quotation marks mended. A line break always ends a
/// sentence.
std::vector<TextRange> sentences(QStringView text);

/// The sentence that holds the offset; the block when none does.
TextRange sentenceAt(const Article &article, qsizetype offset);

} // namespace Lectern
