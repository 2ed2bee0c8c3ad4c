#pragma once

#include "stories/speakerlabels.h"

#include <optional>

namespace Lectern {

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

    /// "a déclaré mardi la maire", "dit-elle", "sagte gestern Petra Lang": the verb first, then when, then
    /// who. `first` is where it begins; without speaker when it is no attribution. German, French and
    /// Spanish.
    Attribution inverted(size_t first, size_t to) const;

private:
    std::optional<Attribution> behind(TokenSpan outer) const;
    std::optional<Attribution> before(TokenSpan outer) const;
    std::optional<Attribution> according(TokenSpan outer, TokenSpan sentence) const;
    size_t lastInside(TokenSpan outer) const;
    std::optional<Attribution> subjectOf(TokenSpan sentence) const;
    bool isNamedApart(size_t first, size_t verb) const;
    bool isObjectPronoun(TokenSpan phrase) const;
    TokenSpan relatedSubject(size_t end, size_t from) const;
    TokenSpan addressee(size_t verb, size_t to) const;
    size_t clauseStart(size_t token, size_t from) const;

    const SpeechText &m_text;
    NounPhrases m_phrases;
    SpeakerLabels m_labels;
};

} // namespace Lectern
