#include "export/passagecontext.h"

#include "text/sentences.h"

#include <set>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// The words between two offsets and around them: whole sentences or whole blocks.
TextRange reachOf(const Article &article, TextRange range, ExportContext context)
{
    const qsizetype last = std::max(range.start, range.end - 1);
    if (context == ExportContext::Sentence) {
        const TextRange first = sentenceAt(article, range.start);
        const TextRange end = sentenceAt(article, last);
        return {std::min(first.start, range.start), std::max(end.end, range.end)};
    }
    const int first = article.blockAt(range.start);
    const int end = article.blockAt(last);
    if (first < 0 || end < 0)
        return range;
    return {std::min(article.blocks()[size_t(first)].range.start, range.start),
            std::max(article.blocks()[size_t(end)].range.end, range.end)};
}

void addRun(std::vector<ContextRun> &runs, const QString &text, RunKind kind)
{
    if (!text.isEmpty())
        runs.push_back({text, kind});
}

/// The pieces of the passage as shownQuote() shows them.
void addPieces(std::vector<ContextRun> &runs, const Passage &passage)
{
    if (passage.omitted.empty())
        return addRun(runs, passage.quote, RunKind::Kept);
    bool isFirst = true;
    for (const TextRange &piece : passage.pieces()) {
        if (!std::exchange(isFirst, false))
            addRun(runs, u" […] "_s, RunKind::LeftOut);
        addRun(runs, passage.quote.mid(piece.start - passage.range.start, piece.length()).trimmed(),
               RunKind::Kept);
    }
}

/// Cuts a block where a passage begins or ends in it.
MarkedBlock marked(const Article &article, const Block &block, const std::vector<Passage> &passages,
                   const std::vector<size_t> &chosen)
{
    std::vector<std::pair<TextRange, size_t>> pieces;
    std::set<qsizetype> cuts{block.range.start, block.range.end};
    for (const size_t index : chosen)
        for (const TextRange &piece : passages[index].pieces())
            if (piece.intersects(block.range)) {
                const TextRange inside = piece.intersected(block.range);
                pieces.emplace_back(inside, index);
                cuts.insert({inside.start, inside.end});
            }
    MarkedBlock result{block, {}};
    for (auto cut = cuts.begin(), next = std::next(cut); next != cuts.end(); ++cut, ++next) {
        const TextRange range{*cut, *next};
        MarkedRun run{article.text().mid(range.start, range.length()), {}};
        for (const auto &[piece, index] : pieces)
            if (piece.contains(range))
                run.passages.push_back(index);
        result.runs.push_back(std::move(run));
    }
    return result;
}

} // namespace

std::vector<ContextRun> passageInContext(const Passage &passage, ExportContext context,
                                         ExportArticles &articles)
{
    std::vector<ContextRun> runs;
    if (context == ExportContext::None) {
        addPieces(runs, passage);
        return runs;
    }
    QString before = passage.prefix;
    QString after = passage.suffix;
    if (const ArticlePtr article = articles.find(passage)) {
        const TextRange reach = reachOf(*article, passage.range, context);
        before = article->text().mid(reach.start, passage.range.start - reach.start);
        after = article->text().mid(passage.range.end, reach.end - passage.range.end);
    }
    addRun(runs, before, RunKind::Around);
    addPieces(runs, passage);
    addRun(runs, after, RunKind::Around);
    return runs;
}

std::vector<MarkedArticle> markedArticles(const std::vector<Passage> &passages, ExportArticles &articles)
{
    std::vector<MarkedArticle> result;
    QHash<const Article *, size_t> places;
    for (size_t i = 0; i < passages.size(); ++i) {
        const ArticlePtr article = articles.find(passages[i]);
        const auto known = article ? places.constFind(article.get()) : places.cend();
        if (known != places.cend()) {
            result[*known].passages.push_back(i);
            continue;
        }
        if (article)
            places.insert(article.get(), result.size());
        result.push_back({article, {i}, {}});
    }
    for (MarkedArticle &one : result)
        if (one.article)
            for (const Block &block : one.article->blocks())
                one.blocks.push_back(marked(*one.article, block, passages, one.passages));
    return result;
}

} // namespace Lectern
