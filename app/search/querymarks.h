#pragma once

#include <QChar>
#include <QStringView>

namespace Lectern {

// What signs mean in a query, in all the shapes that people type them.

bool isDoubleQuotationMark(QChar c);
/// Also apostrophes.
bool isSingleQuotationMark(QChar c);
bool isOpenBracket(QChar c);
bool isCloseBracket(QChar c);
bool isBar(QChar c);
/// Hyphen, hyphens of other kinds and minus; not the dashes, which divide sentences.
bool isMinus(QChar c);
bool isColon(QChar c);
bool isCaret(QChar c);
bool isEqualsSign(QChar c);
bool isTilde(QChar c);

/// Whether a word may go on behind it. Halves of surrogate pairs count: most of the letters beyond the BMP
/// are letters.
bool isWordLike(QChar c);

/// Whether the `*` or `?` at `at` stands for letters of its word: a star always, a question mark only where a
/// letter, a digit or another such sign follows at once; elsewhere it ends a question.
bool isWild(QStringView word, qsizetype at);
/// Whether a word has any such sign but stars behind its last letter.
bool hasWildInside(QStringView word);

/// Short forms that begin with an apostrophe ('tis); years ('90s) go without saying.
bool isShortForm(QStringView behindMark);

} // namespace Lectern
