#pragma once

#include "base/textrange.h"
#include "search/articleregions.h"
#include "search/nearness.h"
#include "search/querynode.h"
#include "text/stemming.h"
#include "search/wordscan.h"
#include "search/wordsieve.h"
#include "text/wordstream.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Lectern {

class Article;

/// Where a word or phrase occurs: from its first word to its last.
struct Place
{
    WordSpan words;
    TextRange range; ///< in UTF-16 units of the article's text
};

/// Finds all places of words and phrases in one article, by going through its text once: where the words of
/// the leaves begin with ASCII only what is around them is cut into words, and otherwise words that no leaf
/// can mean are told by a look at their hash and first letters. For one thread.
class PlaceFinder final
{
public:
    /// Adds a Term, Prefix, Wildcard, Fuzzy or Phrase of Text, Title or Lede; gives its number, from 0.
    size_t add(const QueryNode &leaf);
    /// Sees to it that find() tells where the lede is and where regions start, whatever the leaves need.
    void needRegions() { m_needsRegions = true; }
    /// Sees to it that Place::words tells how far places are apart, and not only which of them touch.
    void needPositions() { m_needsPositions = true; }
    void find(const Article &article);
    /// The places that find() found, ascending by their last word.
    const std::vector<Place> &places(size_t leaf) const { return m_places[leaf]; }
    /// The regions that find() found; title and body alone when nobody needs more.
    const ArticleRegions &regions() const { return m_regions; }

private:
    /// A word of a leaf: what a word of the text must fit on the way to the last.
    struct Step
    {
        size_t leaf = 0;
        qsizetype word = 0; ///< its number in the leaf
        bool last = false;
        QString spelling; ///< as written, when it must be spelled so
        std::string wanted; ///< the word in UTF-8
        std::string stem;   ///< in the language of the article, when its leaf has stems
        bool prefix = false;
    };

    void setLanguage(const QString &language);
    void fillSieve();
    void seekWord(std::string_view word);
    void seekBeginning(std::string_view beginning);
    void findAll(const Article &article);
    void findByScan();
    bool holdsWords(TextRange gap);
    WordSieve::Steps stepsFitting(std::string_view word) const;
    void take(const StreamedWord &word);
    void moveTo(quint32 position);
    void moveOn();
    void reach(size_t number, const StreamedWord &word);
    bool mayBegin(const QueryNode &leaf, quint32 position) const;

    static constexpr qsizetype none = -1;

    std::vector<QueryNode> m_leaves;
    std::vector<Step> m_steps;
    std::optional<Stemmer> m_stemmer; ///< null until an article came
    QString m_language;
    WordSieve m_sieve;
    WordScan m_scan;
    WordStream m_stream;
    bool m_needsRegions = false;
    bool m_needsPositions = false;
    bool m_hasPhrases = false;

    QString m_text;
    ArticleRegions m_regions;
    qsizetype m_offset = 0;          ///< where the stretch under way begins
    quint32 m_first = 0;             ///< the position of its first word
    quint32 m_position = 0;          ///< of the last word that fitted anything
    std::vector<qsizetype> m_before; ///< of each step: where what reached it at the position before began
    std::vector<qsizetype> m_here;   ///< the same for the position under way
    std::vector<size_t> m_left;      ///< steps set in m_before
    std::vector<size_t> m_reached;   ///< steps set in m_here
    std::vector<std::vector<Place>> m_places;
};

} // namespace Lectern
