#include "stories/clauseedges.h"

#include <QSet>

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t complementReach = 12; ///< tokens between a verb and its "that"
constexpr size_t clauseReach = 16;     ///< tokens within which a clause shows a verb
constexpr size_t longestObject = 40;   ///< tokens

bool isOneOf(const QString &word, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *other) { return word == QLatin1String(other); });
}

bool beginsWith(const QString &word, std::initializer_list<const char *> stems)
{
    return std::any_of(stems.begin(), stems.end(),
                       [&](const char *stem) { return word.startsWith(QLatin1String(stem)); });
}

} // namespace

bool ClauseEdges::makesClear(size_t verb) const
{
    if (!isOneOf(m_text.folded(verb), {"make", "makes", "made", "making"}) || verb + 2 >= m_sentence.last)
        return false;
    return (m_text.folded(verb + 1) == QLatin1String("it") &&
            m_text.folded(verb + 2) == QLatin1String("clear")) ||
           behindNoun(verb + 1) < m_sentence.last;
}

/// "shared the news, on Sept. 30, that ...": where the "that" of such a noun stands.
size_t ClauseEdges::behindNoun(size_t next) const
{
    if (next + 1 >= m_sentence.last || !m_text.has(next, WordRole::Determiner) ||
        !beginsWith(m_text.folded(next + 1),
                    {"news", "fact", "view", "belief", "opinion", "message", "hope", "idea", "notion",
                     "claim", "point", "case", "concern", "argument"}))
        return m_sentence.last;
    for (size_t i = next + 2; i < m_sentence.last && i - next < complementReach; ++i)
        if (m_text.folded(i) == QLatin1String("that"))
            return i;
    return m_sentence.last;
}

/// Only when, where and to whom may stand between a verb and its "that", or what commas set apart.
size_t ClauseEdges::thatBehind(size_t verb, size_t next) const
{
    const bool asks = beginsWith(m_text.folded(verb), {"ask", "wonder", "question", "inquir"});
    for (size_t i = next; i < m_sentence.last && i - next < complementReach; ++i) {
        const QString &word = m_text.folded(i);
        if (m_text.isSign(i, u',') && i - next < 2) { // "said, among other things, that"
            size_t close = i + 1;
            while (close < m_sentence.last && close - i < complementReach && !m_text.isSign(close, u',') &&
                   !m_text.isMark(close))
                ++close;
            const bool isThat = close + 1 < m_sentence.last && m_text.isSign(close, u',') &&
                                m_text.has(close + 1, WordRole::Complement) &&
                                m_text.folded(close + 1) != QLatin1String("if");
            return isThat ? close + 1 : m_sentence.last;
        }
        if (i > next && (m_text.isMark(i) || m_text[i].span > 0)) // "said on “The Late Hour” that"
            continue;
        if (!m_text[i].isWord() || m_text[i].span > 0)
            break;
        if (word == QLatin1String("that") || word == QLatin1String("whether") ||
            (asks && word == QLatin1String("if")))
            return i;
        if (i == next && m_text.has(i, WordRole::Complement) && word != QLatin1String("if"))
            return i;
        const bool isTime = i + 1 < m_sentence.last && m_text.has(i, WordRole::Determiner) &&
                            m_text.has(i + 1, WordRole::Time); // "this week"
        if (i == next && !isTime && !m_text.has(i, WordRole::Preposition) && !m_text.has(i, WordRole::Time) &&
            !m_text.isAdverb(i))
            break;
    }
    return m_sentence.last;
}

