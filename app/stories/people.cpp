#include "stories/people.h"

#include "stories/personnames.h"

#include <algorithm>
#include <map>

namespace Lectern {

namespace {

constexpr size_t pronounReach = 160; ///< tokens back to whom a pronoun may mean

} // namespace

People::People(const SpeechText &text, const std::vector<TokenSpan> &speakers)
    : m_text(text)
{
    findNames(speakers);
}

Gender People::genderOf(TokenSpan name, size_t titleAt) const
{
    const size_t before = name.first > 1 && m_text.isSign(name.first - 1, u',') ? 2 : 1;
    const size_t noun = name.first < before || !m_text.has(name.first - before, WordRole::PersonNoun)
                            ? m_text.size()
                            : name.first - before;
    for (const size_t token : {titleAt, name.first, noun}) {
        if (token >= m_text.size())
            continue;
        const bool female = m_text.has(token, WordRole::Female);
        const bool male = m_text.has(token, WordRole::Male);
        if (female != male)
            return female ? Gender::Female : Gender::Male;
    }
    return Gender::Unknown;
}

void People::findNames(const std::vector<TokenSpan> &speakers)
{
    const PersonNames names(m_text, speakers);
    for (const NameSequence &sequence : names.sequences()) {
        if (names.isPerson(sequence))
            addName(sequence.name);
        const int person = personNamed(sequence.name);
        if (person < 0)
            continue;
        Person &known = m_people[size_t(person)];
        if (known.gender == Gender::Unknown)
            known.gender = genderOf(sequence.name, sequence.title);
        const size_t next = sequence.name.last;
        const bool opens = sequence.name.first == 0 || m_text[sequence.name.first].isOpening ||
                           !m_text[sequence.name.first - 1].isWord();
        const bool acts = next < m_text.size() &&
                          (m_text.has(next, WordRole::Cue) || m_text.has(next, WordRole::WeakCue) ||
                           m_text.has(next, WordRole::Be) || m_text.has(next, WordRole::Auxiliary) ||
                           m_text.has(next, WordRole::Verb) || m_text.isSign(next, u','));
        m_mentions.push_back({sequence.name.first, sequence.name.last, person,
                              opens || acts || names.isMeantNext(sequence.name)});
    }
}

void People::addName(TokenSpan name)
{
    const int known = personNamed(name);
    if (known >= 0 && (m_people[size_t(known)].first != m_people[size_t(known)].surname || name.size() < 2))
        return;
    QString last = withoutPossessive(m_text.folded(name.last - 1));
    QString words = m_text.words(name);
    if (words.endsWith(QLatin1String("'s")) || words.endsWith(QStringLiteral("’s")))
        words.chop(2);
    if (last == QLatin1String("jr") || last == QLatin1String("sr"))
        last = name.size() > 2 ? m_text.folded(name.last - 2) : last;
    if (known >= 0) { // the full name of somebody known by one word only
        m_people[size_t(known)].name = words;
        m_people[size_t(known)].first = m_text.folded(name.first);
        m_people[size_t(known)].surname = last;
        return;
    }
    m_people.push_back({words, last, m_text.folded(name.first), Gender::Unknown});
}

int People::personNamed(TokenSpan name) const
{
    if (name.isEmpty())
        return -1;
    QString last = withoutPossessive(m_text.folded(name.last - 1));
    const QString &first = m_text.folded(name.first);
    for (size_t i = m_people.size(); i-- > 0;) {
        const Person &person = m_people[i];
        if (name.size() > 1
                ? person.surname == last && (person.first == first || person.first == person.surname)
                : person.surname == last || person.first == last)
            return int(i);
    }
    return -1;
}

void People::noteSubject(size_t token, int person)
{
    const auto at =
        std::lower_bound(m_mentions.begin(), m_mentions.end(), token,
                         [](const Mention &mention, size_t first) { return mention.first < first; });
    m_mentions.insert(at, {token, token + 1, person, true});
}

int People::nearest(size_t token, Gender gender) const
{
    int other = -1;
    int only = -1; // farther off, where nobody else can be meant
    for (size_t i = m_mentions.size(); i-- > 0;) {
        const Mention &mention = m_mentions[i];
        if (mention.first >= token || m_text[mention.first].span > 0)
            continue;
        const bool isFar = token - mention.first > pronounReach;
        if (isFar && other >= 0)
            break;
        const Gender of = m_people[size_t(mention.person)].gender;
        if (gender != Gender::Unknown && of != Gender::Unknown && of != gender)
            continue;
        if (isFar) {
            if (only >= 0 && only != mention.person)
                return -1;
            only = mention.person;
            continue;
        }
        if (mention.isSubject)
            return mention.person;
        if (other < 0)
            other = mention.person;
    }
    return other >= 0 ? other : only;
}

int People::resolve(TokenSpan mention) const
{
    if (mention.isEmpty())
        return -1;
    const QString &head = m_text.folded(mention.first);
    if (head == QLatin1String("who")) {
        size_t end = mention.first;
        while (end > 0 && (m_text.isSign(end - 1, u',') || m_text.isSign(end - 1, u')')))
            --end;
        size_t first = end;
        while (first > 0 && m_text[first - 1].kind == StoryToken::Kind::Word && m_text[first - 1].isCapital)
            --first;
        return personNamed({first, end});
    }
    const bool isPronoun =
        m_text.has(mention.first, WordRole::Pronoun) && !m_text.has(mention.first, WordRole::Determiner);
    if (isPronoun && mention.size() == 1) {
        const bool female = m_text.has(mention.first, WordRole::Female);
        const bool male = m_text.has(mention.first, WordRole::Male);
        if (!female && !male)
            return -1;
        return nearest(mention.first, female ? Gender::Female : Gender::Male);
    }
    if (const TokenSpan name = PersonNames::nameIn(m_text, mention); !name.isEmpty()) {
        const int person = personNamed(name);
        return person >= 0 ? person : personNamed({name.last - 1, name.last});
    }
    // "the singer"
    size_t end = mention.first;
    while (end < mention.last && m_text[end].isWord() && !m_text.has(end, WordRole::Preposition) &&
           !m_text.has(end, WordRole::Relative))
        ++end;
    if (head == QLatin1String("the") && end > mention.first + 1 &&
        m_text.has(end - 1, WordRole::PersonNoun)) {
        const bool female = m_text.has(end - 1, WordRole::Female);
        const bool male = m_text.has(end - 1, WordRole::Male);
        return nearest(mention.first, female ? Gender::Female : male ? Gender::Male : Gender::Unknown);
    }
    return -1;
}

} // namespace Lectern
