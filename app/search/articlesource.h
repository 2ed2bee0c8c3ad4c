#pragma once

#include "text/article.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace Lectern {

/// Where an article was read from.
struct ArticlePlace
{
    QString path;
    QString part;
};

/// The articles of a segment, by document. Immutable; for any threads at once.
class ArticleSource
{
public:
    virtual ~ArticleSource() = default;
    Q_DISABLE_COPY_MOVE(ArticleSource)

    virtual quint32 size() const = 0;
    /// Never null: in the place of one that cannot be read any more stands an article that says so.
    virtual ArticlePtr article(quint32 doc) const = 0;
    virtual ArticleId id(quint32 doc) const = 0;
    virtual ArticlePlace place(quint32 doc) const = 0;
    /// The documents that come from a place; looks through all of them.
    virtual std::vector<quint32> findAt(const ArticlePlace &place) const;
    /// UTF-16 units of its text.
    virtual quint32 textUnits(quint32 doc) const = 0;
    /// What encodeArticle() makes of it; empty when it cannot be read any more.
    virtual QByteArray encoded(quint32 doc) const = 0;

    /// UTF-16 units of all texts.
    virtual qint64 allTextUnits() const;

protected:
    ArticleSource() = default;
};

using ArticleSourcePtr = std::shared_ptr<const ArticleSource>;

/// Articles that are gathered one by one: those in memory themselves, others by where to ask for them.
class ArticleList final : public ArticleSource
{
public:
    void append(ArticlePtr article);
    /// One of another source, which is kept for it unless the article is in memory.
    void append(const ArticleSourcePtr &source, quint32 doc);
    void squeeze();

    quint32 size() const override { return quint32(m_articles.size()); }
    ArticlePtr article(quint32 doc) const override;
    ArticleId id(quint32 doc) const override;
    ArticlePlace place(quint32 doc) const override;
    quint32 textUnits(quint32 doc) const override;
    QByteArray encoded(quint32 doc) const override;

private:
    /// Of an article that is not in m_articles.
    struct Elsewhere
    {
        quint32 source = 0; ///< in m_sources
        quint32 doc = 0;
    };

    const ArticleSource &sourceOf(quint32 doc) const { return *m_sources[m_elsewhere[doc].source]; }

    std::vector<ArticlePtr> m_articles; ///< null where it is elsewhere
    std::vector<Elsewhere> m_elsewhere; ///< as long as m_articles once any is elsewhere
    std::vector<ArticleSourcePtr> m_sources;
};

} // namespace Lectern