size_t ClauseEdges::clauseStart(size_t verb, size_t next) const
{
    const size_t none = m_sentence.last;
    if (const size_t behind = behindParticle(verb, next); behind > next && behind < none)
        return m_text.has(behind, WordRole::Complement) ? behind : none;
    if (const size_t that = behindNoun(next); that < none)
        return that;
    // "made it clear the pain is still present"
    if (next + 1 < none && m_text.folded(next + 1) == QLatin1String("clear") && makesClear(verb))
        return next + 2;
    if (const size_t that = thatBehind(verb, next); that < none)
        return that;
    if (next >= none || m_text[next].span > 0 || m_text.isMark(next))
        return none;
    size_t start = next;
    // "said on Monday he would", "said Tuesday he would"
    while (start < none && start - next < 5 &&
           (m_text.has(start, WordRole::Time) || (m_text.has(start, WordRole::Preposition) &&
                                                  start + 1 < none && m_text.has(start + 1, WordRole::Time))))
        ++start;
    const bool isNumber = start < none && m_text[start].kind == StoryToken::Kind::Number;
    if (start >= none || !(m_text[start].isWord() || isNumber))
        return none;
    const bool denies = m_text.folded(start) == QLatin1String("not") && start + 1 < none &&
                        m_text.folded(start + 1) == QLatin1String("to");
    if (m_text.folded(start) == QLatin1String("to") || denies) {
        size_t infinitive = start + (denies ? 2 : 1);
        if (infinitive < none && m_text.isMark(infinitive)) // "promised to “stop at nothing”"
            ++infinitive;
        return (m_text.has(verb, WordRole::Cue) || m_text.has(verb, WordRole::Intends)) &&
                       infinitive + 1 < none && m_text[infinitive].isWord() &&
                       !m_text[infinitive].isCapital && m_text[infinitive].kind == StoryToken::Kind::Word &&
                       !m_text.has(infinitive, WordRole::Determiner) &&
                       !m_text.has(infinitive, WordRole::Pronoun) &&
                       !beginsWith(m_text.folded(verb), {"continu", "respon"})
                   ? start
                   : none;
    }
    const bool says = beginsWith(m_text.folded(verb), {"said", "say"});
    // "information that officials said would compromise security"
    if (says && next == verb + 1 && isFinite(start) && !m_text.isCue(start))
        return start;
    if (says && isOneOf(m_text.folded(start), {"if", "because", "when", "although", "while", "unless"}))
        return start;
    if (m_text.has(start, WordRole::Preposition) || m_text.has(start, WordRole::Conjunction))
        return none;
    if (!m_text.has(verb, WordRole::TakesClause) && next == verb + 1)
        return none;
    const size_t third = std::min(start + 2, none - 1);
    return (says && m_text[third].isWord()) || showsVerb(start) ? start : none;
}

bool ClauseEdges::isFinite(size_t token) const
{
    return m_text.has(token, WordRole::Be) || m_text.has(token, WordRole::Auxiliary) ||
           m_text.has(token, WordRole::Verb) ||
           (m_text.isCue(token, true) && !m_text.has(token, WordRole::NounLike)) ||
           (m_text[token].isWord() && !m_text[token].isCapital &&
            m_text.folded(token).endsWith(QLatin1String("ed")));
}

bool ClauseEdges::showsVerb(size_t start) const
{
    for (size_t i = start + 1; i < m_sentence.last && i - start < clauseReach; ++i) {
        if (m_text.isSign(i, u'.') || m_text.isSign(i, u',') || m_text[i].kind == StoryToken::Kind::Mark ||
            m_text[i].kind == StoryToken::Kind::Dash)
            continue;
        if (!m_text[i].isWord())
            return false;
        if (isFinite(i))
            return true;
    }
    return m_text.has(start, WordRole::Pronoun);
}

size_t ClauseEdges::clauseEnd(size_t start) const
{
    for (size_t i = start + 1; i < m_sentence.last; ++i) {
        if (m_text[i].span > 0)
            continue;
        if (m_text.isSign(i, u';') || narratesAgain(i, start))
            return i;
        const bool isBehindMark = i > start + 2 && m_text.isMark(i - 1) && m_text.isSign(i - 2, u',');
        if (isBehindMark && isOneOf(m_text.folded(i), {"but", "although", "though", "while", "whereas"}))
            return i;
        if (!m_text.isSign(i, u',') || i + 1 >= m_sentence.last || m_text[i + 1].span > 0)
            continue;
        const bool narrates = (m_text.has(i + 1, WordRole::Participle) && m_text.isCue(i + 1)) ||
                              m_text.folded(i + 1) == QLatin1String("according") ||
                              narratesAgain(i + 1, start);
        if (narrates || isOneOf(m_text.folded(i + 1), {"although", "though", "but", "while", "whereas"}))
            return i;
    }
    return m_sentence.last;
}

