#include "library/articleindex.h"

namespace Lectern {

void ArticleIndex::add(const Corpus &corpus, DocNumber first)
{
    for (DocNumber doc = first; doc < corpus.docLimit(); ++doc) {
        if (!corpus.isLive(doc))
            continue;
        const ArticlePlace place = corpus.place(doc);
        m_byId.insert(corpus.articleId(doc), doc);
        m_byPlace.insert({place.path, place.part}, doc);
    }
}

void ArticleIndex::remove(const Corpus &corpus, const std::vector<DocNumber> &docs)
{
    for (const DocNumber doc : docs) {
        const ArticleId id = corpus.articleId(doc);
        if (m_byId.value(id, doc + 1) == doc)
            m_byId.remove(id);
        const auto [path, part] = corpus.place(doc);
        const std::pair place{path, part};
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
