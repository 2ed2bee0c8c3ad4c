#pragma once

#include "library/comparison.h"

#include <QByteArray>

namespace Lectern {

/// A comparison to be taken away, verbatim and always the same for the same accounts: who reports, each
/// shared passage as every account has it, every difference in a line, and what only one of them has.

/// One self-contained document that asks for nothing, for the screen and for paper.
QString comparisonHtml(const Comparison &comparison);
QString comparisonMarkdown(const Comparison &comparison);
/// One JSON object; offsets are code points of the articles' texts, `accounts` are counted from 0.
///
///     {"accounts":[{"path","part","id","title","titleDerived","outlet","published","url","sha256"}],
///      "passages":[{"quotation","differs","places":[{"account","start","end","text"}]}],
///      "differences":[{"passage","kind","places":[{"account","start","end","text"}]}],
///      "only":[{"account","start","end","text"}]}
QByteArray comparisonJson(const Comparison &comparison);

/// What a kind of difference is called: "number", "typography".
QString label(AccountDifferenceKind kind);
/// The words of a range in one line: line breaks are spaces.
QString oneLine(const Article &article, TextRange range);

} // namespace Lectern
