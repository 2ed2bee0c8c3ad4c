#pragma once

#include "export/exportarticles.h"

namespace Lectern {

/// How a stretch of words stands to a passage.
enum class RunKind : quint8 {
    Around, ///< of the article, not of the passage
    Kept,   ///< of the passage
    LeftOut ///< what stands for words that the user left out of the passage: " […] "
};

struct ContextRun
{
    QString text;
    RunKind kind = RunKind::Around;

    bool operator==(const ContextRun &) const = default;
};

/// A passage with what stands around it: the words of a passage in runs, in reading order. With context None
/// it is Passage::shownQuote() taken apart. Sentence and Paragraph reach out to whole sentences and blocks of
/// the article; where that is not there they reach as far as the passage's own prefix and suffix. Article is
/// treated as Paragraph here; whole articles are laid out by markedArticles().
std::vector<ContextRun> passageInContext(const Passage &passage, ExportContext context,
                                         ExportArticles &articles);

/// A paragraph of an article: its words in runs, each with the passages that it belongs to.
struct MarkedRun
{
    QString text;
    std::vector<size_t> passages; ///< indexes in the list that was exported; empty for words of none
};
struct MarkedBlock
{
    Block block;
    std::vector<MarkedRun> runs; ///< joined they are the words of the block
};

/// One article of an export with everything that was kept of it.
struct MarkedArticle
{
    ArticlePtr article;              ///< null when it is not there: the passages then stand alone
    std::vector<size_t> passages;    ///< in the order of the export
    std::vector<MarkedBlock> blocks; ///< empty without an article
};

/// The articles of an export in the order in which the passages name them first.
std::vector<MarkedArticle> markedArticles(const std::vector<Passage> &passages, ExportArticles &articles);

} // namespace Lectern
