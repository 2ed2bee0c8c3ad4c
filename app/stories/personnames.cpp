#include "stories/personnames.h"

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr size_t longestName = 4;

bool isSmallNamePart(const QString &folded)
{
    static const QSet<QString> parts{QStringLiteral("de"),  QStringLiteral("van"), QStringLiteral("von"),
                                     QStringLiteral("der"), QStringLiteral("bin"), QStringLiteral("al"),
                                     QStringLiteral("la"),  QStringLiteral("di"),  QStringLiteral("da")};
    return parts.contains(folded);
}

/// What organisations and places end with.
bool isThingWord(const QString &folded)
{
    static const QSet<QString> words = [] {
        const QString all = QStringLiteral(
            "infirmary hospital university college school academy council committee department ministry "
            "agency police times post news herald journal tribune courier ledger gazette chronicle wire "
            "press association union party house senate congress court street road avenue lane square "
            "bridge park club bank company corp corporation inc ltd plc group holdings terminals board "
            "authority institute center centre foundation society service office bureau commission "
            "administration campaign federation league team city county state island islands river lake "
            "bay sea harbour harbor port airport station church cathedral museum theatre theater gallery "
            "tower hall hotel stadium arena network media magazine radio television films studios records "
            "entertainment airlines motors industries technologies systems partners capital fund coalition "
            "alliance army navy force guard republic kingdom states nations democrats republicans act bill");
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(folded);
}

} // namespace

PersonNames::PersonNames(const SpeechText &text, const std::vector<TokenSpan> &speakers)
    : m_text(text)
{
    findSequences();
    for (const NameSequence &sequence : m_sequences) {
        if (sequence.title < m_text.size())
            m_titled.insert(withoutPossessive(m_text.folded(sequence.name.last - 1)));
        else if (sequence.name.size() == 1 && isSubject(sequence.name) && !isThing(sequence))
            m_alone.insert(m_text.folded(sequence.name.first));
    }
    for (const NameSequence &sequence : m_sequences)
        if (isShown(sequence))
            m_people.insert(key(sequence.name));
    for (const TokenSpan speaker : speakers) {
        const TokenSpan name = nameIn(m_text, speaker);
        const NameSequence sequence{name, m_text.size()};
        if (name.size() > 1 && name.size() <= longestName && !isThing(sequence))
            m_people.insert(key(name));
    }
}

/// First and last word: a name in the middle may be left out.
QString PersonNames::key(TokenSpan name) const
{
    return m_text.folded(name.first) + u' ' + withoutPossessive(m_text.folded(name.last - 1));
}

bool PersonNames::isPerson(const NameSequence &sequence) const
{
    return m_people.contains(key(sequence.name)) && !(isThing(sequence) && sequence.title == m_text.size());
}

bool PersonNames::isNamePart(size_t token) const
{
    const StoryToken &word = m_text[token];
    const bool isFirstName = m_text.has(token, WordRole::FirstName);
    return word.kind == StoryToken::Kind::Word && word.isCapital && !m_text.has(token, WordRole::Pronoun) &&
           !m_text.has(token, WordRole::Determiner) && !m_text.has(token, WordRole::Time) &&
           !m_text.has(token, WordRole::Conjunction) && !m_text.has(token, WordRole::Preposition) &&
           !m_text.has(token, WordRole::Be) && !m_text.has(token, WordRole::Auxiliary) &&
           !m_text.has(token, WordRole::Relative) && !(m_text.has(token, WordRole::Cue) && word.isOpening) &&
           !(word.isOpening && word.isFrequent && !isFirstName);
}

void PersonNames::findSequences()
{
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
        i = last;
        // "Ihr Schiffer Tomas Reke": German writes all nouns with capitals.
        const bool isNoun = m_text.isGerman() && last - first > 1 && m_text.has(first, WordRole::PersonNoun);
        if (isNoun || (m_text.isGerman() && last - first == 3))
            ++first;
        m_sequences.push_back({{first, last}, title});
    }
}

bool PersonNames::isThing(const NameSequence &sequence) const
{
    const size_t first = sequence.name.first;
    if (isThingWord(withoutPossessive(m_text.folded(sequence.name.last - 1))))
        return true;
    if (first == 0 || m_text[first - 1].sentence != m_text[first].sentence)
        return false;
    const QString &before = m_text.folded(first - 1);
    return before == QLatin1String("the") || before == QLatin1String("a") || before == QLatin1String("an");
}

bool PersonNames::isSubject(TokenSpan name) const
{
    const size_t next = name.last;
    const bool isBehindPreposition = name.first > 0 && m_text.has(name.first - 1, WordRole::Preposition);
    return !isBehindPreposition && next < m_text.size() &&
           (m_text.has(next, WordRole::Cue) || m_text.has(next, WordRole::WeakCue) ||
            m_text.has(next, WordRole::Be) || m_text.has(next, WordRole::Auxiliary) ||
            m_text.has(next, WordRole::Verb));
}

bool PersonNames::isIntroduced(TokenSpan name) const
{
    const bool isParted = name.first > 1 && m_text.isSign(name.first - 1, u',');
    const size_t before = name.first - (isParted ? 2 : 1);
    if (name.first < (isParted ? 2u : 1u) || !m_text[before].isWord() ||
        (m_text[before].isCapital && !m_text.isGerman()))
        return false;
    const bool isNoun = m_text.has(before, WordRole::PersonNoun);
    // "his mother, Marit," and not "the author, London"
    const bool ends = name.last == m_text.size() || !m_text[name.last].isWord();
    if (!isParted)
        return isNoun;
    if (name.size() > 1 && isNoun)
        return true;
    const bool isOurs = before > 0 && m_text.has(before - 1, WordRole::Determiner);
    const bool isTop = before > 1 && m_text.has(before - 2, WordRole::Preposition);
    return ends && isOurs && (isNoun || (name.size() > 1 && !(isTop && m_text.isEnglish())));
}

