#include "search/newestarticles.h"

#include "search/segment.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

/// One segment's articles from the newest on, without the deleted ones.
struct Newest
{
    const Corpus::Part *part;
    size_t at = 0;

    const ArticleColumns &columns() const { return part->segment->columns(); }
    quint32 doc() const { return columns().byDate[at]; }
    bool toLive()
    {
        while (at < columns().byDate.size() && part->deleted && (*part->deleted)[doc()])
            ++at;
        return at < columns().byDate.size();
    }
};

/// For a heap with the newest on top; between equals the earlier segment is.
bool comesLater(const Newest &a, const Newest &b)
{
    if (b.columns().comesBefore(b.doc(), a.columns(), a.doc()))
        return true;
    return !a.columns().comesBefore(a.doc(), b.columns(), b.doc()) && a.part->base > b.part->base;
}

} // namespace

Answer newestArticles(CorpusPtr corpus, const Query &nothing, size_t count)
{
    QElapsedTimer timer;
    timer.start();
    Answer answer;
    answer.query = nothing;
    answer.order = Order::DateNewest;
    auto docs = std::make_shared<std::vector<DocNumber>>();
    if (corpus) {
        std::vector<Newest> heap;
        for (const Corpus::Part &part : corpus->parts())
            if (Newest newest{&part}; newest.toLive())
                heap.push_back(newest);
        std::make_heap(heap.begin(), heap.end(), comesLater);
        while (docs->size() < count && !heap.empty()) {
            std::pop_heap(heap.begin(), heap.end(), comesLater);
            docs->push_back(heap.back().part->base + heap.back().doc());
            ++heap.back().at;
            if (heap.back().toLive())
                std::push_heap(heap.begin(), heap.end(), comesLater);
            else
                heap.pop_back();
        }
        answer.totalCount = corpus->size();
    }
    answer.docs = std::move(docs);
    answer.corpus = std::move(corpus);
    answer.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return answer;
}

} // namespace Lectern
