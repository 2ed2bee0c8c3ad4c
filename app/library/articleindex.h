#pragma once

#include "search/corpus.h"

#include <QHash>

namespace Lectern {

/// Finds articles of one Corpus by id and by the place they come from.
class ArticleIndex final
{
public:
    /// Adds the live articles of a corpus from `first` on.
    void add(const Corpus &corpus, DocNumber first = 0);
    void remove(const Corpus &corpus, const std::vector<DocNumber> &docs);

    /// False when there is none.
    bool find(const ArticleId &id, DocNumber *doc) const;
    bool findAt(const QString &path, const QString &part, DocNumber *doc) const;
    bool contains(const ArticleId &id) const { return m_byId.contains(id); }

private:
    QHash<ArticleId, DocNumber> m_byId;
    QHash<std::pair<QString, QString>, DocNumber> m_byPlace;
};

} // namespace Lectern
