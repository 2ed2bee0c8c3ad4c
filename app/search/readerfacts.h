#pragma once

#include "text/article.h"

#include <QHash>
#include <QSet>

namespace Lectern {

/// What a person has done with the articles: beside them, and so beside the index. A snapshot.
struct ReaderFacts
{
    struct Kept
    {
        QStringList tags;  ///< of all passages kept of the article
        QStringList notes; ///< of those that have one
    };

    QSet<ArticleId> read;
    QHash<ArticleId, Kept> kept; ///< of each article that passages were kept of
    QSet<ArticleId> starred;
    QSet<ArticleId> archived;
    QHash<ArticleId, QStringList> tags; ///< given to articles as a whole
};

} // namespace Lectern