/// "Tomas Reke, the skipper, ...", "Callum Voss, director of operations": a comma and what somebody is.
bool PersonNames::isExplained(TokenSpan name) const
{
    const size_t next = name.last;
    if (next + 2 >= m_text.size() || !m_text.isSign(next, u','))
        return false;
    const bool isNoun = m_text.has(next + 1, WordRole::PersonNoun);
    const bool opens = m_text[name.first].isOpening || !m_text.isEnglish();
    const bool isOf = m_text.folded(next + 1) == QLatin1String("of");
    return isNoun ||
           (opens && (isOf || m_text.has(next + 1, WordRole::Determiner)) && !m_text[next + 1].isCapital);
}

/// The next sentence of the paragraph says "he" or "she".
bool PersonNames::isMeantNext(TokenSpan name) const
{
    const TokenSpan sentence = m_text.sentence(name.first);
    if (sentence.last >= m_text.size() || m_text.paragraph(sentence.last) != m_text.paragraph(name.first))
        return false;
    return m_text.has(sentence.last, WordRole::Pronoun) &&
           (m_text.has(sentence.last, WordRole::Female) || m_text.has(sentence.last, WordRole::Male)) &&
           (isSubject(name) || name.last == sentence.last || !m_text[name.last].isWord());
}

bool PersonNames::isShown(const NameSequence &sequence) const
{
    const TokenSpan name = sequence.name;
    if (sequence.title < m_text.size())
        return true;
    if (isThing(sequence) || name.size() > longestName)
        return false;
    if (isIntroduced(name))
        return true;
    if (name.size() < 2)
        return false;
    const size_t next = name.last;
    const auto follows = [&](size_t token, QLatin1String word) {
        return token < m_text.size() && m_text.folded(token) == word;
    };
    const bool comma = next < m_text.size() && m_text.isSign(next, u',');
    const bool isAged = comma && next + 2 < m_text.size() &&
                        m_text[next + 1].kind == StoryToken::Kind::Number &&
                        m_text.folded(next + 1).size() < 3 && !m_text[next + 2].isWord();
    const QString last = withoutPossessive(m_text.folded(name.last - 1));
    // These languages put two capitals side by side in names alone.
    const bool isForeignName = !m_text.isEnglish() && name.size() == 2 && m_text[name.first].span == 0 &&
                               !(name.first > 0 && (m_text.has(name.first - 1, WordRole::Preposition) ||
                                                    m_text.has(name.first - 1, WordRole::Determiner)));
    // "Lila Pruett of the Two Anchors was less impressed"
    const bool isOfSomething = m_text[name.first].isOpening && name.size() == 2 &&
                               follows(next, QLatin1String("of")) && follows(next + 1, QLatin1String("the"));
    const size_t relative = next + comma;
    return m_text.has(name.first, WordRole::FirstName) || follows(relative, QLatin1String("who")) ||
           follows(relative, QLatin1String("whom")) || isAged || m_titled.contains(last) ||
           isExplained(name) || isMeantNext(name) || isForeignName || isOfSomething ||
           (name.size() < 4 && (m_alone.contains(last) || m_alone.contains(m_text.folded(name.first)))) ||
           (name.size() == 2 && next < m_text.size() && m_text.has(next, WordRole::Cue) && isSubject(name));
}

TokenSpan PersonNames::nameIn(const SpeechText &text, TokenSpan phrase)
{
    const auto isNameWord = [&text](size_t token) {
        return text[token].kind == StoryToken::Kind::Word && text[token].isCapital &&
               !text.has(token, WordRole::Title);
    };
    size_t end = phrase.last;
    for (size_t i = phrase.first; i < phrase.last; ++i) {
        if (text.isSign(i, u',') || text.isSign(i, u'(') || text[i].kind == StoryToken::Kind::Dash ||
            (text.has(i, WordRole::Preposition) && !text[i].isCapital && !isSmallNamePart(text.folded(i))) ||
            text.has(i, WordRole::Relative)) {
            end = i;
            break;
        }
    }
    size_t first = end;
    while (first > phrase.first && isNameWord(first - 1))
        --first;
    while (first < end && text.has(first, WordRole::Determiner))
        ++first;
    // "Stationsleiterin Ines Calloway": German writes all nouns so.
    if (text.isGerman() && end - first == 3)
        ++first;
    if (first < end)
        return {first, end};
    // "Stationsleiterin Ines Calloway bedankte sich persönlich"
    for (first = phrase.first; first < end && text.has(first, WordRole::Determiner);)
        ++first;
    size_t last = first;
    while (last < end && isNameWord(last))
        ++last;
    if (text.isGerman() && last - first == 3)
        ++first;
    if (last > first + 1)
        return {first, last};
    // "the mayor, Ann Moss"
    for (size_t comma = phrase.first; comma + 1 < phrase.last; ++comma) {
        if (!text.isSign(comma, u','))
            continue;
        size_t name = comma + 1;
        while (name < phrase.last && text[name].kind == StoryToken::Kind::Word && text[name].isCapital)
            ++name;
        if (name > comma + 2 && (name == phrase.last || !text[name].isWord()))
            return {comma + 1, name};
        break;
    }
    return {};
}

} // namespace Lectern
