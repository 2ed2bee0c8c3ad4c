#include "stories/indirectspeech.h"

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr size_t complementReach = 12; ///< tokens between a verb and its "that"
constexpr size_t clauseReach = 16;     ///< tokens within which a clause shows a verb
constexpr size_t tailReach = 9;        ///< tokens behind "S said" at the end of a sentence

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
            m_sentence = m_text.sentence(first);
            readSentence();
            first = std::max(m_sentence.last, first + 1);
        }
        return std::move(m_found);
    }

private:
    void readSentence()
    {
        readAccording();
        for (size_t verb = m_sentence.first; verb < m_sentence.last; ++verb) {
            if (m_text[verb].span > 0 || (verb == m_sentence.first && m_text.has(verb, WordRole::NounLike)))
                continue;
            if (m_text.isCue(verb, true) || makesClear(verb))
                readClause(verb);
        }
    }

    bool makesClear(size_t verb) const
    {
        return m_text.folded(verb) == QLatin1String("made") && verb + 2 < m_sentence.last &&
               m_text.folded(verb + 1) == QLatin1String("it") &&
               m_text.folded(verb + 2) == QLatin1String("clear");
    }

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
        if (m_text.isCue(verb) && readInverted(verb, from))
            return;
        const std::optional<Attribution> clause = m_finder.clauseAt(verb, from, m_sentence.last);
        if (!clause)
            return;
        if (m_text.isCue(verb) && !m_text.has(verb, WordRole::Participle) && readAround(verb, from, *clause))
            return;
        const size_t next = clause->addressee.isEmpty() ? verb + 1 : clause->addressee.last;
        const size_t content = contentStart(verb, next);
        if (content < m_sentence.last)
            add({{content, std::min(contentEnd(content), relativeEnd(*clause, content))}}, *clause);
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

    /// "shared the news, on Sept. 30, that ...": where the "that" of such a noun stands.
    size_t behindNoun(size_t next) const
    {
        static constexpr std::array<const char *, 10> nouns{"news",    "fact", "view", "belief", "opinion",
                                                            "message", "hope", "idea", "notion", "claim"};
        if (next + 1 >= m_sentence.last || !m_text.has(next, WordRole::Determiner) ||
            !startsWithAny(next + 1, nouns))
            return m_sentence.last;
        for (size_t i = next + 2; i < m_sentence.last && i - next < complementReach; ++i)
            if (m_text.folded(i) == QLatin1String("that"))
                return i;
        return m_sentence.last;
    }

    /// Where the reported clause begins; the end of the sentence when none does.
    size_t contentStart(size_t verb, size_t next) const
    {
        const size_t none = m_sentence.last;
        if (const size_t that = behindNoun(next); that < none)
            return that;
        // "made it clear the pain is still present"
        if (next + 1 < none && makesClear(verb))
            return next + 2;
        for (size_t i = next; i < m_sentence.last && i - next < complementReach; ++i) {
            if (!m_text[i].isWord() || m_text[i].span > 0)
                break;
            if (m_text.folded(i) == QLatin1String("that") || m_text.folded(i) == QLatin1String("whether"))
                return i;
            if (i == next && m_text.has(i, WordRole::Complement) && m_text.folded(i) != QLatin1String("if"))
                return i;
            // Only when, where and to whom may stand between a verb and its "that".
            if (i == next && !m_text.has(i, WordRole::Preposition) && !m_text.has(i, WordRole::Time) &&
                !m_text.isAdverb(i))
                break;
        }
        if (next >= none || m_text[next].span > 0 || m_text.isMark(next))
            return none;
        size_t start = next;
        // "said on Monday he would", "said Tuesday he would"
        while (start < none && start - next < 5 &&
               (m_text.has(start, WordRole::Time) ||
                (m_text.has(start, WordRole::Preposition) && start + 1 < none &&
                 m_text.has(start + 1, WordRole::Time))))
            ++start;
        if (start >= none || !m_text[start].isWord())
            return none;
        if (m_text.folded(start) == QLatin1String("to"))
            return (m_text.has(verb, WordRole::Cue) || intends(verb)) && start + 2 < none &&
                           m_text[start + 1].isWord() && !m_text[start + 1].isCapital &&
                           m_text[start + 1].kind == StoryToken::Kind::Word &&
                           !m_text.has(start + 1, WordRole::Determiner) &&
                           !m_text.has(start + 1, WordRole::Pronoun) &&
                           m_text.folded(verb).left(8) != QLatin1String("continue")
                       ? start
                       : none;
        if (m_text.has(start, WordRole::Preposition) || m_text.has(start, WordRole::Conjunction))
            return none;
        if (!takesClause(verb) && next == verb + 1)
            return none;
        return showsVerb(start) ? start : none;
    }

    template <size_t count>
    bool startsWithAny(size_t token, const std::array<const char *, count> &stems) const
    {
        const QString &word = m_text.folded(token);
        return std::any_of(stems.begin(), stems.end(),
                           [&](const char *stem) { return word.startsWith(QLatin1String(stem)); });
    }

    /// Verbs behind which a clause may follow without "that".
    bool takesClause(size_t verb) const
    {
        static constexpr std::array<const char *, 52> stems{
            "say",      "said",   "tell",    "told",    "think",    "thought",    "believ",  "hope",
            "hoping",   "claim",  "argu",    "add",     "insist",   "suggest",    "report",  "announc",
            "predict",  "promis", "warn",    "declar",  "admit",    "acknowledg", "confirm", "explain",
            "feel",     "felt",   "know",    "knew",    "swear",    "swore",      "vow",     "figure",
            "guess",    "reckon", "conced",  "contend", "maintain", "assur",      "wrote",   "writ",
            "tweet",    "not",    "state",   "fear",    "stress",   "reveal",     "reply",   "respond",
            "complain", "worr",   "conclud", "estimat"};
        return startsWithAny(verb, stems);
    }

    /// Verbs of wanting whose "to" is something said.
    bool intends(size_t verb) const
    {
        static constexpr std::array<const char *, 6> stems{"want", "plan", "intend", "hope", "wish", "refus"};
        return startsWithAny(verb, stems);
    }

    bool showsVerb(size_t start) const
    {
        for (size_t i = start + 1; i < m_sentence.last && i - start < clauseReach; ++i) {
            if (m_text.isSign(i, u'.') || m_text.isSign(i, u',') ||
                m_text[i].kind == StoryToken::Kind::Mark || m_text[i].kind == StoryToken::Kind::Dash)
                continue;
            if (!m_text[i].isWord())
                return false;
            if (m_text.has(i, WordRole::Be) || m_text.has(i, WordRole::Auxiliary) ||
                m_text.has(i, WordRole::Verb) ||
                (m_text.isCue(i, true) && !m_text.has(i, WordRole::NounLike)))
                return true;
            if (!m_text[i].isCapital && m_text.folded(i).endsWith(QLatin1String("ed")))
                return true;
        }
        return m_text.has(start, WordRole::Pronoun);
    }

    /// The end of what is reported: of the sentence, or where the narrator goes on.
    size_t contentEnd(size_t start) const
    {
        for (size_t i = start + 1; i < m_sentence.last; ++i) {
            if (m_text.isSign(i, u';') && m_text[i].span == 0)
                return i;
            const bool narrates = m_text.isSign(i, u',') && i + 1 < m_sentence.last &&
                                  m_text[i + 1].span == 0 &&
                                  ((m_text.has(i + 1, WordRole::Participle) && m_text.isCue(i + 1)) ||
                                   m_text.folded(i + 1) == QLatin1String("according"));
            if (narrates || (m_text.isSign(i, u',') && i + 1 < m_sentence.last && m_text[i + 1].span == 0 &&
                             contrasts(i + 1)))
                return i;
        }
        return m_sentence.last;
    }

    /// The narrator goes on with something else.
    bool contrasts(size_t token) const
    {
        const QString &word = m_text.folded(token);
        for (const char *conjunction : {"although", "though", "but", "while", "whereas", "even"})
            if (word == QLatin1String(conjunction))
                return true;
        return false;
    }

    /// ", said S" behind the words.
    bool readInverted(size_t verb, size_t from)
    {
        if (verb <= from + 3 || !m_text.isSign(verb - 1, u',') || m_text.has(verb, WordRole::Participle))
            return false;
        Attribution attribution;
        attribution.cue = {verb, verb + 1};
        attribution.speaker = m_phrases.phraseFrom(verb + 1, m_sentence.last);
        if (attribution.speaker.isEmpty() || !goesNoFurther(attribution.speaker.last) ||
            !isClause(from, verb - 1))
            return false;
        const bool isNamed = m_text[attribution.speaker.first].isCapital ||
                             m_text.has(attribution.speaker.first, WordRole::Pronoun);
        if (!isNamed && !m_phrases.subjectBefore(verb, from).isEmpty())
            return false; // "one of them, Ann Moss, said the videos ..."
        add({{from, verb - 1}}, attribution);
        return true;
    }

    /// Nothing but when and where stands behind the token in its sentence.
    bool goesNoFurther(size_t token) const
    {
        return token >= m_sentence.last || (!m_text[token].isWord() && !m_text.isSign(token, u'\'')) ||
               m_text.has(token, WordRole::Preposition) || m_text.has(token, WordRole::Time) ||
               m_text.isAdverb(token);
    }

    /// What can be a clause by itself: neither "At a rally" nor "Asked about it".
    bool isClause(size_t from, size_t to) const
    {
        size_t first = from;
        while (first < to && !m_text[first].isWord())
            ++first;
        if (first >= to || m_text.has(first, WordRole::Preposition) || m_text.has(first, WordRole::Past) ||
            m_text.has(first, WordRole::Participle))
            return false;
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

    /// "C, S said." and "S, he said, C".
    bool readAround(size_t verb, size_t from, const Attribution &clause)
    {
        const size_t subject = clause.speaker.first;
        if (subject <= from + 2 || !m_text.isSign(subject - 1, u',') || clause.speaker.last > verb)
            return false;
        if (clause.addressee.isEmpty() && !goesNoFurther(verb + 1))
            return false;
        size_t end = verb + 1;
        if (!clause.addressee.isEmpty())
            end = clause.addressee.last;
        size_t comma = end;
        while (comma < m_sentence.last && comma - end < tailReach && m_text[comma].isWord() &&
               !m_text.has(comma, WordRole::Complement))
            ++comma;
        const bool goesOn = comma + 1 < m_sentence.last && m_text.isSign(comma, u',');
        const bool verbFollows =
            goesOn && (m_text.has(comma + 1, WordRole::Be) || m_text.has(comma + 1, WordRole::Auxiliary) ||
                       m_text.has(comma + 1, WordRole::Verb));
        if (!isClause(from, subject - 1) && !verbFollows)
            return false;
        const bool isTail =
            goesOn && !verbFollows &&
            (m_text.has(comma + 1, WordRole::Past) || m_text.has(comma + 1, WordRole::Participle) ||
             m_text.has(comma + 1, WordRole::Preposition) || m_text.has(comma + 1, WordRole::Conjunction));
        if (comma == m_sentence.last || m_text.isSign(comma, u'.') || isTail) {
            add({{from, subject - 1}}, clause);
            return true;
        }
        if (comma > verb + 3 || !m_text.isSign(comma, u',') || comma + 1 >= m_sentence.last ||
            m_text[comma + 1].span > 0 || m_text.isMark(comma + 1))
            return false;
        add({{from, subject - 1}, {comma + 1, contentEnd(comma + 1)}}, clause);
        return true;
    }

    void readAccording()
    {
        for (size_t i = m_sentence.first; i + 2 < m_sentence.last; ++i) {
            if (m_text[i].span > 0 || m_text.folded(i) != QLatin1String("according") ||
                m_text.folded(i + 1) != QLatin1String("to"))
                continue;
            Attribution attribution;
            attribution.cue = {i, i + 2};
            attribution.rule = AttributionRule::According;
            attribution.speaker = m_phrases.phraseFrom(i + 2, m_sentence.last);
            if (attribution.speaker.isEmpty())
                continue;
            if (i == m_sentence.first) {
                size_t behind = i + 2;
                while (behind < m_sentence.last && !m_text.isSign(behind, u','))
                    ++behind;
                attribution.speaker.last = std::min(behind, m_sentence.last);
                if (behind + 1 < m_sentence.last && m_text.isSign(behind, u','))
                    add({{behind + 1, m_sentence.last}}, attribution);
            } else {
                const size_t end = m_text.isSign(i - 1, u',') ? i - 1 : i;
                add({{clauseFrom(i), end}}, attribution);
            }
        }
    }

    void add(std::vector<TokenSpan> pieces, const Attribution &attribution)
    {
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
        if (words < 2 || pieces.front().isEmpty())
            return;
        // What begins and ends with marks is a direct quotation.
        if (10 * marked > 8 * words && m_text.isMark(pieces.front().first))
            return;
        if (pieces.size() > 1 && pieces.front().size() < 3) // "Still, she said, ..."
            pieces.erase(pieces.begin());
        pieces.erase(std::remove_if(pieces.begin(), pieces.end(),
                                    [](const TokenSpan &piece) { return piece.isEmpty(); }),
                     pieces.end());
        m_found.push_back({std::move(pieces), attribution});
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
    std::vector<IndirectSpeech> m_found;
};

} // namespace

std::vector<IndirectSpeech> indirectSpeech(const SpeechText &text)
{
    return IndirectFinder(text).run();
}

} // namespace Lectern
