#pragma once

#include "search/articlecolumns.h"
#include "search/articlesource.h"
#include "search/fieldindex.h"
#include "search/querynode.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace Lectern {

/// The stem classes of the words of a text in one language.
struct StemStorage
{
    std::string language;           ///< primary subtag, as in the language field
    std::vector<std::byte> classes; ///< for StemClassesView
};

/// A view of StemStorage.
struct StemArrays
{
    std::string language;
    std::span<const std::byte> classes;
};

/// The arrays of a segment, wherever they lie.
struct SegmentArrays
{
    /// Text, Title, Outlet, Author, File, Format and Language in the order of QueryField, and Tag: fields
    /// that hold words. The lede is a part of the text.
    static constexpr size_t fieldCount = 8;
    ArticleColumns columns;
    std::array<FieldArrays, fieldCount> fields;
    FieldArrays pairs;
    FieldArrays mirror; ///< the words of the text, each from its last letter to its first, without postings
    std::vector<std::string> pairWords; ///< ascending
    std::vector<StemArrays> stems;
    qint64 textUnits = 0; ///< UTF-16 units of all texts
};

/// The arrays of a segment in memory.
struct SegmentStorage
{
    ArticleColumnsStorage columns;
    std::array<FieldStorage, SegmentArrays::fieldCount> fields;
    FieldStorage pairs;
    FieldStorage mirror;
    std::vector<std::string> pairWords;
    std::vector<StemStorage> stems; ///< by language

    SegmentArrays arrays() const;
};

/// Some articles and where their words stand. Immutable, shared between threads. Documents count from 0.
class Segment final
{
public:
    /// `owner` keeps what the arrays view.
    Segment(SegmentArrays arrays, ArticleSourcePtr articles, std::shared_ptr<const void> owner);
    Q_DISABLE_COPY_MOVE(Segment)

    quint32 size() const { return m_arrays.columns.size(); }
    const SegmentArrays &arrays() const { return m_arrays; }
    const ArticleColumns &columns() const { return m_arrays.columns; }
    const ArticleSourcePtr &articles() const { return m_articles; }
    const FieldIndex &field(QueryField field) const { return m_fields[slotOf(field)]; }
    /// Two common words side by side as a term (pairTerm()); complete for the words of pairWords().
    const FieldIndex &pairs() const { return m_pairs; }
    /// mirrored() of each word of the text; has no terms where these are so few that nobody needs it.
    const FieldIndex &mirror() const { return m_mirror; }
    bool hasPairsOf(std::string_view word) const;
    const std::vector<StemArrays> &stems() const { return m_arrays.stems; }
    /// By which the greatest parts of scores were reckoned.
    double averageWords() const { return m_averageWords; }
    qint64 wordCount() const { return m_arrays.columns.wordCount; }
    /// UTF-16 units of all texts.
    qint64 textUnits() const { return m_arrays.textUnits; }
    /// Memory beside the articles themselves.
    qint64 indexBytes() const;

    /// The index of a field among SegmentArrays::fields.
    static size_t slotOf(QueryField field);

private:
    std::shared_ptr<const void> m_owner;
    SegmentArrays m_arrays;
    ArticleSourcePtr m_articles;
    std::array<FieldIndex, SegmentArrays::fieldCount> m_fields;
    FieldIndex m_pairs;
    FieldIndex m_mirror;
    double m_averageWords = 0;
};

} // namespace Lectern
