#include "text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace Lectern {

namespace {

constexpr qsizetype maximumSample = 20'000; ///< UTF-16 units
constexpr int fewLetters = 20;

/// How many letters of a sample are of which script.
struct Letters
{
    int all = 0;
    int kana = 0;
    std::array<int, USCRIPT_CODE_LIMIT> byScript{};
};

Letters countLetters(QStringView sample)
{
    Letters letters;
    for (qsizetype i = 0; i < sample.size(); ++i) {
        UChar32 c = sample[i].unicode();
        if (sample[i].isHighSurrogate() && i + 1 < sample.size()) {
            c = UChar32(QChar::surrogateToUcs4(sample[i], sample[i + 1]));
            ++i;
        }
        if (!u_isalpha(c))
            continue;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c, &status);
        if (script < 0 || script >= USCRIPT_CODE_LIMIT)
            continue;
        ++letters.all;
        ++letters.byScript[size_t(script)];
        letters.kana += script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ? 1 : 0;
    }
    return letters;
}

/// The language that a script by itself tells, when two thirds of the letters are of it.
QString languageOfScript(const Letters &letters)
{
    static constexpr std::array<std::pair<UScriptCode, const char *>, 20> scripts{{
        {USCRIPT_HANGUL, "ko"},    {USCRIPT_THAI, "th"},     {USCRIPT_LAO, "lo"},
        {USCRIPT_KHMER, "km"},     {USCRIPT_MYANMAR, "my"},  {USCRIPT_HEBREW, "he"},
        {USCRIPT_GREEK, "el"},     {USCRIPT_ARMENIAN, "hy"}, {USCRIPT_GEORGIAN, "ka"},
        {USCRIPT_TAMIL, "ta"},     {USCRIPT_TELUGU, "te"},   {USCRIPT_KANNADA, "kn"},
        {USCRIPT_MALAYALAM, "ml"}, {USCRIPT_SINHALA, "si"},  {USCRIPT_GUJARATI, "gu"},
        {USCRIPT_GURMUKHI, "pa"},  {USCRIPT_ORIYA, "or"},    {USCRIPT_TIBETAN, "bo"},
        {USCRIPT_THAANA, "dv"},    {USCRIPT_ETHIOPIC, "am"},
    }};
    if (letters.all == 0)
        return {};
    // Only Japanese mixes kana with Han.
    const int japanese = letters.kana + letters.byScript[USCRIPT_HAN];
    if (letters.kana * 5 >= letters.all && japanese * 3 >= letters.all * 2)
        return QStringLiteral("ja");
    for (const auto &[script, code] : scripts)
        if (letters.byScript[size_t(script)] * 3 >= letters.all * 2)
            return QString::fromLatin1(code);
    return {};
}

/// cld2 speaks of some languages by codes that BCP 47 has given up.
QString bcp47(CLD2::Language language)
{
    const QString code = QString::fromLatin1(CLD2::LanguageCode(language));
    if (code == QLatin1String("iw"))
        return QStringLiteral("he");
    if (code == QLatin1String("jw"))
        return QStringLiteral("jv");
    if (code == QLatin1String("in"))
        return QStringLiteral("id");
    if (code.startsWith(QLatin1String("un")) || code.startsWith(QLatin1String("xx")))
        return {};
    return code;
}

} // namespace

Language detectLanguage(QStringView text)
{
    qsizetype length = std::min(text.size(), maximumSample);
    if (length > 0 && text[length - 1].isHighSurrogate())
        --length;
    const QStringView sample = text.first(length);
    const Letters letters = countLetters(sample);
    const QString byScript = languageOfScript(letters);
    if (letters.all < fewLetters)
        return {byScript, false};

    const QByteArray utf8 = sample.toUtf8();
    bool reliable = false;
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    int textBytes = 0;
    CLD2::DetectLanguageSummary(utf8.constData(), int(utf8.size()), true, languages.data(), percents.data(),
                                &textBytes, &reliable);
    const QString code = bcp47(languages[0]);
    return code.isEmpty() ? Language{byScript, false} : Language{code, reliable};
}

bool isRightToLeft(QStringView text)
{
    int isolates = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        switch (u_charDirection(UChar32(c))) {
        case U_LEFT_TO_RIGHT_ISOLATE:
        case U_RIGHT_TO_LEFT_ISOLATE:
        case U_FIRST_STRONG_ISOLATE:
            ++isolates;
            break;
        case U_POP_DIRECTIONAL_ISOLATE:
            isolates = std::max(0, isolates - 1);
            break;
        case U_LEFT_TO_RIGHT:
            if (isolates == 0)
                return false;
            break;
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
            if (isolates == 0)
                return true;
            break;
        default:
            break;
        }
        if (c == u'\n')
            isolates = 0;
    }
    return false;
}

} // namespace Lectern
