#pragma once

#include "base/textrange.h"

#include <QString>

#include <vector>

namespace Lectern {

/// Folds one text for comparison, so that texts fold alike when people take them for the same words:
///  - NFKC case fold: ß to ss, ligatures, width and compatibility forms undone, ellipsis to `...`;
///  - combining marks off where the script allows it: on Latin, Greek and Cyrillic letters, Arabic harakat,
///    Hebrew points; never in Devanagari, on kana, in Hangul;
///  - letters with strokes and hooks to those without: ø ł đ ħ ı, æ to ae, œ to oe, and so on;
///  - every quotation mark, prime and apostrophe to `'` or `"`, every dash and minus to `-`, every space to
///    U+0020;
///  - soft hyphen, ZWSP, bidi controls, variation selectors, tatweel and all other default ignorable
///  characters
///    vanish; so do ZWNJ and ZWJ, but not after a virama, where they tell words apart.
/// The result is in NFC. Folding twice is folding once.
QString fold(QStringView text);

/// Appends fold(text) to `out`.
void foldTo(QStringView text, QString *out);

/// Characters that people put for an apostrophe inside words: all of them fold to `'`.
bool isApostrophe(char16_t c);

/// A folded text with its map back: every range of either text has its range in the other. What folds
/// together (a letter with its marks, a syllable of jamo) is mapped as a whole.
class FoldedText
{
public:
    explicit FoldedText(QStringView original);

    const QString &text() const { return m_text; }
    /// The smallest range of the original that made this range of the folded text.
    TextRange toOriginal(TextRange folded) const;
    /// The range of the folded text that this range of the original made; may be empty when all of it
    /// vanished.
    TextRange toFolded(TextRange original) const;

private:
    QString m_text;
    std::vector<quint32> m_starts; ///< for each folded unit the start of its origin; one more for the end
    std::vector<quint32> m_ends;   ///< for each folded unit the end of its origin
};

} // namespace Lectern
