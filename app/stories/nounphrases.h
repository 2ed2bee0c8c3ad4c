#pragma once

#include "stories/speechtext.h"

namespace Lectern {

/// Finds noun phrases without a tagger, from their edges: what can stand in one is told by lists of closed
/// words, capitals and signs.
class NounPhrases
{
public:
    explicit NounPhrases(const SpeechText &text)
        : m_text(text)
    {}

    /// The subject in front of a verb, with its apposition ("Ann Moss, who leads the council,"); tokens
    /// before `from` are not looked at. Empty when there is none.
    TokenSpan subjectBefore(size_t verb, size_t from) const;
    /// The noun phrase that begins at a token and ends before `to`, with its apposition; empty when none
    /// begins there.
    TokenSpan phraseFrom(size_t start, size_t to) const;
    /// The noun phrase that ends in front of `end`; empty when what stands there ends none.
    TokenSpan phraseBefore(size_t end, size_t from) const;
    /// Whose a noun is: "his", "Ann Moss’s" in front of it; an adjective may stand between.
    TokenSpan possessorBefore(size_t noun, size_t from) const;
    /// The first noun phrase of a stretch, which may begin with a preposition and its phrase.
    TokenSpan firstPhrase(TokenSpan stretch) const;
    /// Skips auxiliaries and adverbs to the left.
    size_t verbStart(size_t verb, size_t from) const;

private:
    bool canBegin(size_t token) const;
    bool isAbbreviationStop(size_t sign) const;
    bool bounds(size_t token) const;
    bool endsNoun(size_t token) const;
    bool joinsNames(size_t conjunction, size_t from, size_t to) const;
    size_t withoutInsertion(size_t end, size_t from) const;
    size_t nameEnd(size_t first, size_t to) const;
    size_t appositionEnd(size_t end, size_t to) const;

    const SpeechText &m_text;
};

} // namespace Lectern
