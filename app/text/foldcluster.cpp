#include "text/foldcluster.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <string_view>
#include <unordered_map>

namespace Lectern {

namespace {

constexpr char32_t softHyphen = 0xad;
constexpr char32_t tatweel = 0x640;
constexpr char32_t zeroWidthNonJoiner = 0x200c;
constexpr char32_t zeroWidthJoiner = 0x200d;

/// Characters and what stands for each of them in a fold.
struct Replacement
{
    const char32_t *characters;
    const char16_t *by;
};

/// What NFKC would take apart wrongly (U+00B4 is a space and an accent to it) is replaced before.
constexpr Replacement earlyReplacements[] = {
    {U"\u00b4\u02bc\u1fbd\u1fbf\u1fef\u1ffd", u"'"},
    {U"\u2033\u2036", u"\""},
    {U"\u2034\u2037", u"\"'"},
    {U"\u2057", u"\"\""},
    {U"\u0149", u"'n"},
};

/// What is left of quotation marks, apostrophes and letters with strokes, hooks or ligatures after
/// decomposition. Dashes and spaces go by category, here are only those that are of another.
constexpr Replacement lateReplacements[] = {
    {U"`\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\u02f4\u055a\u05f3\ua78c", u"'"},
    {U"\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u275b\u275c\u275f\u276e\u276f\u300e\u300f", u"'"},
    {U"\u00ab\u00bb\u02ba\u02dd\u02ee\u05f4\u201c\u201d\u201e\u201f\u275d\u275e\u2760\u2e42", u"\""},
    {U"\u300c\u300d\u301d\u301e\u301f\U0001f676\U0001f677\U0001f678", u"\""},
    {U"\u02d7\u2043\u2212\u2796", u"-"},
    {U"\u2044\u2215", u"/"},
    {U"æ", u"ae"},
    {U"œ", u"oe"},
    {U"þ", u"th"},
    {U"ƀɓ", u"b"},
    {U"ƈȼ", u"c"},
    {U"ðđɖɗ", u"d"},
    {U"ɇ", u"e"},
    {U"ƒ", u"f"},
    {U"ǥɠ", u"g"},
    {U"ħ", u"h"},
    {U"ıɨ", u"i"},
    {U"ȷɉ", u"j"},
    {U"ĸƙ", u"k"},
    {U"łƚ", u"l"},
    {U"ŋɲ", u"n"},
    {U"ø", u"o"},
    {U"ƥ", u"p"},
    {U"ɍ", u"r"},
    {U"ŧƭ", u"t"},
    {U"ʉ", u"u"},
    {U"ƴɏ", u"y"},
    {U"ƶ", u"z"},
};

using ReplacementMap = std::unordered_map<char32_t, const char16_t *>;

template <size_t count>
ReplacementMap mapOf(const Replacement (&replacements)[count])
{
    ReplacementMap map;
    for (const auto &[characters, by] : replacements)
        for (const char32_t c : std::u32string_view(characters))
            map.emplace(c, by);
    return map;
}

const icu::Normalizer2 &normalizer(const char *kind, UNormalization2Mode mode)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *instance = icu::Normalizer2::getInstance(nullptr, kind, mode, status);
    if (U_FAILURE(status) || !instance)
        qFatal("ICU has no normalisation data: %s", u_errorName(status));
    return *instance;
}

const icu::Normalizer2 &caseFolder()
{
    static const icu::Normalizer2 &instance = normalizer("nfkc_cf", UNORM2_COMPOSE);
    return instance;
}

const icu::Normalizer2 &decomposer()
{
    static const icu::Normalizer2 &instance = normalizer("nfc", UNORM2_DECOMPOSE);
    return instance;
}

const icu::Normalizer2 &composer()
{
    static const icu::Normalizer2 &instance = normalizer("nfc", UNORM2_COMPOSE);
    return instance;
}

UScriptCode scriptOf(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
}

bool isJoiner(char32_t c)
{
    return c == zeroWidthNonJoiner || c == zeroWidthJoiner;
}

bool isVirama(UChar32 c)
{
    return u_getCombiningClass(c) == 9;
}

/// Marks that are off whatever they stand on: Arabic harakat, Hebrew points.
bool isVowelMark(UChar32 c)
{
    if (c >= 0x64b && c <= 0x65f)
        return true;
    const UScriptCode script = scriptOf(c);
    return c == 0x670 || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

/// Letters that are the same letter to a reader without their accents.
bool losesAccents(UChar32 base)
{
    if (!u_isalpha(base))
        return false;
    switch (scriptOf(base)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
        return true;
    default:
        return false;
    }
}

bool isAccent(UChar32 mark)
{
    const UScriptCode script = scriptOf(mark);
    return mark != 0x3099 && mark != 0x309a &&
           (script == USCRIPT_INHERITED || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC);
}

icu::UnicodeString mappedEarly(QStringView cluster)
{
    static const ReplacementMap map = mapOf(earlyReplacements);
    icu::UnicodeString out;
    for (const QChar c : cluster) {
        if (const auto found = map.find(c.unicode()); found != map.end())
            out.append(found->second, -1);
        else
            out.append(c.unicode());
    }
    return out;
}

/// The last step over decomposed text: marks off, quotation marks, dashes, spaces and letters with strokes
/// replaced.
icu::UnicodeString simplified(const icu::UnicodeString &decomposed)
{
    static const ReplacementMap map = mapOf(lateReplacements);
    icu::UnicodeString out;
    UChar32 base = 0;
    for (int32_t i = 0; i < decomposed.length();) {
        const UChar32 c = decomposed.char32At(i);
        i += U16_LENGTH(c);
        const int8_t category = u_charType(c);
        if (category == U_NON_SPACING_MARK) {
            if (!isVowelMark(c) && !(isAccent(c) && losesAccents(base)))
                out.append(c);
            continue;
        }
        if (char32_t(c) == tatweel)
            continue;
        base = c;
        if (const auto found = map.find(char32_t(c)); found != map.end())
            out.append(found->second, -1);
        else if (category == U_DASH_PUNCTUATION)
            out.append(u'-');
        else if (category == U_SPACE_SEPARATOR)
            out.append(u' ');
        else
            out.append(c);
    }
    return out;
}

icu::UnicodeString foldedPiece(QStringView piece)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded = caseFolder().normalize(mappedEarly(piece), status);
    const icu::UnicodeString out =
        composer().normalize(simplified(decomposer().normalize(folded, status)), status);
    Q_ASSERT(U_SUCCESS(status));
    return out;
}

} // namespace

bool beginsCluster(char32_t c)
{
    if (c < 0x300)
        return c != softHyphen;
    if ((c >= 0x4e00 && c < 0xa000) || (c >= 0xac00 && c < 0xd7a4) || (c >= 0xd800 && c < 0xe000))
        return true;
    if (c == tatweel || (c >= 0xfe70 && c < 0xfe80)) // tatweel vanishes, marks upon it with it
        return false;
    return caseFolder().hasBoundaryBefore(UChar32(c));
}

QString foldedCluster(QStringView cluster)
{
    icu::UnicodeString out;
    QString piece;
    for (const QChar c : cluster) {
        if (!isJoiner(c.unicode())) {
            piece += c;
            continue;
        }
        // Only after a virama does a joiner tell words apart (RFC 5892, A.1); it vanishes elsewhere, as NFKC
        // case fold wants.
        const icu::UnicodeString before = foldedPiece(piece);
        if (before.isEmpty() || !isVirama(before.char32At(before.length() - 1)))
            continue;
        out.append(before).append(c.unicode());
        piece.clear();
    }
    out.append(foldedPiece(piece));
    return QStringView(out.getBuffer(), out.length()).toString();
}

} // namespace Lectern
