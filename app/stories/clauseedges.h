#pragma once

#include "stories/speechtext.h"

namespace Lectern {

/// Tells where a reported clause or a reported thing begins and ends in its sentence, from closed words and
/// signs. English. Token positions; "the end" is that of the sentence that was given.
class ClauseEdges
{
public:
    ClauseEdges(const SpeechText &text, TokenSpan sentence)
        : m_text(text)
        , m_sentence(sentence)
    {}

    /// Where the clause behind a verb of saying begins; `next` is the first token behind the verb and whom it
    /// addresses. The end of the sentence when none does.
    size_t clauseStart(size_t verb, size_t next) const;
    /// The end of a clause: of the sentence, or where the narrator goes on.
    size_t clauseEnd(size_t start) const;
    /// Behind the prepositions that belong to a verb ("called for", "spoke about"); `next` when it has none.
    size_t behindParticle(size_t verb, size_t next) const;
    /// The end of the thing that begins at a token ("any role in the attacks"); `start` when none begins
    /// there.
    size_t objectEnd(size_t start) const;
    /// What can be a clause by itself: neither "At a rally" nor "Asked about it".
    bool isClause(size_t from, size_t to) const;
    /// Nothing but when and where stands behind the token in its sentence.
    bool goesNoFurther(size_t token) const;
    /// What can be the finite verb of a clause.
    bool isFinite(size_t token) const;
    /// "made it clear"
    bool makesClear(size_t verb) const;

private:
    size_t behindNoun(size_t next) const;
    size_t thatBehind(size_t verb, size_t next) const;
    bool narratesAgain(size_t conjunction, size_t start) const;
    bool showsVerb(size_t start) const;
    bool endsObject(size_t token) const;
    bool isWhenOrWhere(size_t token) const;

    const SpeechText &m_text;
    const TokenSpan m_sentence;
};

} // namespace Lectern
