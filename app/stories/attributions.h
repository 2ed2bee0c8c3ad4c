#pragma once

#include "stories/nounphrases.h"

#include <optional>

namespace Lectern {

/// How a speaker was found, surest first.
enum class AttributionRule : quint8 {
    Beside,    ///< right behind or right before the words: “...,” she said
    According, ///< according to S
    Label,     ///< Name: “...”
    Carried,   ///< of the piece before in the same paragraph
    Farther,   ///< a verb of saying elsewhere in the sentence
    Previous,  ///< the subject of the sentence before
    Continued, ///< a paragraph that opens with a mark: the speaker before
    Guess      ///< the last sentence of the paragraph before
};

/// Who is said to say something. Token spans are empty where nothing was found.
struct Attribution
{
    TokenSpan speaker;
    TokenSpan cue;
    TokenSpan addressee;
    AttributionRule rule = AttributionRule::Guess;
};

/// Finds the attribution of marked spans by their context, without what other spans say.
class AttributionFinder
{
public:
    explicit AttributionFinder(const SpeechText &text);

    /// In the sentence of a span: behind it, before it, farther off. `outer` are the tokens of the span with
    /// its marks.
    std::optional<Attribution> inSentence(TokenSpan outer) const;
    /// The subject of the sentence before, in the same paragraph.
    std::optional<Attribution> inSentenceBefore(TokenSpan outer) const;
    /// The last sentence of the paragraph before: a guess.
    std::optional<Attribution> inParagraphBefore(TokenSpan outer) const;

    /// The cue at a verb with its subject, looked for from `from` on; nothing where the verb has none.
    std::optional<Attribution> clauseAt(size_t verb, size_t from, size_t to) const;

private:
    std::optional<Attribution> behind(TokenSpan outer) const;
    std::optional<Attribution> before(TokenSpan outer) const;
    std::optional<Attribution> according(TokenSpan outer, TokenSpan sentence) const;
    std::optional<Attribution> speakerInside(TokenSpan outer) const;
    size_t lastInside(TokenSpan outer) const;
    /// “...” — Name
    std::optional<Attribution> signature(TokenSpan outer) const;
    /// Name: “...”
    std::optional<Attribution> label(TokenSpan outer, TokenSpan sentence) const;
    std::optional<Attribution> subjectOf(TokenSpan sentence) const;
    TokenSpan addressee(size_t verb, size_t to) const;
    size_t clauseStart(size_t token, size_t from) const;

    const SpeechText &m_text;
    NounPhrases m_phrases;
};

} // namespace Lectern
