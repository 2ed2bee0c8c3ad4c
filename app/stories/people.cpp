#include "stories/people.h"

#include <algorithm>
#include <map>

namespace Lectern {

namespace {

constexpr size_t pronounReach = 160; ///< tokens back to whom a pronoun may mean

bool isSmallNamePart(const QString &folded)
{
    return folded == QLatin1String("de") || folded == QLatin1String("van") ||
           folded == QLatin1String("von") || folded == QLatin1String("der") ||
           folded == QLatin1String("bin") || folded == QLatin1String("al") || folded == QLatin1String("la") ||
           folded == QLatin1String("di") || folded == QLatin1String("da");
}

} // namespace

People::People(const SpeechText &text)
    : m_text(text)
{
    findNames();
}

Gender People::genderOf(TokenSpan name, size_t titleAt) const
{
    for (const size_t token : {titleAt, name.first}) {
        if (token >= m_text.size())
            continue;
        const bool female = m_text.has(token, WordRole::Female);
        const bool male = m_text.has(token, WordRole::Male);
        if (female != male)
            return female ? Gender::Female : Gender::Male;
    }
    return Gender::Unknown;
}

/// Sequences of capitalised words that a first name, a title or a verb of saying shows to be people.
void People::findNames()
{
    struct Sequence
    {
        TokenSpan name;
        size_t title;
    };
    std::vector<Sequence> sequences;
    const auto isNamePart = [&](size_t token) {
        return m_text[token].kind == StoryToken::Kind::Word && m_text[token].isCapital &&
               !m_text.has(token, WordRole::Pronoun) && !m_text.has(token, WordRole::Determiner) &&
               !m_text.has(token, WordRole::Time) && !m_text.has(token, WordRole::Conjunction) &&
               !m_text.has(token, WordRole::Preposition) && !m_text.has(token, WordRole::Be) &&
               !m_text.has(token, WordRole::Auxiliary) && !m_text.has(token, WordRole::Relative) &&
               !(m_text.has(token, WordRole::Cue) && m_text[token].isOpening);
    };
    for (size_t i = 0; i < m_text.size();) {
        size_t title = m_text.size();
        size_t first = i;
        while (first < m_text.size() && m_text.has(first, WordRole::Title) &&
               (m_text[first].isCapital || first + 1 < m_text.size())) {
            title = first++;
            if (first < m_text.size() && m_text.isSign(first, u'.'))
                ++first;
        }
        if (first >= m_text.size() || !isNamePart(first)) {
            i = std::max(i + 1, first);
            continue;
        }
        size_t last = first + 1;
        while (last < m_text.size() && m_text[last].sentence == m_text[first].sentence) {
            const bool isInitial = m_text.isSign(last, u'.') && m_text.folded(last - 1).size() == 1 &&
                                   last + 1 < m_text.size() && isNamePart(last + 1);
            const bool isSmall =
                isSmallNamePart(m_text.folded(last)) && last + 1 < m_text.size() && isNamePart(last + 1);
            if (!isInitial && !isSmall && !isNamePart(last))
                break;
            ++last;
        }
        sequences.push_back({{first, last}, title});
        i = last;
    }
    for (const Sequence &sequence : sequences) {
        const bool hasTitle = sequence.title < m_text.size();
        const bool hasFirstName = m_text.has(sequence.name.first, WordRole::FirstName) &&
                                  sequence.name.size() > 1 && sequence.name.size() < 5;
        size_t next = sequence.name.last;
        const bool speaks =
            next < m_text.size() && m_text.has(next, WordRole::Cue) && sequence.name.size() == 2;
        if (hasTitle || ((hasFirstName || speaks) && sequence.name.size() > 1))
            addName(sequence.name);
        const int person = personNamed(sequence.name);
        if (person < 0)
            continue;
        Person &known = m_people[size_t(person)];
        if (known.gender == Gender::Unknown)
            known.gender = genderOf(sequence.name, sequence.title);
        const bool opens = sequence.name.first == 0 || m_text[sequence.name.first].isOpening ||
                           !m_text[sequence.name.first - 1].isWord();
        const bool acts = next < m_text.size() &&
                          (m_text.has(next, WordRole::Cue) || m_text.has(next, WordRole::WeakCue) ||
                           m_text.has(next, WordRole::Be) || m_text.has(next, WordRole::Auxiliary) ||
                           m_text.has(next, WordRole::Verb) || m_text.isSign(next, u','));
        m_mentions.push_back({sequence.name.first, sequence.name.last, person, opens || acts});
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
    for (size_t i = m_mentions.size(); i-- > 0;) {
        const Mention &mention = m_mentions[i];
        if (mention.first >= token || m_text[mention.first].span > 0)
            continue;
        if (token - mention.first > pronounReach)
            break;
        const Gender of = m_people[size_t(mention.person)].gender;
        if (gender != Gender::Unknown && of != Gender::Unknown && of != gender)
            continue;
        if (mention.isSubject)
            return mention.person;
        if (other < 0)
            other = mention.person;
    }
    return other;
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
    // The name in it, unless it belongs to somebody else: "a spokesman for Teigen".
    size_t end = mention.last;
    for (size_t i = mention.first; i < mention.last; ++i) {
        if (m_text.isSign(i, u',') || m_text.isSign(i, u'(') || m_text[i].kind == StoryToken::Kind::Dash ||
            m_text.has(i, WordRole::Preposition) || m_text.has(i, WordRole::Relative)) {
            end = i;
            break;
        }
    }
    size_t first = end;
    while (first > mention.first && m_text[first - 1].kind == StoryToken::Kind::Word &&
           m_text[first - 1].isCapital && !m_text.has(first - 1, WordRole::Title))
        --first;
    if (first < end) {
        while (first < end && m_text.has(first, WordRole::Determiner))
            ++first;
        const int person = personNamed({first, end});
        if (person >= 0 && !m_text.folded(first).endsWith(QLatin1String("'s")))
            return person;
        return personNamed({end - 1, end});
    }
    // "the mayor, Ann Moss"
    for (size_t comma = mention.first; comma + 1 < mention.last; ++comma) {
        if (!m_text.isSign(comma, u','))
            continue;
        size_t name = comma + 1;
        while (name < mention.last && m_text[name].kind == StoryToken::Kind::Word && m_text[name].isCapital)
            ++name;
        if (name > comma + 2 && (name == mention.last || !m_text[name].isWord()))
            return personNamed({comma + 1, name});
        break;
    }
    // "the singer"
    if (head == QLatin1String("the") && end > mention.first + 1 &&
        m_text.has(end - 1, WordRole::PersonNoun)) {
        const bool female = m_text.has(end - 1, WordRole::Female);
        const bool male = m_text.has(end - 1, WordRole::Male);
        return nearest(mention.first, female ? Gender::Female : male ? Gender::Male : Gender::Unknown);
    }
    return -1;
}

} // namespace Lectern
