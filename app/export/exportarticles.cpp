#include "export/exportarticles.h"

#include <QCryptographicHash>

namespace Lectern {

const ExportArticles::Known &ExportArticles::known(const Passage &passage)
{
    const QByteArray key = passage.textSha256 + passage.article.toUtf8() + '\n' +
                           passage.source.path.toUtf8() + '\n' + passage.source.part.toUtf8();
    const auto found = m_known.constFind(key);
    if (found != m_known.cend())
        return *found;
    Known known;
    if (m_options.article)
        known.article = m_options.article(passage);
    if (known.article) {
        const QByteArray bytes = known.article->text().toUtf8();
        known.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        known.md5 = QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
        if (known.sha256 != passage.textSha256)
            known = {};
    }
    return *m_known.insert(key, known);
}

ArticlePtr ExportArticles::find(const Passage &passage)
{
    const ArticlePtr &article = known(passage).article;
    const bool fits =
        article && article->text().mid(passage.range.start, passage.range.length()) == passage.quote;
    return fits ? article : nullptr;
}

QByteArray ExportArticles::md5(const Passage &passage)
{
    return find(passage) ? known(passage).md5 : QByteArray();
}

} // namespace Lectern
