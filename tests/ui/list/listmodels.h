#pragma once

#include "library/articlelistmodel.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

namespace Lectern::Testing {

/// The day that is called today in these tests.
inline const QDate today(2021, 9, 30);

/// `count` articles, `perDay` of them on each day from today back, titled "Title 0", "Title 1" and so on,
/// newest first, a second apart.
inline std::vector<ArticlePtr> datedArticles(int count, int perDay)
{
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < count; ++i) {
        const QDateTime published(today.addDays(-(i / perDay)), QTime(12, 0).addSecs(-(i % perDay)), Qt::UTC);
        articles.push_back(makeArticle(QStringLiteral("Title %1").arg(i),
                                       QStringLiteral("The son of number %1 came home.").arg(i),
                                       QStringLiteral("Harbour Post"),
                                       published.toString(Qt::ISODate)));
    }
    return articles;
}

inline CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles)
        builder.add(article);
    return Corpus().with(builder.build());
}

inline Answer ask(const std::vector<ArticlePtr> &articles, const QString &query = {},
                  Order order = Order::DateNewest)
{
    return Searcher::search(corpusOf(articles), Query::parse(query), order);
}

/// An answer of a million rows out of a thousand articles, each shown a thousand times: the view cannot tell.
inline Answer millionRows()
{
    Answer answer = ask(datedArticles(1000, 1));
    std::vector<DocNumber> docs;
    docs.reserve(1'000'000);
    for (const DocNumber doc : *answer.docs)
        docs.insert(docs.end(), 1000, doc);
    answer.docs = std::make_shared<const std::vector<DocNumber>>(std::move(docs));
    return answer;
}

} // namespace Lectern::Testing