/// "said it was late and asked for more": the speaker's next verb.
bool ClauseEdges::narratesAgain(size_t conjunction, size_t start) const
{
    if (!isOneOf(m_text.folded(conjunction), {"and", "but"}))
        return false;
    size_t verb = conjunction + 1;
    if (conjunction > 0 && m_text.isSign(conjunction - 1, u',') && verb < m_sentence.last &&
        isOneOf(m_text.folded(verb), {"he", "she", "they"}))
        ++verb;
    else if (conjunction > 0 && m_text.isSign(conjunction - 1, u',')) // ", and Ellen Moss said"
        while (verb < m_sentence.last && verb - conjunction < 4 && m_text[verb].isWord() &&
               m_text[verb].isCapital)
            ++verb;
    while (verb < m_sentence.last && (m_text.isAdverb(verb) || m_text.has(verb, WordRole::Auxiliary)))
        ++verb;
    const bool isParticiple = start > 0 && m_text.has(start - 1, WordRole::Participle);
    return verb < m_sentence.last && m_text.has(verb, WordRole::Cue) &&
           m_text.has(verb, isParticiple ? WordRole::Participle : WordRole::Past) && m_text[verb].span == 0 &&
           m_text.isCue(verb) && !m_text.isMark(verb);
}

size_t ClauseEdges::behindParticle(size_t verb, size_t next) const
{
    struct Pair
    {
        std::initializer_list<const char *> stems;
        std::initializer_list<const char *> particles;
    };
    static const std::initializer_list<Pair> pairs{
        {{"call", "ask", "argu", "push", "advocat", "plead", "press", "vouch"}, {"for", "on", "against"}},
        {{"talk", "spoke", "speak", "joke", "complain", "wonder", "boast", "brag", "warn", "muse", "ask",
          "worr", "rail", "rant"},
         {"about", "of", "against"}},
        {{"point", "refer", "respond", "object", "react", "allud", "admit", "agree"},
         {"to", "out", "with", "at"}},
        {{"agree", "disagree"}, {"with", "to"}},
        {{"comment", "insist", "expand", "elaborat", "weigh", "remark", "report"}, {"on", "in", "upon"}},
        {{"write", "wrote", "report"}, {"about"}},
        {{"laid", "lay", "spell", "rule"}, {"out"}},
    };
    if (next != verb + 1 || next >= m_sentence.last)
        return next;
    for (const Pair &pair : pairs)
        if (beginsWith(m_text.folded(verb), pair.stems) && isOneOf(m_text.folded(next), pair.particles))
            return next + 1;
    return next;
}

/// "on Sunday", "in an interview", "by giving": what tells about the saying, not what is said.
bool ClauseEdges::isWhenOrWhere(size_t token) const
{
    const auto isDay = [this](size_t at) {
        return at < m_sentence.last && m_text.has(at, WordRole::Time) &&
               (m_text.folded(at).endsWith(QLatin1String("day")) ||
                m_text.folded(at) == QLatin1String("tonight"));
    };
    if (isDay(token))
        return true;
    if (!m_text.has(token, WordRole::Preposition) || token + 1 >= m_sentence.last)
        return false;
    const QString &word = m_text.folded(token);
    const QString &next = m_text.folded(token + 1);
    if (word == QLatin1String("by"))
        return m_text[token + 1].isWord() && next.size() > 4 && next.endsWith(QLatin1String("ing"));
    if (isOneOf(word, {"during", "via", "after", "before", "since", "until", "despite"}))
        return true;
    if (word == QLatin1String("on"))
        return isDay(token + 1) || isOneOf(next, {"twitter", "facebook", "instagram", "cnn", "fox", "nbc",
                                                  "abc", "cbs", "msnbc", "television", "tv", "social"});
    if (!isOneOf(word, {"in", "at", "to"}))
        return false;
    for (size_t i = token + 1; i < m_sentence.last && i - token < 6 && m_text[i].isWord(); ++i) {
        if (beginsWith(m_text.folded(i),
                       {"interview", "statement", "speech", "tweet", "email", "rally", "reporter", "debate",
                        "conference", "hearing", "editorial", "column", "appearance"}))
            return true;
        if (i > token + 1 && (m_text.has(i, WordRole::Preposition) || m_text.has(i, WordRole::Determiner)))
            break;
    }
    return false;
}

