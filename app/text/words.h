#pragma once

#include "base/textrange.h"

#include <QString>

#include <memory>
#include <vector>

namespace Lectern {

/// A word of a text: its folded form, where it stands, and its ordinal. Words by UAX #29 (ICU) with these
/// rules on top:
///  - a word with an apostrophe inside (don't, l'amour, state's) is one word, and its parts are words, too,
///  at
///    the same position (isPart): `state` finds `state's`; likewise with full stops between letters
///    (example.com) and underscores; numbers (1,000 or 3.14) have no parts;
///  - apostrophes, full stops and underscores do not belong to the ends of a word;
///  - all apostrophes join alike, whichever character is used for them; colons and at signs join nothing;
///  - Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar letters are each a word with their marks, so that
///  a
///    phrase of them is a substring search that needs no dictionary;
///  - a run of anything that is neither letter nor digit is no word, but emoji and other symbols (So, Sm, Sc)
///    are one each, unless they fold to punctuation as the minus sign does;
///  - terms are cut after 255 UTF-16 units, ranges are not.
struct Word
{
    QString term; ///< fold() of the word; never empty
    TextRange range;
    quint32 position = 0; ///< ordinal in the text, from 0; parts share that of their whole
    bool isPart = false;
};

/// How words are cut: Fast spares ICU where its plainest rules are enough; IcuOnly is there to check the
/// former against.
enum class WordBreaking { Fast, IcuOnly };

/// Whether the script of this character puts no spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar):
/// each of its letters is then a word, and a text may be cut anywhere between them.
bool writesWithoutSpaces(QChar c);

/// Cuts texts into words. Not thread-safe; keep one a thread, it is dear to make.
class WordBreaker
{
public:
    WordBreaker();
    ~WordBreaker();
    Q_DISABLE_COPY_MOVE(WordBreaker)

    /// The words of a text, ascending by position, wholes before their parts. The vector is valid until the
    /// next call.
    const std::vector<Word> &words(QStringView text, WordBreaking breaking = WordBreaking::Fast);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace Lectern
