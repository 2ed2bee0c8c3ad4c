#pragma once

#include "stories/clauseedges.h"
#include "stories/indirectspeech.h"

#include <optional>

namespace Lectern {

/// What is reported in front of its attribution or around it: "C, S said", "C, said S", "S, he said, C", "As
/// S noted, C" and "according to S, C". English. Nothing where the attribution is none of this kind.
class ParentheticalSpeech
{
public:
    ParentheticalSpeech(const SpeechText &text, TokenSpan sentence)
        : m_text(text)
        , m_phrases(text)
        , m_edges(text, sentence)
        , m_sentence(sentence)
    {}

    /// "C, said S": by the verb.
    std::optional<IndirectSpeech> inverted(size_t verb) const;
    /// "C, S said" and "S, he said, C": by the verb and its clause.
    std::optional<IndirectSpeech> around(size_t verb, const Attribution &clause) const;
    /// "As S noted, C": by the verb and its clause.
    std::optional<IndirectSpeech> as(size_t verb, const Attribution &clause) const;
    /// By the "according".
    std::optional<IndirectSpeech> according(size_t i) const;

private:
    size_t clauseFrom(size_t token) const;
    size_t contentFrom(size_t token) const;
    size_t commaBefore(size_t token) const;
    bool speaks(TokenSpan clause) const;
    bool isSaying(size_t verb) const;
    bool opensOnly(size_t from, size_t end) const;

    const SpeechText &m_text;
    NounPhrases m_phrases;
    ClauseEdges m_edges;
    TokenSpan m_sentence;
};

} // namespace Lectern
