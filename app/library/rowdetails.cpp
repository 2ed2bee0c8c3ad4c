#include "library/rowdetails.h"

#include <algorithm>

namespace Lectern {

namespace {

/// The hits that lie in the title, counted from its start.
std::vector<TextRange> hitsInTitle(const Article &article, const std::vector<TextRange> &hits)
{
    std::vector<TextRange> found;
    TextRange title = article.titleRange();
    title.end = std::min(title.end, title.start + article.title().size());
    for (const TextRange &hit : hits) {
        if (hit.start >= title.end)
            break;
        if (hit.intersects(title))
            found.push_back(hit.intersected(title).shifted(-title.start));
    }
    return found;
}

} // namespace

RowDetails rowDetails(const Article &article, const std::vector<TextRange> &hits)
{
    return {snippet(article, hits), hitsInTitle(article, hits), int(hits.size())};
}

} // namespace Lectern
