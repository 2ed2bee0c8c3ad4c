#include "stories/parentheticalspeech.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t tailReach = 9;         ///< tokens behind "S said" at the end of a sentence
constexpr size_t longestSentence = 400; ///< tokens in front of an attribution

} // namespace

size_t ParentheticalSpeech::clauseFrom(size_t token) const
{
    size_t from = token;
    while (from > m_sentence.first && !m_text.isMark(from - 1))
        --from;
    return from;
}

/// Where words in front of an attribution begin that are in marks in part only: "The pier is “a ruin,”
/// she said", "“A ruin” is what it is, she said"; behind the last mark when all of them are marked.
size_t ParentheticalSpeech::contentFrom(size_t token) const
{
    const size_t from = clauseFrom(token);
    size_t first = m_sentence.first;
    if (const quint32 span = m_text[first].span; span > 0) { // the sentence begins inside of marks
        const size_t outer = m_text.tokensIn(m_text.tokens().spans()[span - 1].outer).first;
        first = m_text.sentence(outer).first;
        if (token - first > longestSentence)
            return from;
        if (first < outer && m_text.paragraph(first) != m_text.paragraph(outer))
            return from;
    }
    size_t loose = 0; // words without marks
    for (size_t i = first; i < token; ++i) {
        loose += m_text[i].isWord() && m_text[i].span == 0;
        const bool introduces =
            m_text.isSign(i, u':') ||
            (m_text[i].span == 0 && m_text.has(i, WordRole::Cue) && i + 2 < token && m_text.isMark(i + 1));
        if (introduces)
            return from;
    }
    if (!m_text.isMark(first))
        return first;
    const bool goesOn = from < token && from > first && m_text[from].isWord() && !m_text[from].isCapital &&
                        !speaks({from, token});
    return loose > 2 && goesOn ? first : from;
}

/// The end of words in front of a token that a comma parts from it; 0 when none does.
size_t ParentheticalSpeech::commaBefore(size_t token) const
{
    if (token < m_sentence.first + 2)
        return 0;
    if (m_text.isSign(token - 1, u','))
        return token - 1;
    return m_text.isMark(token - 1) && m_text.isSign(token - 2, u',') ? token : 0;
}

bool ParentheticalSpeech::speaks(TokenSpan clause) const
{
    for (size_t i = clause.first; i < clause.last; ++i)
        if (m_text.isCue(i))
            return true;
    return false;
}

/// A verb that can stand by itself beside what is said: ", she said,".
bool ParentheticalSpeech::isSaying(size_t verb) const
{
    return m_text.has(verb, WordRole::TakesClause) || m_text.has(verb, WordRole::Addressing);
}

/// "If that is so, she said, ...", "Still, she said, ...": what opens a sentence that the speaker goes on
/// with.
bool ParentheticalSpeech::opensOnly(size_t from, size_t end) const
{
    if (end - from < 3)
        return true;
    for (const char *word : {"if", "as", "when", "because", "while", "although", "since", "once"})
        if (m_text.folded(from) == QLatin1String(word))
            return true;
    return m_text.has(from, WordRole::Preposition);
}

/// "As the paper noted, C" and "C, as the paper noted."
std::optional<IndirectSpeech> ParentheticalSpeech::as(size_t verb, const Attribution &clause) const
{
    const size_t subject = clause.speaker.first;
    if (subject <= m_sentence.first || m_text.folded(subject - 1) != QLatin1String("as"))
        return std::nullopt;
    const size_t as = subject - 1;
    const size_t opening =
        m_sentence.first + (m_text.has(m_sentence.first, WordRole::Conjunction) && as > m_sentence.first);
    if (as == opening) {
        size_t comma = verb + 1;
        while (comma < m_sentence.last && comma - verb < tailReach && m_text[comma].isWord())
            ++comma;
        if (comma + 1 >= m_sentence.last || !m_text.isSign(comma, u',') || m_text.isMark(comma + 1))
            return std::nullopt;
        return IndirectSpeech{{{comma + 1, m_edges.clauseEnd(comma + 1)}}, clause};
    }
    const size_t end = commaBefore(as);
    if (end == 0 || !m_edges.goesNoFurther(verb + 1))
        return std::nullopt;
    const size_t from = contentFrom(as);
    if (!m_edges.isClause(from, end))
        return std::nullopt;
    return IndirectSpeech{{{from, end}}, clause};
}

/// ", said S" behind the words.
std::optional<IndirectSpeech> ParentheticalSpeech::inverted(size_t verb) const
{
    const size_t end = commaBefore(verb);
    const size_t start = contentFrom(verb);
    if (end <= start + 2 || m_text.has(verb, WordRole::Participle) || !isSaying(verb))
        return std::nullopt;
    // "Moss, who leads the council, said the pier ..."
    const TokenSpan subject = m_phrases.subjectBefore(verb, start);
    if (!subject.isEmpty() && subject.first <= start + 1)
        return std::nullopt;
    Attribution attribution;
    attribution.cue = {verb, verb + 1};
    attribution.speaker = m_phrases.phraseFrom(verb + 1, m_sentence.last);
    const size_t behind = attribution.speaker.last;
    const bool isObject = behind < m_sentence.last && m_text.isMark(behind) && m_text[behind].span > 0 &&
                          behind + 1 < m_sentence.last; // "said the pier “was lost”"
    if (attribution.speaker.isEmpty() || isObject)
        return std::nullopt;
    const size_t rest = behind + 1; // "The pier, said Moss, would be closed"
    if (rest < m_sentence.last && m_text.isSign(behind, u',') && m_edges.isFinite(rest) &&
        !m_text.has(rest, WordRole::Participle) && m_text[rest].span == 0 && end - start < 12) {
        return IndirectSpeech{{{start, end}, {rest, m_edges.clauseEnd(rest)}}, attribution};
    }
    if (!m_edges.goesNoFurther(behind) || !m_edges.isClause(start, end))
        return std::nullopt;
    const bool isNamed = m_text[attribution.speaker.first].isCapital ||
                         m_text.has(attribution.speaker.first, WordRole::Pronoun);
    if (!isNamed && !m_phrases.subjectBefore(verb, clauseFrom(verb)).isEmpty())
        return std::nullopt; // "one of them, Ann Moss, said the videos ..."
    return IndirectSpeech{{{start, end}}, attribution};
}

