#pragma once

#include "stories/speechtext.h"

#include <vector>

namespace Lectern {

enum class Gender : quint8 { Unknown, Female, Male };

/// A person of one article, by the fullest name that it gives.
struct Person
{
    QString name;    ///< "Chrissy Teigen"; without title
    QString surname; ///< folded last word of the name
    QString first;   ///< folded first word; equal to surname when there is but one
    Gender gender = Gender::Unknown;
};

/// The people whom an article names, and who is meant where: full names, surnames, first names, pronouns and
/// nouns
/// ("the singer").
class People
{
public:
    /// `speakers` are noun phrases of whom the text quotes.
    People(const SpeechText &text, const std::vector<TokenSpan> &speakers);

    const std::vector<Person> &all() const { return m_people; }
    /// Index of the person whom a noun phrase means where it stands; -1 when that is not clear, or when it is
    /// no person
    /// ("a spokesman for Teigen").
    int resolve(TokenSpan mention) const;
    /// Tells that this person was the subject there: pronouns behind it may mean it.
    void noteSubject(size_t token, int person);

private:
    struct Mention
    {
        size_t first;
        size_t last;
        int person;
        bool isSubject;
    };

    void findNames(const std::vector<TokenSpan> &speakers);
    void addName(TokenSpan name);
    int personNamed(TokenSpan name) const;
    int nearest(size_t token, Gender gender) const;
    Gender genderOf(TokenSpan name, size_t titleAt) const;

    const SpeechText &m_text;
    std::vector<Person> m_people;
    std::vector<Mention> m_mentions; ///< ascending
};

} // namespace Lectern
