#pragma once

#include "library/articlelistmodel.h"
#include "search/corpus.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

namespace Lectern::Testing {

inline const QDate today(2021, 9, 30); // a Thursday

inline CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles)
        builder.add(article);
    return Corpus().with(builder.build());
}

inline ArticlePtr dated(const QString &published, const QString &title = QStringLiteral("Title"))
{
    static int number = 0;
    return makeArticle(title, QStringLiteral("Text number %1.").arg(++number), QStringLiteral("Outlet"),
                       published);
}

inline Answer ask(const CorpusPtr &corpus, const QString &query, Order order)
{
    return Searcher::search(corpus, Query::parse(query), order);
}

/// Every row in words: "[label size]" for sections, the title for articles.
inline QStringList rowsOf(const ArticleListModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const QString text = index.data().toString();
        const bool isSection = index.data(ArticleListModel::IsSectionRole).toBool();
        const int size = index.data(ArticleListModel::SectionSizeRole).toInt();
        rows += isSection ? QStringLiteral("[%1 %2]").arg(text).arg(size) : text;
    }
    return rows;
}

} // namespace Lectern::Testing
