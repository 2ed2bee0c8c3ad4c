#include "search/articlesource.h"

#include "text/articlecodec.h"

#include <utility>

namespace Lectern {

qint64 ArticleSource::allTextUnits() const
{
    qint64 units = 0;
    for (quint32 doc = 0; doc < size(); ++doc)
        units += textUnits(doc);
    return units;
}

std::vector<quint32> ArticleSource::findAt(const ArticlePlace &wanted) const
{
    std::vector<quint32> found;
    for (quint32 doc = 0; doc < size(); ++doc)
        if (const ArticlePlace here = place(doc); here.path == wanted.path && here.part == wanted.part)
            found.push_back(doc);
    return found;
}

void ArticleList::append(ArticlePtr article)
{
    Q_ASSERT(article);
    m_articles.push_back(std::move(article));
    if (!m_elsewhere.empty())
        m_elsewhere.emplace_back();
}

void ArticleList::append(const ArticleSourcePtr &source, quint32 doc)
{
    if (const auto *list = dynamic_cast<const ArticleList *>(source.get())) {
        if (list->m_articles[doc])
            append(list->m_articles[doc]);
        else
            append(list->m_sources[list->m_elsewhere[doc].source], list->m_elsewhere[doc].doc);
        return;
    }
    // Articles come source after source, so that only the last ones need to be looked at.
    if (m_sources.empty() || m_sources.back() != source)
        m_sources.push_back(source);
    m_elsewhere.resize(m_articles.size());
    m_elsewhere.push_back({quint32(m_sources.size() - 1), doc});
    m_articles.emplace_back();
}

void ArticleList::squeeze()
{
    m_articles.shrink_to_fit();
    m_elsewhere.shrink_to_fit();
}

ArticlePtr ArticleList::article(quint32 doc) const
{
    return m_articles[doc] ? m_articles[doc] : sourceOf(doc).article(m_elsewhere[doc].doc);
}

ArticleId ArticleList::id(quint32 doc) const
{
    return m_articles[doc] ? m_articles[doc]->id() : sourceOf(doc).id(m_elsewhere[doc].doc);
}

ArticlePlace ArticleList::place(quint32 doc) const
{
    if (!m_articles[doc])
        return sourceOf(doc).place(m_elsewhere[doc].doc);
    const Source &source = m_articles[doc]->source();
    return {source.path, source.part};
}

quint32 ArticleList::textUnits(quint32 doc) const
{
    return m_articles[doc] ? quint32(m_articles[doc]->text().size())
                           : sourceOf(doc).textUnits(m_elsewhere[doc].doc);
}

QByteArray ArticleList::encoded(quint32 doc) const
{
    return m_articles[doc] ? encodeArticle(*m_articles[doc]) : sourceOf(doc).encoded(m_elsewhere[doc].doc);
}

} // namespace Lectern
