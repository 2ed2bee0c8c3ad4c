#pragma once

#include "search/corpus.h"

#include <functional>
#include <optional>

namespace Lectern {

/// Finds the live articles of one Corpus by id and by the place they come from. Makes a table of a few bytes
/// an article for each segment when it first sees it, and holds no segment. For one thread.
class ArticleIndex final
{
public:
    ArticleIndex();
    ~ArticleIndex();
    Q_DISABLE_COPY_MOVE(ArticleIndex)

    /// Finds articles of this corpus from now on.
    void setCorpus(CorpusPtr corpus);
    /// Lets go of the corpus; what is known of its segments stays for when they are seen again.
    void release();
    const CorpusPtr &corpus() const { return m_corpus; }

    std::optional<DocNumber> find(const ArticleId &id) const;
    std::optional<DocNumber> findAt(const QString &path, const QString &part) const;
    /// All that a file holds, in order.
    std::vector<DocNumber> docsAt(const QString &path) const;
    /// Calls visit(path, first, end) for neighbours that come from one file; deleted ones are among them.
    void forEachRun(const std::function<void(const QString &, DocNumber, DocNumber)> &visit) const;

private:
    struct Table;

    CorpusPtr m_corpus;
    std::vector<std::unique_ptr<const Table>> m_tables; ///< of the parts of the corpus
};

} // namespace Lectern
