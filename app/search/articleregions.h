#pragma once

#include "base/textrange.h"
#include "text/block.h"
#include "text/wordstream.h"

#include <limits>

namespace Lectern {

class Article;

/// Whether the lede may be a block of that kind: the sign that stands for a picture or a rule is no word of
/// the text.
constexpr bool mayBeLede(BlockKind kind)
{
    return kind != BlockKind::Image && kind != BlockKind::Rule;
}

/// Where the parts of an article stand that queries tell apart, in UTF-16 units of its text, and the
/// positions of the first words in them.
struct ArticleRegions
{
    static constexpr quint32 noWord = std::numeric_limits<quint32>::max();

    TextRange title; ///< Article::titleRange()
    TextRange body;  ///< behind a title of its own; all of the text when the title is taken from it
    TextRange lede;  ///< the first block of the body that holds words; empty when there is none
    quint32 titleStart = noWord;
    quint32 bodyStart = noWord;
    quint32 ledeStart = noWord;
};

/// Finds the regions of one article while its words go by. The article must outlive this.
class ArticleRegionFinder final
{
public:
    /// Knows the title and the body at once.
    explicit ArticleRegionFinder(const Article &article);

    /// Every word of the text, in order.
    void take(const StreamedWord &word);
    /// What is known by now: all that begins at the word taken last or before it.
    const ArticleRegions &regions() const { return m_regions; }
    /// Whether further words change nothing.
    bool isDone() const
    {
        return m_isPastTitle && m_isPastBody && m_regions.ledeStart != ArticleRegions::noWord;
    }

private:
    void seekLede(const StreamedWord &word);

    const Article &m_article;
    ArticleRegions m_regions;
    size_t m_block = 0; ///< the first that may be the lede
    bool m_isPastTitle = false;
    bool m_isPastBody = false;
};

} // namespace Lectern
