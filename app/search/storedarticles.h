#pragma once

#include "search/articlesource.h"
#include "search/recentarticles.h"

#include <array>
#include <span>

namespace Lectern {

/// Articles that lie in a mapped file, each a Zstandard frame (RFC 8878) of what encodeArticle() made of it.
/// Whatever the arrays hold, nothing outside them is read.
class StoredArticles final : public ArticleSource
{
public:
    using Id = std::array<quint8, 16>; ///< of an ArticleId, two digits a byte

    /// As in SegmentFormat::SectionId.
    struct Arrays
    {
        std::span<const quint8> frames;
        std::span<const quint64> frameEnds;
        std::span<const quint8> dictionary;
        std::span<const Id> ids;
        std::span<const quint32> textUnits;
        std::span<const quint32> pathOf;
        std::span<const quint64> pathEnds;
        std::span<const char> paths;
        std::span<const quint64> partEnds;
        std::span<const char> parts;
        qint64 allTextUnits = 0;
    };

    /// `owner` keeps what the arrays view.
    StoredArticles(const Arrays &arrays, std::shared_ptr<const void> owner);
    ~StoredArticles() override;

    quint32 size() const override { return quint32(m_arrays.frameEnds.size()); }
    ArticlePtr article(quint32 doc) const override;
    ArticleId id(quint32 doc) const override;
    ArticlePlace place(quint32 doc) const override;
    std::vector<quint32> findAt(const ArticlePlace &place) const override;
    quint32 textUnits(quint32 doc) const override { return m_arrays.textUnits[doc]; }
    QByteArray encoded(quint32 doc) const override;
    qint64 allTextUnits() const override { return m_arrays.allTextUnits; }

private:
    struct Dictionary;

    ArticlePtr standIn(quint32 doc) const;

    std::shared_ptr<const void> m_owner;
    Arrays m_arrays;
    std::unique_ptr<const Dictionary> m_dictionary;
    mutable RecentArticles m_recent;
};

} // namespace Lectern
