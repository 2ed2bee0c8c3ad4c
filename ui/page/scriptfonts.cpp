#include "page/scriptfonts.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

/// A block of Unicode whose characters are set in fonts of their own.
struct ScriptBlock
{
    char16_t first;
    char16_t last;
    QFontDatabase::WritingSystem system;
    const char *name; ///< as in the names of the Noto fonts
};

constexpr std::array scripts{
    ScriptBlock{0x0590, 0x05ff, QFontDatabase::Hebrew, "Hebrew"},
    ScriptBlock{0x0600, 0x06ff, QFontDatabase::Arabic, "Arabic"},
    ScriptBlock{0x0700, 0x074f, QFontDatabase::Syriac, "Syriac"},
    ScriptBlock{0x0750, 0x077f, QFontDatabase::Arabic, "Arabic"},
    ScriptBlock{0x0780, 0x07bf, QFontDatabase::Thaana, "Thaana"},
    ScriptBlock{0x07c0, 0x07ff, QFontDatabase::Nko, "NKo"},
    ScriptBlock{0x0900, 0x097f, QFontDatabase::Devanagari, "Devanagari"},
    ScriptBlock{0x0980, 0x09ff, QFontDatabase::Bengali, "Bengali"},
    ScriptBlock{0x0a00, 0x0a7f, QFontDatabase::Gurmukhi, "Gurmukhi"},
    ScriptBlock{0x0a80, 0x0aff, QFontDatabase::Gujarati, "Gujarati"},
    ScriptBlock{0x0b00, 0x0b7f, QFontDatabase::Oriya, "Oriya"},
    ScriptBlock{0x0b80, 0x0bff, QFontDatabase::Tamil, "Tamil"},
    ScriptBlock{0x0c00, 0x0c7f, QFontDatabase::Telugu, "Telugu"},
    ScriptBlock{0x0c80, 0x0cff, QFontDatabase::Kannada, "Kannada"},
    ScriptBlock{0x0d00, 0x0d7f, QFontDatabase::Malayalam, "Malayalam"},
    ScriptBlock{0x0d80, 0x0dff, QFontDatabase::Sinhala, "Sinhala"},
    ScriptBlock{0x0e00, 0x0e7f, QFontDatabase::Thai, "Thai"},
    ScriptBlock{0x1780, 0x17ff, QFontDatabase::Khmer, "Khmer"},
};

/// Index in `scripts`; -1 for a character that needs no font of its own.
int scriptOf(QChar c)
{
    if (c.unicode() < scripts.front().first || c.unicode() > scripts.back().last)
        return -1;
    for (size_t i = 0; i < scripts.size(); ++i)
        if (c.unicode() >= scripts[i].first && c.unicode() <= scripts[i].last)
            return int(i);
    return -1;
}

char32_t codePointAt(QStringView text, qsizetype at)
{
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode());
}

/// Spaces, digits, punctuation, marks and joiners: Qt shapes them in the script of the letters before them.
bool followsScript(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Common || script == QChar::Script_Inherited;
}

QStringList familiesFor(const ScriptBlock &script)
{
    const QString name = QString::fromLatin1(script.name);
    for (const char *kind : {"Noto Naskh %1", "Noto Serif %1", "Noto Sans %1"}) {
        const QString family = QString::fromLatin1(kind).arg(name);
        if (QFontDatabase::hasFamily(family))
            return {family};
    }
    return QFontDatabase::families(script.system).mid(0, 1);
}

const QStringList &cachedFamilies(int script)
{
    static std::array<QStringList, scripts.size()> families;
    static std::array<bool, scripts.size()> known{};
    const size_t i = size_t(script);
    if (!std::exchange(known[i], true))
        families[i] = familiesFor(scripts[i]);
    return families[i];
}

} // namespace

QList<QTextLayout::FormatRange> scriptFormats(QStringView text, const QStringList &otherFamilies)
{
    QList<QTextLayout::FormatRange> formats;
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return scriptOf(c) >= 0; }))
        return formats;
    int current = -1; // what the last letter was
    qsizetype start = 0;
    const auto close = [&](qsizetype end) {
        if (current >= 0 && !cachedFamilies(current).isEmpty() && end > start) {
            QTextCharFormat format;
            format.setFontFamilies(cachedFamilies(current) + otherFamilies);
            formats.append({int(start), int(end - start), format});
        }
    };
    bool sawLetter = false;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = codePointAt(text, at);
        const int script = scriptOf(text[at]);
        if (script >= 0 || !followsScript(c)) {
            // What stands before the first letter is shaped like it.
            if (script != current && sawLetter) {
                close(at);
                start = at;
            }
            current = script;
            sawLetter = true;
        }
        at += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    close(text.size());
    return formats;
}

} // namespace Lectern
