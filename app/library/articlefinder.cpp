#include "library/articlefinder.h"

#include "search/searcher.h"
#include "text/folding.h"
#include "text/words.h"

#include <QUrl>
#include <QUrlQuery>

namespace Lectern {

namespace {

constexpr int mostPhraseWords = 12; ///< of a quote that are looked for as a phrase

QString placeOf(const QString &path, const QString &part)
{
    return path + QChar(0) + part;
}

QString foldedTitle(const QString &title)
{
    return fold(title).simplified();
}

bool isTracking(const QString &parameter)
{
    static const QStringList names{QStringLiteral("fbclid"), QStringLiteral("gclid"),
                                   QStringLiteral("igshid"), QStringLiteral("mc_cid"),
                                   QStringLiteral("mc_eid"), QStringLiteral("ref")};
    return parameter.startsWith(QLatin1String("utm_")) || names.contains(parameter);
}

} // namespace

QString canonicalAddress(const QString &url)
{
    const QUrl parsed(url.trimmed());
    if (parsed.host().isEmpty() || !parsed.scheme().startsWith(QLatin1String("http")))
        return {};
    QString host = parsed.host().toLower();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    QString path = parsed.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    QUrlQuery query;
    for (const auto &[name, value] : QUrlQuery(parsed).queryItems(QUrl::FullyEncoded))
        if (!isTracking(name.toLower()))
            query.addQueryItem(name, value);
    return query.isEmpty() ? host + path : host + path + u'?' + query.toString(QUrl::FullyEncoded);
}

ArticleFinder::ArticleFinder(CorpusPtr corpus)
    : m_corpus(std::move(corpus))
{}

void ArticleFinder::learnPlaces()
{
    if (m_knowsPlaces)
        return;
    m_knowsPlaces = true;
    for (DocNumber doc = 0; doc < m_corpus->docLimit(); ++doc) {
        if (!m_corpus->isLive(doc))
            continue;
        m_byId.insert(m_corpus->articleId(doc), doc);
        const ArticlePlace place = m_corpus->place(doc);
        m_byPlace[placeOf(place.path, place.part)] += doc;
    }
}

void ArticleFinder::learn()
{
    if (m_isLearnt)
        return;
    m_isLearnt = true;
    for (DocNumber doc = 0; doc < m_corpus->docLimit(); ++doc) {
        if (!m_corpus->isLive(doc))
            continue;
        const ArticlePtr article = m_corpus->article(doc);
        if (const QString url = canonicalAddress(article->url()); !url.isEmpty())
            m_byUrl[url] += doc;
        if (!article->isTitleDerived())
            m_byTitle[foldedTitle(article->title())] += doc;
    }
}

std::vector<ArticlePtr> ArticleFinder::articles(const QList<DocNumber> &docs) const
{
    std::vector<ArticlePtr> found;
    if (size_t(docs.size()) <= mostArticles)
        for (const DocNumber doc : docs)
            found.push_back(m_corpus->article(doc));
    return found;
}

ArticleClues ArticleFinder::cluesOf(const Passage &passage)
{
    return {passage.article,
            passage.source.path,
            passage.source.part,
            passage.url,
            passage.titleDerived ? QString() : passage.title,
            passage.quote};
}

std::vector<ArticlePtr> ArticleFinder::withWords(const QString &words) const
{
    WordBreaker breaker;
    QString phrase;
    int count = 0;
    for (const Word &word : breaker.words(words)) {
        if (word.isPart)
            continue;
        if (count++ == mostPhraseWords)
            break;
        phrase += (phrase.isEmpty() ? QString() : QStringLiteral(" ")) + word.term;
    }
    // A word or two say nothing.
    if (count < 3)
        return {};
    const Query query = Query::parse(u'"' + phrase + u'"');
    const Answer answer = Searcher::first(m_corpus, query, Order::Relevance, mostArticles + 1);
    return articles(QList<DocNumber>(answer.docs->begin(), answer.docs->end()));
}

ArticleFinder::Found ArticleFinder::find(const ArticleClues &clues)
{
    learnPlaces();
    if (const auto same = m_byId.constFind(clues.id); same != m_byId.constEnd())
        return {ArticleMeans::Content, {m_corpus->article(*same)}};
    if (!clues.path.isEmpty()) {
        std::vector<ArticlePtr> there = articles(m_byPlace.value(placeOf(clues.path, clues.part)));
        if (!there.empty())
            return {ArticleMeans::Place, std::move(there)};
    }
    const QString url = canonicalAddress(clues.url);
    const QString title = foldedTitle(clues.title);
    if (!url.isEmpty() || !title.isEmpty())
        learn();
    if (std::vector<ArticlePtr> there = articles(m_byUrl.value(url)); !url.isEmpty() && !there.empty())
        return {ArticleMeans::Address, std::move(there)};
    if (std::vector<ArticlePtr> there = articles(m_byTitle.value(title)); !title.isEmpty() && !there.empty())
        return {ArticleMeans::Title, std::move(there)};
    if (std::vector<ArticlePtr> there = withWords(clues.words); !there.empty())
        return {ArticleMeans::Words, std::move(there)};
    return {};
}

} // namespace Lectern