bool ClauseEdges::endsObject(size_t token) const
{
    if (m_text[token].kind == StoryToken::Kind::Dash || m_text.isSign(token, u',') ||
        m_text.isSign(token, u';') || m_text.isSign(token, u':') || m_text.isSign(token, u'?') ||
        m_text.isSign(token, u'!') || m_text[token].kind == StoryToken::Kind::Ellipsis ||
        m_text.isSign(token, u')'))
        return true;
    if (!m_text[token].isWord())
        return false;
    if (isOneOf(m_text.folded(token), {"but", "because", "while", "when", "if", "although", "though",
                                       "whereas", "unless", "as", "so"}))
        return true;
    if (isWhenOrWhere(token))
        return true;
    if (m_text.folded(token) != QLatin1String("and") || token + 1 >= m_sentence.last)
        return false;
    const size_t next = token + 1;
    for (size_t i = next; i < m_sentence.last && i < next + 4 && m_text[i].isWord(); ++i) {
        if (i > next && m_text.isCue(i)) // "and Ann Moss says"
            return true;
        if (!m_text[i].isCapital)
            break;
    }
    return (m_text.isCue(next, true) && !m_text.has(next, WordRole::NounLike)) ||
           m_text.has(next, WordRole::Be) || m_text.has(next, WordRole::Auxiliary) ||
           m_text.has(next, WordRole::Verb) || m_text.isAdverb(next) ||
           (m_text.has(next, WordRole::Pronoun) && !m_text.has(next, WordRole::Determiner)) ||
           (!m_text[next].isCapital && m_text.folded(next).endsWith(QLatin1String("ed")));
}

size_t ClauseEdges::objectEnd(size_t start) const
{
    if (start >= m_sentence.last || !m_text[start].isWord() || m_text[start].span > 0 ||
        m_text.has(start, WordRole::Preposition) || m_text.has(start, WordRole::Conjunction) ||
        m_text.has(start, WordRole::Be) || m_text.has(start, WordRole::Auxiliary) || m_text.isAdverb(start) ||
        m_text.has(start, WordRole::Complement) || (m_text.has(start, WordRole::Relative)) ||
        m_text.has(start, WordRole::Verb) || isWhenOrWhere(start))
        return start;
    size_t end = start + 1;
    size_t bracket = 0;
    for (; end < m_sentence.last && end - start < longestObject; ++end) {
        if (m_text.isSign(end, u'('))
            ++bracket;
        if (m_text.isSign(end, u')') && bracket > 0) {
            --bracket;
            continue;
        }
        if (bracket == 0 && m_text[end].span == 0 && endsObject(end))
            break;
    }
    return end;
}

bool ClauseEdges::goesNoFurther(size_t token) const
{
    return token >= m_sentence.last || (!m_text[token].isWord() && !m_text.isSign(token, u'\'')) ||
           m_text.has(token, WordRole::Preposition) || m_text.has(token, WordRole::Time) ||
           m_text.isAdverb(token);
}

bool ClauseEdges::isClause(size_t from, size_t to) const
{
    size_t first = from;
    while (first < to && !m_text[first].isWord())
        ++first;
    if (first >= to || m_text.has(first, WordRole::Past) || m_text.has(first, WordRole::Participle))
        return false;
    const bool opens =
        m_text.has(first, WordRole::Preposition) ||
        isOneOf(m_text.folded(first), {"while", "if", "although", "when", "because", "since", "though"});
    if (opens) { // "In Ohio, the turnout was low"
        while (first < to && !m_text.isSign(first, u','))
            ++first;
        return first + 2 < to && isClause(first + 1, to);
    }
    if (m_text.has(first, WordRole::Conjunction) && m_text.folded(first) != QLatin1String("but") &&
        m_text.folded(first) != QLatin1String("and"))
        return false;
    for (size_t i = first; i < to; ++i)
        if (m_text.has(i, WordRole::Be) || m_text.has(i, WordRole::Auxiliary) ||
            m_text.has(i, WordRole::Verb) || m_text.has(i, WordRole::Cue) ||
            m_text.has(i, WordRole::WeakCue) ||
            (!m_text[i].isCapital &&
             (m_text.folded(i).endsWith(QLatin1String("ed")) || m_text.folded(i).endsWith(u's'))))
            return true;
    return false;
}

} // namespace Lectern
