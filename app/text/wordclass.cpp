#include "text/wordclass.h"

#include "text/foldcluster.h"
#include "text/folding.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace Lectern {

namespace {

constexpr char16_t narrowNoBreakSpace = 0x202f;
constexpr char16_t joinsNothing = 0xfffc;
constexpr uint32_t wordMask = U_GC_L_MASK | U_GC_N_MASK;

/// Colons and the at sign join words in some versions of ICU and part them in others; here they part. So does the
/// fraction slash, which joins digits to UAX #29 but folds to the slash, which does not.
bool alwaysParts(char16_t c)
{
    return c == 0x2044 || c == u':' || c == 0xfe13 || c == 0xfe55 || c == 0xff1a || c == u'@' || c == 0xff20 || c == 0xfe6b;
}

/// The half width voicing marks: letters to Unicode, but never without the letter that they stand behind.
bool isVoicingMark(UChar32 c)
{
    return c == 0xff9e || c == 0xff9f;
}

/// Letters of scripts without spaces between words.
bool isLoneLetter(UChar32 c)
{
    if (c < 0xe00)
        return false;
    if (c == 0x30fc || c == 0xff70) // the prolonged sound mark is common to both kana
        return true;
    if (!u_isalpha(c) && c != 0x3007)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return u_getIntPropertyValue(c, UCHAR_WORD_BREAK) != U_WB_EXTEND;
    default:
        return false;
    }
}

bool isSymbol(UChar32 c)
{
    return (U_GET_GC_MASK(c) & (U_GC_SO_MASK | U_GC_SM_MASK | U_GC_SC_MASK)) != 0;
}

/// Some symbols fold to punctuation (the minus sign to a hyphen), which is no word: then they are none, either.
bool staysSymbol(UChar32 c)
{
    const QString folded = fold(QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1));
    for (const char32_t each : folded.toStdU32String())
        if ((U_GET_GC_MASK(UChar32(each)) & wordMask) != 0 || isSymbol(UChar32(each)))
            return true;
    return false;
}

/// Characters that ICU cuts by its dictionaries unless disguise() hides them.
bool isCutByDictionary(UChar32 c)
{
    if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
        return true;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HANGUL:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
        return true;
    default:
        return false;
    }
}

bool isLetterOrNumber(UChar32 c)
{
    return (U_GET_GC_MASK(c) & wordMask) != 0;
}

} // namespace

SimpleClass simpleClass(char16_t c)
{
    if (c == u' ' || c == u'\n' || c == u'\t')
        return SimpleClass::Blank;
    if (isApostrophe(c))
        return SimpleClass::MidBoth;
    if (alwaysParts(c) || c == narrowNoBreakSpace)
        return SimpleClass::Other;
    if (QChar::isSurrogate(c))
        return SimpleClass::NotSimple;
    const int wordBreak = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
    if ((wordBreak == U_WB_EXTEND || wordBreak == U_WB_FORMAT) && !isLetterOrNumber(c) && !isSymbol(c))
        return SimpleClass::Mark;
    if (!beginsCluster(c))
        return SimpleClass::NotSimple;
    if (isLoneLetter(c))
        return SimpleClass::Lone;
    if (isCutByDictionary(c))
        return SimpleClass::NotSimple;
    switch (wordBreak) {
    case U_WB_ALETTER:
        return SimpleClass::Letter;
    case U_WB_NUMERIC:
        return isLetterOrNumber(c) ? SimpleClass::Digit : SimpleClass::NotSimple;
    case U_WB_EXTENDNUMLET:
        return isUnderscore(c) ? SimpleClass::Underscore : SimpleClass::NotSimple;
    case U_WB_MIDLETTER:
        return SimpleClass::MidLetter;
    case U_WB_MIDNUM:
        return SimpleClass::MidNumber;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
        return SimpleClass::MidBoth;
    case U_WB_OTHER:
        // Numbers that are no digits (²) are words.
        return stretchOf(QStringView(&c, 1)).kind == StretchKind::Nothing ? SimpleClass::Other
                                                                          : SimpleClass::Symbol;
    case U_WB_DOUBLE_QUOTE: // joins Hebrew letters only
    case U_WB_WSEGSPACE:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
        return SimpleClass::Other;
    default:
        return SimpleClass::NotSimple;
    }
}

void disguise(QStringView text, std::vector<char16_t> *out)
{
    out->reserve(out->size() + size_t(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t codePoint = QChar::surrogateToUcs4(text[i], text[i + 1]);
            const bool lone = isLoneLetter(UChar32(codePoint));
            out->push_back(lone ? QChar::highSurrogate(0xf0000) : c);
            out->push_back(lone ? QChar::lowSurrogate(0xf0000) : text[i + 1].unicode());
            ++i;
        } else if (isApostrophe(c)) {
            out->push_back(0x2019);
        } else if (alwaysParts(c) || isLoneLetter(c)) {
            out->push_back(joinsNothing);
        } else {
            out->push_back(c == narrowNoBreakSpace ? u' ' : c);
        }
    }
}

WordStretch stretchOf(QStringView stretch)
{
    WordStretch segment{StretchKind::Nothing, stretch.size()};
    for (qsizetype i = 0; i < stretch.size(); ++i) {
        const qsizetype at = i;
        UChar32 c = stretch[i].unicode();
        if (stretch[i].isHighSurrogate() && i + 1 < stretch.size() && stretch[i + 1].isLowSurrogate()) {
            c = UChar32(QChar::surrogateToUcs4(stretch[i], stretch[i + 1]));
            ++i;
        } else if (isApostrophe(char16_t(c)) || isVoicingMark(c)) {
            continue;
        }
        const bool isWord =
            (U_GET_GC_MASK(c) & wordMask) != 0 ||
            u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_ALETTER; // tone marks are letters to UAX #29
        if (!isWord && !(isSymbol(c) && staysSymbol(c)))
            continue;
        segment.start = std::min(segment.start, at);
        segment.kind = isWord ? StretchKind::Word : StretchKind::Symbol;
        if (isWord)
            break;
    }
    return segment;
}

bool isUnderscore(char16_t c)
{
    // All of Unicode's connector punctuation.
    return c == u'_' || c == 0x203f || c == 0x2040 || c == 0x2054 || c == 0xfe33 || c == 0xfe34 ||
           (c >= 0xfe4d && c <= 0xfe4f) || c == 0xff3f;
}

bool isJoint(char16_t c)
{
    return c == u'.' || c == 0x2024 || c == 0xfe52 || c == 0xff0e || isUnderscore(c) || isApostrophe(c);
}

TextRange withoutJoints(QStringView text, TextRange word)
{
    while (!word.isEmpty() && isJoint(text[word.start].unicode()))
        ++word.start;
    while (!word.isEmpty() && isJoint(text[word.end - 1].unicode()))
        --word.end;
    return word;
}

void partsOf(QStringView text, TextRange word, std::vector<TextRange> *parts)
{
    parts->clear();
    qsizetype start = word.start;
    for (qsizetype i = word.start; i < word.end; ++i) {
        const char16_t c = text[i].unicode();
        if (!isJoint(c))
            continue;
        if (!isUnderscore(c) && i + 1 < word.end && text[i - 1].isDigit() && text[i + 1].isDigit())
            continue;
        if (i > start)
            parts->push_back({start, i});
        start = i + 1;
    }
    if (start > word.start && start < word.end)
        parts->push_back({start, word.end});
}

} // namespace Lectern
