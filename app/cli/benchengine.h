#pragma once

#include "base/result.h"
#include "cli/benchcorpus.h"
#include "cli/benchquery.h"
#include "search/corpus.h"
#include "search/query.h"

#include <vector>

namespace Lectern {

/// The engine as a benchmark sees it: everything of app/search that is measured goes through here.
class BenchEngine final
{
public:
    struct Options
    {
        QString backend; ///< one of backends()
        QString index;   ///< the files of a persistent index are this and a number
        int threads = 1; ///< of build()
        bool stems = true;
    };
    struct Hits
    {
        std::vector<DocNumber> top; ///< the best first
        qint64 total = -1;          ///< all articles that match; -1 when they were not counted
    };

    static QStringList backends();

    explicit BenchEngine(Options options);

    /// Whether the index outlives the process.
    bool isPersistent() const;
    /// Makes the index anew; it is searchable, and on disk where it is persistent, on return.
    Result<void> build(const BenchCorpus &corpus);
    /// What a program would do when it has nothing else to do: merges.
    Result<void> finish();
    /// Opens the index that an earlier process built.
    Result<void> open();
    /// Adds an article; the next search finds it.
    Result<void> add(const BenchArticle &article);

    /// The best `limit` articles; with `count` also how many match.
    Hits search(const BenchQuery &query, int limit, bool count) const;
    /// A line for each of the best hits, with matched words between <b> and </b>.
    QStringList snippets(const BenchQuery &query, const Hits &hits) const;

    /// Bytes of the index, without the articles.
    qint64 indexBytes() const { return m_corpus->indexBytes(); }
    /// What those should know who compare the figures.
    QStringList notes() const;

private:
    QString fileOf(size_t number) const;
    Result<void> store();
    Query read(const BenchQuery &query) const;

    Options m_options;
    CorpusPtr m_corpus;
};

} // namespace Lectern
