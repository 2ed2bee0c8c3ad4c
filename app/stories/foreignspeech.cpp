#include "stories/foreignspeech.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t complementReach = 10;  ///< tokens between a verb and its "dass"
constexpr size_t subjunctiveReach = 14; ///< tokens within which a German clause shows its mood

class ForeignFinder
{
public:
    explicit ForeignFinder(const SpeechText &text)
        : m_text(text)
        , m_finder(text)
        , m_phrases(text)
    {}

    std::vector<IndirectSpeech> clauses()
    {
        for (size_t first = 0; first < m_text.size();) {
            m_sentence = m_text.sentence(first);
            if (!readSource())
                readSentence();
            first = std::max(m_sentence.last, first + 1);
        }
        return std::move(m_found);
    }

    std::vector<IndirectSpeech> dialogue()
    {
        for (int paragraph = 0; paragraph < m_text.paragraphCount(); ++paragraph)
            readDialogue(m_text.paragraphTokens(paragraph));
        return std::move(m_found);
    }

private:
    bool isDash(size_t token) const { return m_text[token].kind == StoryToken::Kind::Dash; }

    void readSentence()
    {
        for (size_t verb = m_sentence.first; verb < m_sentence.last; ++verb) {
            if (m_text[verb].span > 0 || !m_text.isCue(verb))
                continue;
            if (readBehind(verb) || readInFront(verb))
                return;
        }
    }

    /// "S sagte, dass C", "S a dit que C", "S sagte, C" in the subjunctive.
    bool readBehind(size_t verb)
    {
        size_t that = verb + 1;
        while (that < m_sentence.last && that - verb < complementReach && m_text[that].span == 0 &&
               !m_text.has(that, WordRole::Complement) && !m_text.isSign(that, u':') && !m_text.isMark(that))
            ++that;
        size_t content = m_sentence.last;
        if (that < m_sentence.last && m_text.has(that, WordRole::Complement))
            content = that;
        else if (verb + 2 < m_sentence.last && m_text.isSign(verb + 1, u',') && isSubjunctive(verb + 2))
            content = verb + 2;
        if (content >= m_sentence.last)
            return false;
        const std::optional<Attribution> clause = m_finder.clauseAt(verb, m_sentence.first, m_sentence.last);
        if (clause)
            add({content, m_sentence.last}, *clause);
        return clause.has_value();
    }

    /// "C, sagte S." and "C, a déclaré S."
    bool readInFront(size_t verb)
    {
        size_t start = verb;
        while (start > m_sentence.first && !m_text.isSign(start - 1, u',') && m_text[start - 1].isWord() &&
               (m_text.has(start - 1, WordRole::Auxiliary) || m_text.has(start - 1, WordRole::Be)))
            --start;
        if (start < m_sentence.first + 4 || !m_text.isSign(start - 1, u','))
            return false;
        if (isDash(m_sentence.first)) // dialogue
            return false;
        for (size_t i = m_sentence.first; i < start; ++i)
            if (m_text[i].span > 0 || m_text.isMark(i))
                return false;
        Attribution attribution = m_finder.inverted(start, m_sentence.last);
        if (attribution.speaker.isEmpty())
            return false;
        add({m_sentence.first, start - 1}, attribution);
        return true;
    }

    bool isSubjunctive(size_t from) const
    {
        if (!m_text.isGerman())
            return false;
        for (size_t i = from; i < m_sentence.last && i - from < subjunctiveReach; ++i) {
            const QString &word = m_text.folded(i);
            for (const char *form :
                 {"sei",   "seien",   "habe",   "hatten", "werde", "wurde", "wurden", "musse",
                  "konne", "konnten", "solle",  "wolle",  "durfe", "gebe",  "komme",  "gehe",
                  "ware",  "waren",   "bleibe", "stehe",  "wisse", "hatte"})
                if (word == QLatin1String(form))
                    return true;
        }
        return false;
    }

    /// "Selon S, C", "Laut S ist C", "Nach Angaben der Polizei ..."
    bool readSource()
    {
        const size_t first = m_sentence.first;
        const QString &word = m_text.folded(first);
        size_t speaker = first + 1;
        if (word == QLatin1String("nach") && first + 2 < m_sentence.last &&
            (m_text.folded(first + 1) == QLatin1String("angaben") ||
             m_text.folded(first + 1) == QLatin1String("ansicht")))
            speaker = first + 2 + (m_text.folded(first + 2) == QLatin1String("von"));
        else if (word != QLatin1String("laut") && word != QLatin1String("selon") &&
                 word != QLatin1String("segun"))
            return false;
        Attribution attribution;
        attribution.cue = {first, speaker};
        attribution.rule = AttributionRule::According;
        attribution.speaker = m_phrases.phraseFrom(speaker, m_sentence.last);
        for (size_t i = speaker; i < attribution.speaker.last; ++i)
            if (m_text.isSign(i, u','))
                attribution.speaker.last = i;
        if (attribution.speaker.isEmpty() || attribution.speaker.last + 2 >= m_sentence.last)
            return false;
        add({attribution.speaker.last, m_sentence.last}, attribution);
        return true;
    }

    void readDialogue(TokenSpan paragraph)
    {
        if (paragraph.size() < 4 || !isDash(paragraph.first) || m_text.isSign(paragraph.first, u'-'))
            return;
        for (size_t i = paragraph.first; i < paragraph.last; ++i)
            if (m_text.isMark(i))
                return;
        IndirectSpeech found;
        size_t start = paragraph.first + 1;
        for (size_t i = start; i + 1 < paragraph.last; ++i) {
            const bool parts =
                isDash(i) || m_text.isSign(i, u',') || m_text.isSign(i, u'?') || m_text.isSign(i, u'!');
            if (!parts || i < start + 1)
                continue;
            const Attribution attribution = m_finder.inverted(i + 1, paragraph.last);
            if (attribution.speaker.isEmpty())
                continue;
            found.attribution = attribution;
            found.pieces.push_back({start, i + !(isDash(i) || m_text.isSign(i, u','))});
            start = attribution.speaker.last;
            while (start < paragraph.last && !m_text[start].isWord())
                ++start;
            if (start < paragraph.last)
                found.pieces.push_back({start, paragraph.last});
            break;
        }
        if (!found.pieces.empty())
            m_found.push_back(std::move(found));
    }

    void add(TokenSpan piece, const Attribution &attribution)
    {
        const auto isEdge = [this](size_t token) {
            return m_text[token].kind == StoryToken::Kind::Sign ||
                   m_text[token].kind == StoryToken::Kind::Dash;
        };
        while (!piece.isEmpty() && isEdge(piece.first))
            ++piece.first;
        while (!piece.isEmpty() && isEdge(piece.last - 1))
            --piece.last;
        if (piece.size() > 1 && !m_text.isMark(piece.first))
            m_found.push_back({{piece}, attribution});
    }

    const SpeechText &m_text;
    AttributionFinder m_finder;
    NounPhrases m_phrases;
    TokenSpan m_sentence;
    std::vector<IndirectSpeech> m_found;
};

} // namespace

std::vector<IndirectSpeech> foreignIndirectSpeech(const SpeechText &text)
{
    return ForeignFinder(text).clauses();
}

std::vector<IndirectSpeech> dashedSpeech(const SpeechText &text)
{
    return ForeignFinder(text).dialogue();
}

} // namespace Lectern
