#include "stories/nounphrases.h"

#include <QSet>

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t longestPhrase = 16;     ///< tokens, without apposition
constexpr size_t longestApposition = 26; ///< tokens

/// Prepositions that stand inside noun phrases: "officials in Texas", "a spokesman for the family".
bool isInner(const QString &folded)
{
    static const QSet<QString> words{QStringLiteral("of"),  QStringLiteral("for"),  QStringLiteral("from"),
                                     QStringLiteral("at"),  QStringLiteral("with"), QStringLiteral("in"),
                                     QStringLiteral("de"),  QStringLiteral("du"),   QStringLiteral("des"),
                                     QStringLiteral("del"), QStringLiteral("von"),  QStringLiteral("vom"),
                                     QStringLiteral("der"), QStringLiteral("a"),    QStringLiteral("el")};
    return words.contains(folded);
}

} // namespace

bool NounPhrases::isAbbreviationStop(size_t sign) const
{
    if (sign == 0 || !m_text.isSign(sign, u'.') || m_text[sign - 1].range.end != m_text[sign].range.start)
        return false;
    const QString &word = m_text.folded(sign - 1);
    return m_text.has(sign - 1, WordRole::Title) || word.size() == 1 || word.contains(u'.') ||
           word == QLatin1String("jr") || word == QLatin1String("sr") || word == QLatin1String("st") ||
           word == QLatin1String("no") || word == QLatin1String("inc") || word == QLatin1String("co");
}

bool NounPhrases::bounds(size_t token) const
{
    using Role = WordRole;
    return (m_text.has(token, Role::Verb) && !m_text[token].isCapital) || m_text.has(token, Role::Be) ||
           m_text.has(token, Role::Auxiliary) || m_text.has(token, Role::Complement) ||
           m_text.has(token, Role::Relative) ||
           (m_text.has(token, Role::Time) && !m_text.has(token, Role::FirstName)) ||
           (m_text.isCue(token, true) && !m_text[token].isCapital && !m_text.has(token, Role::NounLike)) ||
           (m_text.isAdverb(token));
}

bool NounPhrases::canBegin(size_t token) const
{
    using Role = WordRole;
    if (!m_text[token].isWord() || (m_text.has(token, Role::Time) && !m_text.has(token, Role::FirstName)))
        return false;
    if (m_text[token].isOpening && !m_text.has(token, Role::Determiner) &&
        !m_text.has(token, Role::Pronoun) &&
        (m_text.has(token, Role::Conjunction) || m_text.has(token, Role::Preposition) ||
         m_text.has(token, Role::Auxiliary)))
        return false;
    return m_text.has(token, Role::Pronoun) || m_text.has(token, Role::Determiner) ||
           m_text[token].isCapital || m_text.has(token, Role::Title) || m_text.has(token, Role::PersonNoun) ||
           !(bounds(token) || m_text.has(token, Role::Preposition) || m_text.has(token, Role::Conjunction));
}

bool NounPhrases::joinsNames(size_t conjunction, size_t from, size_t to) const
{
    const QString &word = m_text.folded(conjunction);
    const bool isAnd = word == QLatin1String("and") || word == QLatin1String("und") ||
                       word == QLatin1String("et") || word == QLatin1String("y") ||
                       word == QLatin1String("or");
    if (!isAnd || conjunction <= from || conjunction + 1 >= to)
        return false;
    const size_t before = conjunction - 1;
    const size_t after = conjunction + 1;
    return m_text[before].isWord() && m_text[before].isCapital &&
           (m_text[after].isCapital || m_text.has(after, WordRole::Determiner));
}

bool NounPhrases::endsNoun(size_t token) const
{
    using Role = WordRole;
    return m_text[token].isWord() && !bounds(token) && !m_text.has(token, Role::Preposition) &&
           !m_text.has(token, Role::Conjunction) &&
           !(m_text.has(token, Role::Pronoun) && !m_text.has(token, Role::Determiner));
}

