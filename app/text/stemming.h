#pragma once

#include <QString>

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace Lectern {

/// Takes folded words of one language to their stems (Snowball's algorithms, by libstemmer). Keep one a
/// thread.
///
/// Folded words have lost their accents, which some of the algorithms look for. Tried with inflected words of
/// each language, pairs of one word joined with accents and without:
///  - as well without: English, German, Dutch, Danish, Norwegian, Swedish, Finnish, Hungarian, Italian,
///    Portuguese, Romanian, Lithuanian, Greek, Serbian, Basque, Irish, Indonesian, Arabic;
///  - Russian, once the short i that folding takes from the end of adjectives is given back, as is done here;
///  - somewhat less: Spanish (29 of 38: imperfect and conditional, cantaria, stay apart from cantar) and
///    Catalan (-cio stays apart from -cions);
///  - much less: French (34 of 53: arrete is no longer a participle of arreter, nor activite beside
///    activement) and Turkish (16 of 23: dotless i is lost, and vowel harmony with it).
/// The tries were small: two to seventeen words a language, with their forms. Hardly anything was joined
/// that was apart before (Italian verita and vero). Armenian, Hindi, Nepali, Tamil and Yiddish were not
/// tried.
class Stemmer
{
public:
    /// For the primary subtag of a BCP 47 language; null when nothing is known of that.
    explicit Stemmer(const QString &language);

    bool isNull() const { return !m_stemmer; }

    /// The stem; the word itself when isNull(), and when there is anything but letters in it (state's, 2nd).
    QString stem(const QString &foldedWord) const;
    std::string stem(std::string_view utf8) const;
    /// What every word of this stem begins with, as far as that is known of the language: in English nearly
    /// the whole stem, a letter in others whose algorithm works on ends alone, else nothing. Spares stemming
    /// all other words.
    std::string_view beginning(std::string_view stem) const;

private:
    struct Deleter
    {
        void operator()(sb_stemmer *stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Deleter> m_stemmer;
    bool m_isRussian = false;
    bool m_isEnglish = false;
    bool m_keepsFirstLetter = false;
};

} // namespace Lectern
