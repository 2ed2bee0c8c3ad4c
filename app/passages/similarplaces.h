#pragma once

#include "passages/anchor.h"
#include "passages/anchorcontext.h"
#include "passages/anchorseeds.h"

#include <memory>

namespace Lectern {

/// Places of one text that are like a quote: rare words say where to look, the edit distance of the folded
/// texts how alike they are. Learns the text when it is first asked; not thread-safe. The text must outlive
/// it.
class SimilarPlaces
{
public:
    /// A place that is less like the quote is none.
    static constexpr double leastScore = 0.5;

    explicit SimilarPlaces(QStringView text)
        : m_text(text)
    {}

    /// In no order; their ends are those of words.
    std::vector<AnchorCandidate> of(const Passage &passage, const AnchorContext &context);
    /// Whether no other stretch of the text is nearly as much like the sentence as the one around the place.
    bool isLikest(const QString &sentence, TextRange place);

private:
    AnchorSeeds &seeds();
    AnchorCandidate refined(const Passage &passage, TextRange window) const;

    QStringView m_text;
    std::unique_ptr<AnchorSeeds> m_seeds;
};

} // namespace Lectern
