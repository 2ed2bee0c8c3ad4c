#include "text/article.h"

#include "text/titles.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype idLength = 32;

/// Clips blocks to the text and drops those that are empty or reach back into the one before.
void mendBlocks(const QString &text, std::vector<Block> &blocks)
{
    qsizetype end = 0;
    std::erase_if(blocks, [&](Block &block) {
        block.range = block.range.intersected({end, text.size()});
        if (block.range.isEmpty())
            return true;
        end = block.range.end;
        return false;
    });
}

/// Clips each span to the block in which it starts, drops empty ones and sorts the rest.
void mendSpans(const std::vector<Block> &blocks, std::vector<Span> &spans)
{
    std::erase_if(spans, [&](Span &span) {
        // The first block that ends beyond the start of the span.
        const auto block = std::upper_bound(blocks.begin(), blocks.end(), span.range.start,
                                            [](qsizetype at, const Block &b) { return at < b.range.end; });
        if (block == blocks.end())
            return true;
        span.range = span.range.intersected(block->range);
        return span.range.isEmpty();
    });
    std::stable_sort(spans.begin(), spans.end(),
                     [](const Span &a, const Span &b) { return a.range.start < b.range.start; });
}

std::vector<int> paragraphNumbers(const std::vector<Block> &blocks, bool titleIsBlock)
{
    std::vector<int> numbers(blocks.size(), 0);
    int number = 0;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const bool counts = blocks[i].kind != BlockKind::Image && blocks[i].kind != BlockKind::Rule;
        if (counts && (i > 0 || !titleIsBlock))
            numbers[i] = ++number;
    }
    return numbers;
}

} // namespace

Article::Article(ArticleDraft draft)
    : m_draft(std::move(draft))
    , m_id(articleId(m_draft.source.sha256, m_draft.source.part))
{
    mendBlocks(m_draft.text, m_draft.blocks);
    mendSpans(m_draft.blocks, m_draft.spans);
    const bool hasTitleBlock = !m_draft.blocks.empty() && m_draft.blocks.front().kind == BlockKind::Heading;
    if (!m_draft.titleDerived && !hasTitleBlock)
        m_draft.titleDerived = true;
    if (m_draft.titleDerived) {
        m_titleRange = derivedTitleRange(m_draft);
    } else {
        m_titleRange = m_draft.blocks.front().range;
        m_draft.title = m_draft.text.mid(m_titleRange.start, m_titleRange.length());
    }
    m_paragraphNumbers = paragraphNumbers(m_draft.blocks, !m_draft.titleDerived);
}

std::shared_ptr<const Article> Article::make(ArticleDraft draft)
{
    return std::shared_ptr<const Article>(new Article(std::move(draft)));
}

int Article::blockAt(qsizetype offset) const
{
    const auto &all = blocks();
    if (all.empty())
        return -1;
    // The last block that starts at or before the offset.
    const auto after = std::upper_bound(all.begin(), all.end(), offset, [](qsizetype at, const Block &block) {
        return at < block.range.start;
    });
    return std::max(0, int(after - all.begin()) - 1);
}

int Article::paragraphNumber(int block) const
{
    return block < 0 || size_t(block) >= m_paragraphNumbers.size() ? 0 : m_paragraphNumbers[size_t(block)];
}

ArticleId articleId(const QByteArray &sha256, const QString &part)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(sha256);
    hash.addData(QByteArray(1, '\0'));
    hash.addData(part.toUtf8());
    return QString::fromLatin1(hash.result().toHex()).first(idLength);
}

} // namespace Lectern
