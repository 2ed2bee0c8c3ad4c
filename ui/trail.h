#pragma once

#include "text/article.h"

#include <vector>

namespace Lectern {

/// The articles that were read one after the other, as a browser keeps its pages: who goes back and then
/// elsewhere leaves the way ahead. Places in articles are remembered by the reading log.
class Trail final
{
public:
    static constexpr size_t longest = 500; ///< articles; the oldest are forgotten

    /// An article is read; the one that is read already, or was reached by going back or forward, is no step.
    void visit(const ArticleId &id);
    bool canGo(int step) const;
    /// The article `step` places on (+1) or back (-1), which is where the reader is from now on; "" for none.
    ArticleId go(int step);

private:
    std::vector<ArticleId> m_ids;
    size_t m_at = 0;
};

} // namespace Lectern