/// "C, S said." and "S, he said, C".
std::optional<IndirectSpeech> ParentheticalSpeech::around(size_t verb, const Attribution &clause) const
{
    const size_t subject = clause.speaker.first;
    const size_t end = commaBefore(subject);
    const size_t from = contentFrom(subject);
    if (end == 0 || clause.speaker.last > verb || !isSaying(verb))
        return std::nullopt;
    if (clause.addressee.isEmpty() && !m_edges.goesNoFurther(verb + 1))
        return std::nullopt;
    const size_t behind = clause.addressee.isEmpty() ? verb + 1 : clause.addressee.last;
    size_t comma = behind;
    while (comma < m_sentence.last && comma - behind < tailReach && m_text[comma].isWord() &&
           !m_text.has(comma, WordRole::Complement))
        ++comma;
    const bool goesOn = comma + 1 < m_sentence.last && m_text.isSign(comma, u',');
    // "The pier, she said, “was never ours.”"
    const size_t next =
        goesOn && m_text.isMark(comma + 1) && comma + 2 < m_sentence.last ? comma + 2 : comma + 1;
    const bool verbFollows = goesOn && m_edges.isFinite(next) && !m_text.has(next, WordRole::Participle);
    const bool isOpening = opensOnly(from, end);
    const bool marksFollow = next > comma + 1 && !m_text[next].isCapital && !isOpening && end - from < 12;
    if (!m_edges.isClause(from, end) && !verbFollows && !marksFollow &&
        !(isOpening && goesOn && next == comma + 1))
        return std::nullopt;
    const bool isTail =
        goesOn && !verbFollows && next == comma + 1 &&
        (m_text.has(comma + 1, WordRole::Past) || m_text.has(comma + 1, WordRole::Participle) ||
         m_text.has(comma + 1, WordRole::Preposition) || m_text.has(comma + 1, WordRole::Conjunction));
    if (comma == m_sentence.last || m_text.isSign(comma, u'.') || isTail) {
        return IndirectSpeech{{{from, end}}, clause};
    }
    const bool isNewQuotation = next > comma + 1 && m_text[next].isCapital;
    if (comma > verb + 3 || !goesOn || isNewQuotation)
        return std::nullopt;
    if (isOpening && !verbFollows && end - from < 3)
        return IndirectSpeech{{{comma + 1, m_edges.clauseEnd(comma + 1)}}, clause};
    return IndirectSpeech{{{from, end}, {comma + 1, m_edges.clauseEnd(comma + 1)}}, clause};
}

std::optional<IndirectSpeech> ParentheticalSpeech::according(size_t i) const
{
    if (i + 2 >= m_sentence.last || m_text[i].span > 0 || m_text.folded(i) != QLatin1String("according") ||
        m_text.folded(i + 1) != QLatin1String("to"))
        return std::nullopt;
    Attribution attribution;
    attribution.cue = {i, i + 2};
    attribution.rule = AttributionRule::According;
    attribution.speaker = m_phrases.phraseFrom(i + 2, m_sentence.last);
    if (attribution.speaker.isEmpty())
        return std::nullopt;
    if (i == m_sentence.first) {
        size_t behind = i + 2;
        while (behind < m_sentence.last && !m_text.isSign(behind, u','))
            ++behind;
        attribution.speaker.last = std::min(behind, m_sentence.last);
        if (behind + 1 < m_sentence.last && m_text.isSign(behind, u','))
            return IndirectSpeech{{{behind + 1, m_sentence.last}}, attribution};
        return std::nullopt;
    }
    const size_t end = m_text.isSign(i - 1, u',') ? i - 1 : i;
    const size_t from = contentFrom(i);
    size_t comma = i + 2; // "The pier, according to her, is closed"
    while (comma < m_sentence.last && comma - i < tailReach && m_text[comma].isWord())
        ++comma;
    const bool goesOn = comma + 3 < m_sentence.last && m_text.isSign(comma, u',') && end < i &&
                        !m_text.isMark(comma + 1) && m_edges.isClause(comma + 1, m_sentence.last);
    if (goesOn && end - from < 8) {
        attribution.speaker.last = std::min(attribution.speaker.last, comma);
        const bool isOpening = end - from < 3 || m_text.has(from, WordRole::Preposition);
        const TokenSpan rest{comma + 1, m_edges.clauseEnd(comma + 1)};
        if (isOpening && !m_text.has(comma + 1, WordRole::Be) && !m_text.has(comma + 1, WordRole::Auxiliary))
            return IndirectSpeech{{rest}, attribution};
        else
            return IndirectSpeech{{{from, end}, rest}, attribution};
        return std::nullopt;
    }
    // "“It is late,” she said, according to the paper": the paper is not who says it.
    if (from > m_sentence.first && end - from < 10 && speaks({from, end}))
        return std::nullopt;
    return IndirectSpeech{{{from, end}}, attribution};
}

} // namespace Lectern
