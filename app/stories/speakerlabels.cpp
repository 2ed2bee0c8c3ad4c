#include "stories/speakerlabels.h"

namespace Lectern {

namespace {

constexpr size_t adjacent = 12; ///< tokens between a noun and the words that it announces

} // namespace

/// “WALLACE: Let's start ...”
std::optional<Attribution> SpeakerLabels::inside(TokenSpan outer) const
{
    TokenSpan name{outer.first + 1, outer.first + 1};
    while (name.last < outer.last && name.size() < 4 && m_text[name.last].isWord() &&
           m_text[name.last].isCapital)
        ++name.last;
    if (name.isEmpty() || name.last >= outer.last || !m_text.isSign(name.last, u':'))
        return std::nullopt;
    const QString words = m_text.words(name);
    if (words != words.toUpper() || words.size() < 3)
        return std::nullopt;
    return Attribution{name, {}, {}, AttributionRule::Label};
}

std::optional<Attribution> SpeakerLabels::signature(TokenSpan outer) const
{
    size_t first = outer.last;
    if (first < m_text.size() && m_text[first].kind == StoryToken::Kind::Sign)
        ++first;
    if (first + 1 >= m_text.size() || m_text[first].kind != StoryToken::Kind::Dash ||
        m_text.isSign(first, u'-'))
        return std::nullopt;
    TokenSpan name{first + 1, first + 1};
    const int paragraph = m_text.paragraph(outer.first);
    while (name.last < m_text.size() && m_text.paragraph(name.last) == paragraph && name.size() < 6 &&
           ((m_text[name.last].isWord() && m_text[name.last].isCapital) || m_text.isSign(name.last, u'.')))
        ++name.last;
    const bool ends = name.last == m_text.size() || m_text.paragraph(name.last) != paragraph ||
                      m_text.isSign(name.last, u',') || m_text.isMark(name.last);
    while (!name.isEmpty() && !m_text[name.last - 1].isWord())
        --name.last;
    if (!ends || name.isEmpty() || m_text.has(name.first, WordRole::Pronoun))
        return std::nullopt;
    return Attribution{name, {}, {}, AttributionRule::Label};
}

std::optional<Attribution> SpeakerLabels::before(TokenSpan outer, TokenSpan sentence) const
{
    if (outer.first < sentence.first + 2 || !m_text.isSign(outer.first - 1, u':'))
        return std::nullopt;
    const size_t paragraph = m_text.paragraphTokens(m_text.paragraph(outer.first)).first;
    TokenSpan name{outer.first - 1, outer.first - 1};
    while (name.first > paragraph && m_text[name.first - 1].kind != StoryToken::Kind::Dash) {
        const size_t token = name.first - 1;
        const bool joins = m_text.folded(token) == QLatin1String("and") || m_text.isSign(token, u'.');
        if (name.size() > 5 || !((m_text[token].isWord() && m_text[token].isCapital) || joins))
            return std::nullopt;
        --name.first;
    }
    if (name.size() == 0)
        return std::nullopt;
    return Attribution{name, {}, {}, AttributionRule::Label};
}

/// "Her answer was: “...”", "in Moss’s words, “...”"
std::optional<Attribution> SpeakerLabels::nominal(TokenSpan outer, TokenSpan sentence) const
{
    size_t end = outer.first;
    if (end > sentence.first && (m_text.isSign(end - 1, u':') || m_text.isSign(end - 1, u',')))
        --end;
    size_t noun = end;
    for (size_t i = end; i-- > sentence.first && end - i < adjacent && m_text[i].span == 0;) {
        if (m_text.has(i, WordRole::SpeechNoun)) {
            noun = i;
            break;
        }
    }
    if (noun == end || (noun + 1 < end && !m_text.has(end - 1, WordRole::Be) && !m_text.isSign(end, u':')))
        return std::nullopt;
    Attribution found;
    found.speaker = m_phrases.possessorBefore(noun, sentence.first);
    found.cue = {noun, noun + 1};
    found.rule = AttributionRule::Beside;
    if (found.speaker.isEmpty())
        return std::nullopt;
    return found;
}

/// "She had a message for them: “...”": the subject of what a colon ends.
std::optional<Attribution> SpeakerLabels::announced(TokenSpan outer, TokenSpan sentence) const
{
    if (outer.first < sentence.first + 3 || !m_text.isSign(outer.first - 1, u':'))
        return std::nullopt;
    Attribution found;
    found.speaker = m_phrases.firstPhrase({sentence.first, outer.first - 1});
    found.rule = AttributionRule::Farther;
    if (found.speaker.isEmpty() || found.speaker.last >= outer.first - 1)
        return std::nullopt;
    return found;
}

} // namespace Lectern
