#pragma once

#include "search/articlesource.h"
#include "search/weighting.h"

#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace Lectern {

class Segment;
using SegmentPtr = std::shared_ptr<const Segment>;

/// Numbers an article within one Corpus, from 0.
using DocNumber = quint32;

/// A snapshot of the whole index: immutable, shared between threads, made anew for every change. Readers
/// never lock.
class Corpus final : public std::enable_shared_from_this<Corpus>
{
public:
    Corpus() = default;

    /// This corpus and one more segment behind it.
    std::shared_ptr<const Corpus> with(SegmentPtr segment) const;
    /// This corpus without some articles (a bitmap beside their segment; merging drops them for good).
    /// Numbers of articles that are gone already count for nothing.
    std::shared_ptr<const Corpus> without(const std::vector<DocNumber> &docs) const;
    /// Small neighbouring segments merged, and deleted articles dropped where a quarter of a segment is gone;
    /// the order of the articles stays, their numbers do not. This very corpus when nothing was worth
    /// merging. Takes long: for a worker.
    std::shared_ptr<const Corpus> merged() const;

    /// Numbers run from 0 to docLimit()-1; those of deleted articles stay unused until merged.
    DocNumber docLimit() const { return m_limit; }
    /// Articles that are not deleted.
    qsizetype size() const { return m_live; }
    bool isLive(DocNumber doc) const;
    /// Read anew, perhaps, each time: to be held while it is looked at.
    ArticlePtr article(DocNumber doc) const;
    /// Both are told without reading the article.
    ArticleId articleId(DocNumber doc) const;
    ArticlePlace place(DocNumber doc) const;
    /// The live article of an id, those of several, and the one that comes from a place. All look through all
    /// articles: for one now and then.
    std::optional<DocNumber> find(const ArticleId &id) const;
    std::vector<DocNumber> findAll(const QSet<ArticleId> &ids) const;
    std::optional<DocNumber> findAt(const ArticlePlace &place) const;
    /// UTF-16 units of all live texts.
    qint64 textUnits() const { return m_textUnits; }
    /// Bytes of memory beside the articles themselves.
    qint64 indexBytes() const;
    /// Words of an article on average, deleted ones among them.
    double averageWords() const { return m_limit > 0 ? double(m_words) / m_limit : 0; }

    /// By averageWords().
    const Weighting &weighting() const { return m_weighting; }

    /// A segment in its place.
    struct Part
    {
        SegmentPtr segment;
        std::shared_ptr<const std::vector<bool>> deleted; ///< a bit an article; null when none is deleted
        DocNumber base = 0;                               ///< number of its first article
        DocNumber deletedCount = 0;

        /// `local` counts from 0 in the segment.
        bool isLive(DocNumber local) const { return !deleted || !(*deleted)[local]; }
    };
    /// Of these parts, one behind the other; their bases are reckoned anew.
    static std::shared_ptr<const Corpus> of(std::vector<Part> parts);
    const std::vector<Part> &parts() const { return m_parts; }
    const Part &partOf(DocNumber doc) const;
    std::vector<SegmentPtr> segments() const;

private:
    void append(Part part);

    std::vector<Part> m_parts;
    DocNumber m_limit = 0;
    qsizetype m_live = 0;
    qint64 m_textUnits = 0;
    qint64 m_words = 0;
    Weighting m_weighting{0};
};

using CorpusPtr = std::shared_ptr<const Corpus>;

} // namespace Lectern
