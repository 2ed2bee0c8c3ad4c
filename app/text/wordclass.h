#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace Lectern {

/// What a character does in the plainest rules of UAX #29, which need no look at marks, emoji or
/// dictionaries.
enum class SimpleClass : quint8 {
    NotSimple, ///< has rules of its own: ICU must see it with its neighbours
    Mark,      ///< belongs to what is before it: marks and controls that vanish
    Blank,     ///< parts words whatever follows: no rule of UAX #29 reaches across it
    Other,     ///< parts words and is none
    Symbol,    ///< a word of its own
    Lone,      ///< a letter that is a word of its own, because its script writes without spaces
    Letter,
    Digit,
    Underscore, ///< joins letters and digits (ExtendNumLet)
    MidLetter,  ///< joins two letters
    MidNumber,  ///< joins two digits
    MidBoth     ///< joins two letters or two digits: apostrophes and the full stop
};

/// Asks ICU for properties; WordUnits keeps the answers.
SimpleClass simpleClass(char16_t c);

/// Writes the text with as many units as ICU's word breaker shall see it:
///  - every apostrophe as U+2019, because they fold alike and so must part or join alike;
///  - each letter of the scripts that are written without spaces as a character that joins only its marks;
///  - colons and at signs as characters that join nothing, the narrow no-break space as a space.
void disguise(QStringView text, std::vector<char16_t> *out);

enum class StretchKind { Nothing, Word, Symbol };

/// What a stretch between two word boundaries is, and where in it that begins: a joiner ties an emoji to
/// whatever is before.
struct WordStretch
{
    StretchKind kind;
    qsizetype start;
};
WordStretch stretchOf(QStringView stretch);

bool isUnderscore(char16_t c);
/// Apostrophes, full stops and underscores: join words, but do not belong to their ends.
bool isJoint(char16_t c);

/// The word without joints at its ends; may be empty.
TextRange withoutJoints(QStringView text, TextRange word);
/// The parts of a word between its joints, none when nothing parts it; between digits only underscores part.
/// The word has no joints at its ends.
void partsOf(QStringView text, TextRange word, std::vector<TextRange> *parts);

} // namespace Lectern