TokenSpan NounPhrases::phraseBefore(size_t end, size_t from) const
{
    using Role = WordRole;
    if (end <= from)
        return {};
    size_t first = end - 1;
    if (isAbbreviationStop(first) && first > from)
        --first;
    if (m_text.isSign(first, u')')) { // "Jim Jordan (R-Ohio)"
        for (size_t open = first; open-- > from && first - open < 8;) {
            if (!m_text.isSign(open, u'('))
                continue;
            const TokenSpan phrase = phraseBefore(open, from);
            return phrase.isEmpty() ? phrase : TokenSpan{phrase.first, end};
        }
        return {};
    }
    if (!m_text[first].isWord())
        return {};
    if (m_text.folded(first) == QLatin1String("who"))
        return {first, end};
    if (m_text.has(first, Role::Pronoun) && !(m_text.has(first, Role::Determiner) && first + 1 < end))
        return {first, end};
    if (bounds(first) || m_text.has(first, Role::Preposition) || m_text.has(first, Role::Conjunction))
        return {};
    while (first > from && end - first < longestPhrase) {
        const size_t next = first - 1;
        if (!m_text[next].isWord()) {
            if (isAbbreviationStop(next) && m_text[first].isCapital) {
                first = next;
                continue;
            }
            if (m_text.isSign(next, u'&') || m_text.isSign(next, u'/')) {
                first = next;
                continue;
            }
            break;
        }
        if (m_text.has(next, Role::Determiner) && !m_text[first].isCapital) {
            first = next;
            if (first > from + 1 && isInner(m_text.folded(first - 1)) && endsNoun(first - 2))
                continue;
            if (first > from && m_text.has(first - 1, Role::Determiner))
                continue;
            break;
        }
        if (m_text.has(next, Role::Determiner)) {
            first = next;
            if (first > from + 1 && isInner(m_text.folded(first - 1)) && endsNoun(first - 2) &&
                !m_text[first - 2].isCapital)
                continue;
            break;
        }
        if (m_text.has(next, Role::Preposition)) {
            const bool inner = isInner(m_text.folded(next)) && next > from && endsNoun(next - 1);
            if (!inner)
                break;
            first = next;
            continue;
        }
        if (m_text.has(next, Role::Conjunction)) {
            if (!joinsNames(next, from, end))
                break;
            first = next;
            continue;
        }
        if (bounds(next) || (m_text.has(next, Role::Pronoun) && !m_text.has(next, Role::Determiner)))
            break;
        first = next;
    }
    while (first < end && (m_text.has(first, Role::Conjunction) || m_text.has(first, Role::Preposition) ||
                           !m_text[first].isWord()))
        ++first;
    return {first, end};
}

size_t NounPhrases::verbStart(size_t verb, size_t from) const
{
    size_t start = verb;
    while (start > from && m_text[start - 1].isWord() &&
           (m_text.has(start - 1, WordRole::Auxiliary) || m_text.has(start - 1, WordRole::Be) ||
            m_text.isAdverb(start - 1)) &&
           !m_text[start - 1].isCapital)
        --start;
    return start;
}

TokenSpan NounPhrases::possessorBefore(size_t noun, size_t from) const
{
    size_t last = noun;
    const auto isPossessive = [this](size_t token) {
        return m_text[token].isWord() && (m_text.folded(token).endsWith(QLatin1String("'s")) ||
                                          m_text.folded(token).endsWith(QLatin1String("s'")));
    };
    for (int adjectives = 0; adjectives < 2; ++adjectives) { // "his most repeated claim"
        const bool isAdjective = last > from + 1 && m_text[last - 1].isWord() &&
                                 !m_text[last - 1].isCapital && !m_text.isArticle(last - 1) &&
                                 !isPossessive(last - 1) && m_text.folded(last - 1) != QLatin1String("her");
        if (!isAdjective)
            break;
        --last;
    }
    if (last <= from)
        return {};
    for (const char *word : {"his", "her", "their", "its", "my", "our"})
        if (m_text.folded(last - 1) == QLatin1String(word))
            return {last - 1, last};
    return isPossessive(last - 1) ? phraseBefore(last, from) : TokenSpan();
}

/// Without when and where between a subject and its verb: "Moss last week said", "Moss, however, said".
size_t NounPhrases::withoutInsertion(size_t end, size_t from) const
{
    if (end > from + 2 && m_text.isSign(end - 1, u',') && m_text.has(end - 2, WordRole::Adverb) &&
        m_text.isSign(end - 3, u','))
        return end - 3;
    size_t start = end;
    while (start > from && m_text.has(start - 1, WordRole::Time) &&
           !m_text.has(start - 1, WordRole::FirstName))
        --start;
    if (start == end || start == from)
        return end;
    if (m_text.has(start - 1, WordRole::Preposition) || m_text.folded(start - 1) == QLatin1String("this") ||
        m_text.folded(start - 1) == QLatin1String("a"))
        --start;
    return start > from && (m_text[start - 1].isWord() || m_text.isSign(start - 1, u')')) ? start : end;
}

TokenSpan NounPhrases::subjectBefore(size_t verb, size_t from) const
{
    const size_t end = withoutInsertion(verbStart(verb, from), from);
    if (end <= from)
        return {};
    const size_t last = end - 1;
    const bool isDash = m_text[last].kind == StoryToken::Kind::Dash;
    const bool isBracket = m_text.isSign(last, u')');
    if (!m_text.isSign(last, u',') && !isDash && !isBracket)
        return phraseBefore(end, from);

    // An apposition stands between: the phrase ends where it was opened.
    for (size_t open = last; open-- > from && last - open <= longestApposition;) {
        if (m_text.isMark(open))
            return {};
        const bool opens = isBracket ? m_text.isSign(open, u'(')
                           : isDash  ? m_text[open].kind == StoryToken::Kind::Dash
                                     : m_text.isSign(open, u',');
        if (!opens)
            continue;
        const TokenSpan phrase = phraseBefore(open, from);
        if (phrase.isEmpty())
            continue;
        const bool begins =
            isBracket || m_text[phrase.first].isCapital || m_text.has(phrase.first, WordRole::Determiner) ||
            m_text.has(phrase.first, WordRole::Pronoun) || m_text.has(phrase.first, WordRole::Title);
        const bool isOpening = phrase.first > from && m_text.has(phrase.first - 1, WordRole::Preposition) &&
                               m_text.folded(phrase.first - 1) != QLatin1String("as");
        if (begins && !isOpening)
            return {phrase.first, isBracket ? end : last};
    }
    return {};
}

