#include "text/stemming.h"

#include "base/utf8.h"

#include <libstemmer.h>

#include <algorithm>

namespace Lectern {

namespace {

/// Gives the short i back to the ends -yi, -oi and -ei, as far as they are those of adjectives. What is so
/// changed only ever becomes a stem.
std::string withShortI(std::string word)
{
    static constexpr std::string_view ends[] = {"\u044b\u0438", "\u043e\u0438", "\u0435\u0438"};
    for (const std::string_view end : ends)
        if (word.ends_with(end))
            word.replace(word.size() - 2, 2, "\u0439");
    return word;
}

/// Languages whose algorithms never change the first letter of a word. Those that are not named here take
/// beginnings off as well, or nobody has looked.
bool keepsFirstLetter(const QString &language)
{
    static constexpr std::string_view known[] = {"da", "de", "en", "es", "fi", "fr",
                                                 "it", "no", "pt", "ro", "ru", "sv"};
    return std::find(std::begin(known), std::end(known), language.toStdString()) != std::end(known);
}

} // namespace

void Stemmer::Deleter::operator()(sb_stemmer *stemmer) const
{
    sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer(const QString &language)
{
    const QString subtag = language.section(QLatin1Char('-'), 0, 0).toLower();
    const bool isNorwegian = subtag == QLatin1String("nb") || subtag == QLatin1String("nn");
    // Longer names would be those of algorithms, which are no languages.
    if (subtag.size() != 2)
        return;
    m_stemmer.reset(sb_stemmer_new(isNorwegian ? "no" : subtag.toLatin1().constData(), "UTF_8"));
    m_isRussian = subtag == QLatin1String("ru");
    m_isEnglish = subtag == QLatin1String("en");
    m_keepsFirstLetter = m_stemmer && keepsFirstLetter(isNorwegian ? QStringLiteral("no") : subtag);
}

QString Stemmer::stem(const QString &foldedWord) const
{
    return QString::fromStdString(stem(std::string_view(foldedWord.toStdString())));
}

std::string Stemmer::stem(std::string_view utf8) const
{
    const bool isWord = std::all_of(utf8.begin(), utf8.end(),
                                    [](char c) { return (c >= 'a' && c <= 'z') || quint8(c) >= 0x80; });
    std::string word(utf8);
    if (!m_stemmer || !isWord)
        return word;
    const std::string read = m_isRussian ? withShortI(word) : word;
    const sb_symbol *stem =
        sb_stemmer_stem(m_stemmer.get(), reinterpret_cast<const sb_symbol *>(read.data()), int(read.size()));
    if (stem)
        word.assign(reinterpret_cast<const char *>(stem), size_t(sb_stemmer_length(m_stemmer.get())));
    return word;
}

std::string_view Stemmer::beginning(std::string_view stem) const
{
    if (!m_keepsFirstLetter || stem.empty())
        return {};
    // English replaces only the last letter of what it leaves (hoping: hope), but for dying, lying and tying.
    if (m_isEnglish && (stem.size() != 3 || !stem.ends_with("ie")))
        return stem.substr(0, std::max<size_t>(stem.size() - 1, std::min<size_t>(stem.size(), 2)));
    return stem.substr(0, readUtf8(stem).bytes);
}

} // namespace Lectern
