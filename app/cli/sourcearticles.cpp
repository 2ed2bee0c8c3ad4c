#include "cli/sourcearticles.h"

#include <algorithm>

namespace Lectern {

const ImportOutcome &SourceArticles::read(const QString &path)
{
    const auto known = m_read.constFind(path);
    return known != m_read.cend() ? *known : *m_read.insert(path, m_sandbox.read(path, {}));
}

ArticlePtr SourceArticles::find(const Passage &passage)
{
    if (passage.source.path.isEmpty())
        return nullptr;
    const std::vector<ArticlePtr> &articles = read(passage.source.path).articles;
    const auto same = std::find_if(articles.begin(), articles.end(), [&passage](const ArticlePtr &article) {
        return article->source().part == passage.source.part;
    });
    return same == articles.end() ? nullptr : *same;
}

} // namespace Lectern
