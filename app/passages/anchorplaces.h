#pragma once

#include "passages/anchor.h"
#include "passages/anchorcontext.h"

namespace Lectern {

/// A quote of fewer UTF-16 units may stand in a text by chance.
constexpr qsizetype tellingQuote = 20;

/// Whether a cut between these two texts goes through a word.
bool cutsWord(QStringView before, QStringView after);

/// A place of exactly the words of a passage.
struct AnchorPlace
{
    TextRange range;
    ContextAgreement context;
};

/// The places of a text where exactly the words of a passage stand, typography included, and whether one of
/// them is clearly the one that is meant. Of very many, those with the most alike surroundings are looked at.
/// Refers to what it is made of.
class AnchorPlaces
{
public:
    enum class Clarity : quint8 {
        None,
        Clear,        ///< the first place is meant
        ClearIfLikest ///< it is, unless there is another sentence nearly as much like the passage's
    };

    AnchorPlaces(const Passage &passage, const AnchorContext &context, QStringView text);

    /// The best surroundings first.
    const std::vector<AnchorPlace> &all() const { return m_places; }
    /// Whether the surroundings of the first place tell that it is meant.
    Clarity clarity() const;
    /// Whether the text around the first place stands there twice, side by side: nobody can tell which of the
    /// two was there before.
    bool isDoubled() const;
    /// Where the sentence of the passage stands, which stood once in its text and stands once in this one;
    /// null when it does not, or says too little.
    const AnchorPlace *keptSentence() const;
    /// Whether another place looks as if it had been that of the passage, which keptSentence() left.
    bool isContested(const AnchorPlace &kept, const std::vector<AnchorCandidate> &candidates) const;

private:
    bool isBeside(TextRange one, TextRange other) const;
    int sentencesKept() const;

    const Passage &m_passage;
    const AnchorContext &m_context;
    QStringView m_text;
    std::vector<AnchorPlace> m_places;
};

} // namespace Lectern
