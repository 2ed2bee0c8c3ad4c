#pragma once

#include <QHash>
#include <QString>

namespace Lectern {

/// What a word can be in a sentence that reports speech. Bits: a word may be several ("report": a cue and a
/// noun).
enum class WordRole : quint32 {
    Cue = 1u << 0, ///< a form of a verb of saying: said, writes, adding
    WeakCue =
        1u << 1, ///< of thinking, wanting, finding: introduces speech only with "that" or adjacent marks
    NounLike = 1u << 2,   ///< a cue that is as often a noun: reports, calls
    Participle = 1u << 3, ///< -ing
    Past = 1u << 4,       ///< a past form: may be passive behind a form of "be"
    Auxiliary = 1u << 5,  ///< has, will, did, not, also
    Be = 1u << 6,         ///< is, was, been
    Determiner = 1u << 7, ///< the, his, several
    Pronoun = 1u << 8,    ///< a subject by itself: he, they, who said
    Preposition = 1u << 9,
    Conjunction = 1u << 10, ///< and, but, because
    Relative = 1u << 11,    ///< who, which, that
    Time = 1u << 12,        ///< Tuesday, yesterday, week
    Complement = 1u << 13,  ///< begins what was said: that, whether, how
    Verb = 1u << 14,        ///< a common finite verb that is no cue: bounds a noun phrase
    Title = 1u << 15,       ///< Mr, Sen, President
    Female = 1u << 16,      ///< first name, title or noun
    Male = 1u << 17,
    FirstName = 1u << 18,
    PersonNoun = 1u << 19, ///< the singer, the senator: stands for a person
    Addressing = 1u << 20, ///< tell, ask: the noun phrase behind it is who was spoken to
    Adverb = 1u << 21,
    TakesClause = 1u << 22, ///< a clause may follow without "that": he said it was late
    TakesObject = 1u << 23, ///< what follows as its object is what is said: she denied any part in it
    Intends = 1u << 24,     ///< its "to" tells what somebody wants: they plan to vote
    MostlyNoun = 1u << 25,  ///< a verb behind a pronoun only: states, votes
    SpeechNoun = 1u << 26,  ///< what somebody says: his claim that
};

/// The roles of a word; a set of WordRole.
class WordRoles
{
public:
    constexpr WordRoles() = default;
    explicit constexpr WordRoles(quint32 bits)
        : m_bits(bits)
    {}

    constexpr bool has(WordRole role) const { return m_bits & quint32(role); }
    constexpr bool hasAny() const { return m_bits != 0; }
    constexpr void add(WordRole role) { m_bits |= quint32(role); }
    constexpr void add(WordRoles other) { m_bits |= other.m_bits; }

private:
    quint32 m_bits = 0;
};

/// The closed words of one language.
class Lexicon
{
public:
    /// English for every language but German, French and Spanish. `language` is BCP 47.
    static const Lexicon &of(const QString &language);

    /// `folded` as by fold().
    WordRoles roles(const QString &folded) const;

    /// Adds words, parted by white space. A verb with slashes lists its forms ("say/says/said/saying"), the
    /// other English verbs are regular.
    void add(WordRole role, const char *words);
    void addVerbs(WordRoles roles, const char *verbs);

private:
    QHash<QString, WordRoles> m_roles;
};

/// Fills a lexicon with the words of a language.
void addEnglish(Lexicon *lexicon);
void addGerman(Lexicon *lexicon);
void addFrench(Lexicon *lexicon);
void addSpanish(Lexicon *lexicon);
/// First names with their gender, as they are common in news in English.
void addFirstNames(Lexicon *lexicon);

} // namespace Lectern
