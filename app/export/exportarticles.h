#pragma once

#include "export/exportoptions.h"

#include <QHash>

namespace Lectern {

/// The articles of one export, each asked for and hashed once. Holds the options by reference; for one
/// thread.
class ExportArticles final
{
public:
    explicit ExportArticles(const ExportOptions &options)
        : m_options(options)
    {}

    /// The article that a passage was cut from; null when there is none, or when its text is no longer the
    /// one that the passage was cut from.
    ArticlePtr find(const Passage &passage);
    /// MD5 of that article's text in UTF-8, 32 hexadecimal digits, as RFC 5147 wants it; empty when there is
    /// none.
    QByteArray md5(const Passage &passage);

private:
    struct Known
    {
        ArticlePtr article;
        QByteArray sha256;
        QByteArray md5;
    };
    const Known &known(const Passage &passage);

    const ExportOptions &m_options;
    QHash<QByteArray, Known> m_known; ///< by the hash that the passage names and the article's id
};

} // namespace Lectern
