#pragma once

#include "stories/attribution.h"
#include "stories/nounphrases.h"

#include <optional>

namespace Lectern {

/// Speakers that no verb tells: a name in front of a colon or behind a dash, a noun that announces the words.
/// `outer` are the tokens of a marked span with its marks.
class SpeakerLabels
{
public:
    explicit SpeakerLabels(const SpeechText &text)
        : m_text(text)
        , m_phrases(text)
    {}

    /// “...” — Name
    std::optional<Attribution> signature(TokenSpan outer) const;
    /// “NAME: ...”
    std::optional<Attribution> inside(TokenSpan outer) const;
    /// Name: “...”
    std::optional<Attribution> before(TokenSpan outer, TokenSpan sentence) const;
    /// "Her answer was: “...”", "in Moss’s words, “...”"
    std::optional<Attribution> nominal(TokenSpan outer, TokenSpan sentence) const;
    /// "She had a message for them: “...”": the subject of what a colon ends.
    std::optional<Attribution> announced(TokenSpan outer, TokenSpan sentence) const;

private:
    const SpeechText &m_text;
    NounPhrases m_phrases;
};

} // namespace Lectern