/// "the mayor, Ann Moss.": the end of a name of two words or more that a sign or the sentence ends; `first`
/// when there is none.
size_t NounPhrases::nameEnd(size_t first, size_t to) const
{
    size_t end = first;
    while (end < to && end - first < 4 && m_text[end].kind == StoryToken::Kind::Word &&
           m_text[end].isCapital && !m_text.has(end, WordRole::Determiner) &&
           !m_text.has(end, WordRole::Pronoun) && !m_text.has(end, WordRole::Time) &&
           !m_text.has(end, WordRole::Conjunction))
        ++end;
    const bool ends = end >= to || m_text.isSign(end, u'.') || m_text.isSign(end, u',');
    return end - first > 1 && ends ? end : first;
}

size_t NounPhrases::appositionEnd(size_t end, size_t to) const
{
    using Role = WordRole;
    if (end < to && m_text.isSign(end, u'(')) {
        for (size_t i = end; i < to && i - end < 8; ++i)
            if (m_text.isSign(i, u')'))
                return appositionEnd(i + 1, to);
        return end;
    }
    if (end + 1 >= to || !m_text.isSign(end, u','))
        return end;
    const size_t first = end + 1;
    if (const size_t name = nameEnd(first, to); name > first)
        return name;
    const bool begins = m_text.has(first, Role::Determiner) || m_text.folded(first) == QLatin1String("who") ||
                        m_text.folded(first) == QLatin1String("whose") ||
                        m_text.has(first, Role::PersonNoun) || m_text.has(first, Role::Title) ||
                        m_text[first].kind == StoryToken::Kind::Number;
    if (!begins || m_text.has(first, Role::Pronoun))
        return end;
    for (size_t i = first; i < to && i - first < longestApposition; ++i) {
        const bool ends = m_text.isSign(i, u',') || m_text.isSign(i, u';') || m_text.isSign(i, u':') ||
                          m_text.isMark(i) || m_text[i].kind == StoryToken::Kind::Dash ||
                          (m_text.isSign(i, u'.') && !isAbbreviationStop(i));
        if (ends)
            return i;
    }
    return std::min(to, first + longestApposition);
}

TokenSpan NounPhrases::phraseFrom(size_t start, size_t to) const
{
    using Role = WordRole;
    if (start >= to || !canBegin(start))
        return {};
    if (m_text.has(start, Role::Pronoun) && !m_text.has(start, Role::Determiner))
        return {start, start + 1};
    size_t end = start + 1;
    while (end < to && end - start < longestPhrase) {
        if (!m_text[end].isWord()) {
            if (isAbbreviationStop(end) || m_text.isSign(end, u'&')) {
                ++end;
                continue;
            }
            break;
        }
        if (m_text.has(end, Role::Preposition)) {
            if (!isInner(m_text.folded(end)) || end + 1 >= to || !canBegin(end + 1) ||
                m_text.has(end + 1, Role::Time))
                break;
            if (m_text.folded(end) == QLatin1String("in") && !m_text[end + 1].isCapital)
                break;
            ++end;
            continue;
        }
        if (m_text.has(end, Role::Conjunction)) {
            if (!joinsNames(end, start, to))
                break;
            ++end;
            continue;
        }
        // "der Sprecher der Polizei"
        if (m_text.isGerman() && isInner(m_text.folded(end)) && end + 1 < to && m_text[end + 1].isCapital) {
            ++end;
            continue;
        }
        // "told the paper his firm ...": another phrase begins.
        const bool beginsAnew = (m_text.isArticle(end) || m_text.folded(end) == QLatin1String("her")) &&
                                !m_text.has(end - 1, Role::Preposition) &&
                                !m_text.has(end - 1, Role::Determiner) &&
                                !m_text.has(end - 1, Role::Conjunction);
        if (beginsAnew || bounds(end) ||
            (m_text.has(end, Role::Pronoun) && !m_text.has(end, Role::Determiner)))
            break;
        ++end;
    }
    while (end > start && (m_text.has(end - 1, Role::Preposition) || m_text.has(end - 1, Role::Conjunction)))
        --end;
    if (end == start)
        return {};
    return {start, appositionEnd(end, to)};
}

TokenSpan NounPhrases::firstPhrase(TokenSpan stretch) const
{
    size_t start = stretch.first;
    if (start < stretch.last && m_text.has(start, WordRole::Preposition)) {
        // "In Texas, officials ...": behind the comma.
        while (start < stretch.last && !m_text.isSign(start, u','))
            ++start;
        ++start;
    }
    while (start < stretch.last && !canBegin(start))
        ++start;
    return phraseFrom(start, stretch.last);
}

} // namespace Lectern
