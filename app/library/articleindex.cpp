#include "library/articleindex.h"

namespace Lectern {

void ArticleIndex::add(const Corpus &corpus, DocNumber first)
{
    for (DocNumber doc = first; doc < corpus.docLimit(); ++doc) {
        if (!corpus.isLive(doc))
            continue;
        const Article &article = *corpus.article(doc);
        m_byId.insert(article.id(), doc);
        m_byPlace.insert({article.source().path, article.source().part}, doc);
    }
}

void ArticleIndex::remove(const Corpus &corpus, const std::vector<DocNumber> &docs)
{
    for (const DocNumber doc : docs) {
        const Article &article = *corpus.article(doc);
        if (m_byId.value(article.id(), doc + 1) == doc)
            m_byId.remove(article.id());
        const std::pair place{article.source().path, article.source().part};
        if (m_byPlace.value(place, doc + 1) == doc)
            m_byPlace.remove(place);
    }
}

bool ArticleIndex::find(const ArticleId &id, DocNumber *doc) const
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return false;
    *doc = *found;
    return true;
}

bool ArticleIndex::findAt(const QString &path, const QString &part, DocNumber *doc) const
{
    const auto found = m_byPlace.constFind({path, part});
    if (found == m_byPlace.constEnd())
        return false;
    *doc = *found;
    return true;
}

} // namespace Lectern
