#include "stories/indirectspeech.h"

#include "stories/parentheticalspeech.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace Lectern {

namespace {

constexpr size_t longestSentence = 400; ///< tokens: what is longer is read in parts, to stay linear
constexpr size_t longestOpening = 40;   ///< tokens of "Noting that it was late, "
constexpr size_t longestRest = 150;     ///< tokens of a quotation behind the end of its first sentence

class IndirectFinder
{
public:
    explicit IndirectFinder(const SpeechText &text)
        : m_text(text)
        , m_finder(text)
        , m_phrases(text)
    {}

    std::vector<IndirectSpeech> run()
    {
        for (size_t first = 0; first < m_text.size();) {
            m_sentence = {first, std::min(m_text.sentence(first).last, first + longestSentence)};
            readSentence();
            first = std::max(m_sentence.last, first + 1);
        }
        dropInner();
        return std::move(m_found);
    }

private:
    /// What somebody says that others say is part of what the first says: only the outer clause is kept.
    void dropInner()
    {
        struct Piece
        {
            TokenSpan span;
            size_t of;
        };
        std::vector<Piece> pieces;
        for (size_t i = 0; i < m_found.size(); ++i)
            for (const TokenSpan &span : m_found[i].pieces)
                pieces.push_back({span, i});
        std::stable_sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) {
            return a.span.first != b.span.first ? a.span.first < b.span.first : a.span.last > b.span.last;
        });
        std::vector<bool> isInner(m_found.size(), false);
        size_t reach = 0;
        size_t reaching = m_found.size();
        for (const Piece &piece : pieces) {
            if (piece.span.last <= reach && piece.of != reaching)
                isInner[piece.of] = true;
            else if (piece.span.last > reach)
                std::tie(reach, reaching) = std::pair(piece.span.last, piece.of);
        }
        size_t kept = 0;
        for (size_t i = 0; i < m_found.size(); ++i)
            if (!isInner[i])
                std::swap(m_found[kept++], m_found[i]);
        m_found.resize(kept);
    }

    void readSentence()
    {
        for (size_t i = m_sentence.first; i < m_sentence.last; ++i)
            take(beside().according(i));
        readNouns();
        for (size_t verb = m_sentence.first; verb < m_sentence.last; ++verb) {
            if (m_text[verb].span > 0 || (verb == m_sentence.first && m_text.has(verb, WordRole::NounLike)))
                continue;
            if (m_text.isCue(verb, true) || edges().makesClear(verb))
                readClause(verb);
        }
    }

    /// "his claim that it was late"
    void readNouns()
    {
        for (size_t noun = m_sentence.first + 1; noun + 2 < m_sentence.last; ++noun) {
            if (m_text[noun].span > 0 || !m_text.has(noun, WordRole::SpeechNoun))
                continue;
            const size_t that = noun + 1 + m_text.has(noun + 1, WordRole::Be); // "her point was that"
            if (that + 1 >= m_sentence.last || m_text.folded(that) != QLatin1String("that"))
                continue;
            Attribution attribution;
            attribution.cue = {noun, that};
            attribution.rule = AttributionRule::Beside;
            attribution.speaker = m_phrases.possessorBefore(noun, m_sentence.first);
            if (!attribution.speaker.isEmpty())
                add({{that, edges().clauseEnd(that)}}, attribution);
        }
    }

    ParentheticalSpeech beside() const { return ParentheticalSpeech(m_text, m_sentence); }

    /// Adds what was found; whether there was something.
    bool take(const std::optional<IndirectSpeech> &found)
    {
        if (found)
            add(found->pieces, found->attribution);
        return found.has_value();
    }

    ClauseEdges edges() const { return ClauseEdges(m_text, m_sentence); }

    /// Behind the last mark in front of the token.
    size_t clauseFrom(size_t token) const
    {
        size_t from = token;
        while (from > m_sentence.first && !m_text.isMark(from - 1))
            --from;
        return from;
    }

    void readClause(size_t verb)
    {
        const size_t from = clauseFrom(verb);
        if (readPassive(verb, from) || readOpening(verb))
            return;
        if (m_text.isCue(verb) && take(beside().inverted(verb)))
            return;
        std::optional<Attribution> clause = m_finder.clauseAt(verb, from, m_sentence.last);
        const size_t start = m_phrases.verbStart(verb, from);
        if (!clause && from > m_sentence.first && m_text[m_sentence.first].span == 0 &&
            start > m_sentence.first &&
            (m_text.has(verb, WordRole::Participle) || m_text.has(start - 1, WordRole::Conjunction)))
            clause = m_finder.clauseAt(verb, m_sentence.first, m_sentence.last);
        if (!clause || isSupposed(verb, *clause))
            return;
        if (m_text.isCue(verb) && !m_text.has(verb, WordRole::Participle) &&
            (take(beside().as(verb, *clause)) || take(beside().around(verb, *clause))))
            return;
        const size_t next = clause->addressee.isEmpty() ? verb + 1 : clause->addressee.last;
        size_t content = edges().clauseStart(verb, next);
        const bool isAsked = !clause->addressee.isEmpty() && content == next && content < m_sentence.last &&
                             m_text.folded(content) == QLatin1String("to") &&
                             (m_text.folded(verb).startsWith(QLatin1String("urg")) ||
                              m_text.folded(verb).startsWith(QLatin1String("ask")));
        if (isAsked) // "urged the council to act": all of it is what is asked for
            content = clause->addressee.first;
        // "“It is late,” she said in a low voice": what she said stands in front.
        const bool isBehindMarks =
            clause->speaker.first > 0 && m_text.isMark(clause->speaker.first - 1) &&
            m_text.isSign(clause->speaker.first - 2 + (clause->speaker.first < 2), u',');
        if (isBehindMarks && (content == m_sentence.last || !m_text.has(content, WordRole::Complement)))
            return;
        // "declined to say whether": the second verb tells it.
        if (content + 2 < m_sentence.last && m_text.folded(content) == QLatin1String("to") &&
            m_text.has(content + 1, WordRole::Cue) &&
            edges().clauseStart(content + 1, content + 2) < m_sentence.last)
            return;
        if (content < m_sentence.last) {
            const size_t end = std::min({edges().clauseEnd(content), relativeEnd(*clause, content),
                                         subordinateEnd(*clause, content)});
            add({{content, end}}, *clause);
            if (m_text.has(verb, WordRole::Cue))
                m_said = {content, end};
        } else
            readObject(verb, *clause);
    }

    /// "should support", "asked to discuss", "when asked": not what somebody says, wants or thinks now.
    bool isSupposed(size_t verb, const Attribution &clause) const
    {
        const size_t start = m_phrases.verbStart(verb, m_sentence.first);
        const QString before = start > m_sentence.first ? m_text.folded(start - 1) : QString();
        const QString &speaker = m_text.folded(clause.speaker.first);
        if (m_text.has(verb, WordRole::Past) && m_text.has(verb, WordRole::Addressing) &&
            (before == QLatin1String("when") || before == QLatin1String("if") ||
             before == QLatin1String("as")))
            return true;
        if (m_text.has(verb, WordRole::Cue))
            return false;
        for (size_t i = start; i < verb; ++i)
            for (const char *modal : {"should", "would", "could", "might", "must", "may", "can"})
                if (m_text.folded(i) == QLatin1String(modal))
                    return true;
        if (speaker == QLatin1String("you") || before == QLatin1String("to"))
            return true;
        // "She said she hopes to win": she says it.
        return m_text.has(clause.speaker.first, WordRole::Pronoun) && clause.speaker.first >= m_said.first &&
               clause.speaker.first <= m_said.first + 1 && verb < m_said.last;
    }

    /// "denied any role in it", "called for a new vote"
    void readObject(size_t verb, Attribution clause)
    {
        const size_t start = edges().behindParticle(verb, verb + 1);
        if (start == verb + 1 && !m_text.has(verb, WordRole::TakesObject))
            return;
        const size_t end = edges().objectEnd(start);
        if (end <= start)
            return;
        clause.cue.last = start;
        clause.addressee = {};
        add({{start, end}}, clause);
    }

    /// "Noting that it was late, Moss left"
    bool readOpening(size_t verb)
    {
        if (verb != m_sentence.first || !m_text.has(verb, WordRole::Participle) ||
            !m_text.has(verb, WordRole::Cue))
            return false;
        size_t comma = verb + 1;
        while (comma < m_sentence.last && comma - verb < longestOpening && !m_text.isSign(comma, u','))
            ++comma;
        if (comma + 1 >= m_sentence.last || !m_text.isSign(comma, u','))
            return true;
        Attribution attribution;
        attribution.cue = {verb, verb + 1};
        attribution.rule = AttributionRule::Beside;
        attribution.speaker = m_phrases.phraseFrom(comma + 1, m_sentence.last);
        if (attribution.speaker.isEmpty() || m_text.has(attribution.speaker.first, WordRole::Participle))
            return true;
        const size_t content = edges().clauseStart(verb, verb + 1);
        if (content < comma)
            add({{content, comma}}, attribution);
        else if (m_text.has(verb, WordRole::TakesObject) && edges().objectEnd(verb + 1) > verb + 1)
            add({{verb + 1, comma}}, attribution);
        return true;
    }

    /// "a ban opposed by the council"
    bool readPassive(size_t verb, size_t from)
    {
        if (verb + 2 >= m_sentence.last || m_text.folded(verb + 1) != QLatin1String("by") ||
            !m_text.has(verb, WordRole::Past) || !m_text.has(verb, WordRole::TakesObject))
            return false;
        Attribution attribution;
        attribution.cue = {m_phrases.verbStart(verb, from), verb + 1};
        attribution.rule = AttributionRule::Beside;
        attribution.speaker = m_phrases.phraseFrom(verb + 2, m_sentence.last);
        const TokenSpan thing = m_phrases.subjectBefore(verb, from);
        if (!attribution.speaker.isEmpty() && !thing.isEmpty() &&
            m_text.folded(thing.first) != QLatin1String("who"))
            add({thing}, attribution);
        return true;
    }

    /// "When she said it was late, he left": the clause ends with the comma.
    size_t subordinateEnd(const Attribution &clause, size_t content) const
    {
        const bool isSubordinate = [&] {
            for (const char *word :
                 {"when", "after", "while", "as", "if", "although", "though", "because", "since"})
                if (m_text.folded(m_sentence.first) == QLatin1String(word))
                    return clause.speaker.first < m_sentence.first + 6;
            return false;
        }();
        for (size_t i = content; isSubordinate && i < m_sentence.last; ++i)
            if (m_text.isSign(i, u',') && m_text[i].span == 0)
                return i;
        return m_sentence.last;
    }

    /// "-- who announced she was expecting --": the relative clause ends with the sign that it began with.
    size_t relativeEnd(const Attribution &clause, size_t content) const
    {
        const size_t who = clause.speaker.first;
        if (m_text.folded(who) != QLatin1String("who") || who == m_sentence.first)
            return m_sentence.last;
        const StoryToken &opening = m_text[who - 1];
        for (size_t i = content; i < m_sentence.last; ++i)
            if (!m_text[i].isWord() && m_text[i].kind == opening.kind && m_text[i].fold == opening.fold)
                return i;
        return m_sentence.last;
    }

    /// Marked words that end with their sentence may go on in the next: “... it is late. We leave.”
    TokenSpan withMarkedRest(TokenSpan piece) const
    {
        const quint32 span = piece.isEmpty() ? 0 : m_text[piece.last - 1].span;
        if (span == 0 || piece.last != m_sentence.last || m_text[piece.first].span > 0)
            return piece;
        const size_t end = m_text.tokensIn(m_text.tokens().spans()[span - 1].outer).last;
        if (end > piece.last && end - piece.last < longestRest)
            piece.last = end;
        return piece;
    }

    void add(std::vector<TokenSpan> pieces, const Attribution &attribution)
    {
        pieces.back() = withMarkedRest(pieces.back());
        for (TokenSpan &piece : pieces) {
            while (!piece.isEmpty() && isEdge(piece.first))
                ++piece.first;
            while (!piece.isEmpty() && isEdge(piece.last - 1))
                --piece.last;
        }
        size_t marked = 0;
        size_t words = 0;
        for (const TokenSpan &piece : pieces) {
            for (size_t i = piece.first; i < piece.last; ++i) {
                words += m_text[i].isWord();
                marked += m_text[i].isWord() && m_text[i].span > 0;
            }
        }
        if (words < 2 || pieces.front().isEmpty() || isHollow(pieces.front(), attribution))
            return;
        // What begins and ends with marks is a direct quotation.
        if (10 * marked > 8 * words && words - marked < 2 && m_text.isMark(pieces.front().first))
            return;
        pieces.erase(std::remove_if(pieces.begin(), pieces.end(),
                                    [](const TokenSpan &piece) { return piece.isEmpty(); }),
                     pieces.end());
        m_found.push_back({std::move(pieces), attribution});
    }

    /// What looks like a report and is none: "remembers it well", "wrote that down", "a dog called Rex",
    /// "went to the point to thank her", "put it back".
    bool isHollow(TokenSpan piece, const Attribution &attribution) const
    {
        static const QSet<QString> objects{QStringLiteral("it"), QStringLiteral("them"),
                                           QStringLiteral("herself"), QStringLiteral("himself"),
                                           QStringLiteral("themselves")};
        const QString &cue = m_text.folded(attribution.cue.last - 1);
        const size_t second = piece.first + 1;
        const QString &first = m_text.folded(piece.first);
        const bool isBehindCue = piece.first >= attribution.cue.last;
        const bool ends =
            second >= piece.last || !m_text[second].isWord() || m_text.has(second, WordRole::Determiner);
        if (isBehindCue && objects.contains(first) && ends)
            return true;
        if (first == QLatin1String("that") && piece.size() == 2)
            return true;
        const QString &who = m_text.folded(attribution.speaker.first);
        const bool isAny = who == QLatin1String("a") || who == QLatin1String("an");
        if (attribution.speaker.size() == 1 && (isAny || who == QLatin1String("the")))
            return true;
        return (cue == QLatin1String("called") && isAny);
    }

    bool isEdge(size_t token) const
    {
        const StoryToken &at = m_text[token];
        return at.kind == StoryToken::Kind::Sign || at.kind == StoryToken::Kind::Dash ||
               at.kind == StoryToken::Kind::Ellipsis;
    }

    const SpeechText &m_text;
    AttributionFinder m_finder;
    NounPhrases m_phrases;
    TokenSpan m_sentence;
    TokenSpan m_said; ///< what a verb of saying reported last
    std::vector<IndirectSpeech> m_found;
};

} // namespace

std::vector<IndirectSpeech> indirectSpeech(const SpeechText &text)
{
    return IndirectFinder(text).run();
}

} // namespace Lectern
