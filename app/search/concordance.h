#pragma once

#include "base/textrange.h"
#include "search/searcher.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Lectern {

/// By what the lines of a concordance are ordered: the n-th word to the left or to the right, the words of
/// the hit (all folded, by code points; where there is no word comes first), the article's date (newest
/// first) or title.
enum class LineKey : quint8 {
    Left1,
    Left2,
    Left3,
    Left4,
    Left5,
    Hit,
    Right1,
    Right2,
    Right3,
    Right4,
    Right5,
    Date,
    Title
};

/// "left1" to "left5", "hit", "right1" to "right5", "date" or "title".
std::optional<LineKey> lineKeyNamed(QStringView name);

/// One hit with what stands around it. Ranges are UTF-16 units of the article's text.
struct ConcordanceLine
{
    ArticlePtr article;
    TextRange left;
    TextRange hit;
    TextRange right;
};

/// All hits of an answer, a line each, ordered by the words around them. Lines are kept as places; their
/// texts are cut when they are asked for. Made and sorted on a worker, then read by any one thread.
class Concordance final
{
public:
    /// The lines in the order of the answer's articles; null when asked to stop.
    static std::unique_ptr<Concordance> make(const Answer &answer, const std::stop_token &stop = {});

    size_t lineCount() const { return m_order.size(); }
    /// How many articles have lines.
    size_t articleCount() const { return m_docs.size(); }
    /// A line with at most `width` code points on each side.
    ConcordanceLine line(size_t index, qsizetype width) const;
    /// Orders the lines by the first key, then by the second and so on, then as they were found. False and
    /// unchanged when asked to stop.
    bool sort(const std::vector<LineKey> &keys, const std::stop_token &stop = {});

private:
    /// Where a hit stands.
    struct Place
    {
        quint32 article; ///< in m_docs
        quint32 start;
        quint32 end;
    };
    using Column = std::vector<quint32>; ///< of each place, how it ranks by a key

    explicit Concordance(CorpusPtr corpus);
    std::optional<std::vector<Column>> columns(const std::vector<LineKey> &keys,
                                               const std::stop_token &stop) const;
    bool readWords(const std::vector<LineKey> &keys, std::vector<Column> *columns,
                   const std::stop_token &stop) const;
    Column ofArticles(const std::vector<quint32> &ranks) const;
    std::vector<quint32> dateRanks() const;
    std::vector<quint32> titleRanks() const;

    CorpusPtr m_corpus;
    std::vector<DocNumber> m_docs;
    std::vector<Place> m_places;  ///< as they were found
    std::vector<quint32> m_order; ///< numbers of places
};

} // namespace Lectern
