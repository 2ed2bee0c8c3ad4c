#include "search/articleregions.h"

#include "text/article.h"

namespace Lectern {

namespace {

/// Takes note of the first word that begins in the region, or of there being none.
void seekStart(TextRange region, const StreamedWord &word, bool *isPast, quint32 *start)
{
    if (*isPast || word.range.start < region.start)
        return;
    *isPast = true;
    if (region.contains(word.range))
        *start = word.position;
}

} // namespace

ArticleRegionFinder::ArticleRegionFinder(const Article &article)
    : m_article(article)
{
    m_regions.title = article.titleRange();
    m_regions.body = {article.isTitleDerived() ? 0 : m_regions.title.end, article.text().size()};
}

void ArticleRegionFinder::take(const StreamedWord &word)
{
    seekStart(m_regions.title, word, &m_isPastTitle, &m_regions.titleStart);
    seekStart(m_regions.body, word, &m_isPastBody, &m_regions.bodyStart);
    seekLede(word);
}

void ArticleRegionFinder::seekLede(const StreamedWord &word)
{
    const std::vector<Block> &blocks = m_article.blocks();
    for (; m_block < blocks.size() && m_regions.ledeStart == ArticleRegions::noWord; ++m_block) {
        const TextRange block = blocks[m_block].range;
        if (block.start < m_regions.body.start || !mayBeLede(blocks[m_block].kind))
            continue;
        if (word.range.start < block.start)
            return;
        if (block.contains(word.range)) {
            m_regions.lede = block;
            m_regions.ledeStart = word.position;
        }
    }
}

} // namespace Lectern
