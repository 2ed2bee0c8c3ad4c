#pragma once

#include "search/placefinder.h"
#include "search/readerfacts.h"

#include <QRegularExpression>

#include <vector>

namespace Lectern {

/// Decides on an article's own words whether a leaf of a query matches, where the index can only say that it might:
/// spellings, beginnings, expressions, and nearness of more than plain words. For one thread.
class TextMatcher final
{
public:
    /// A Term, Prefix, Wildcard, Fuzzy, Phrase, Near or Regex.
    explicit TextMatcher(const QueryNode &leaf);

    struct Found
    {
        bool matches = false;
        quint32 places = 0; ///< as Kind::Count counts them
    };
    Found find(const Article &article, const ReaderFacts *facts);

private:
    Found findPlaces(const Article &article);
    Found findPattern(const Article &article);
    quint32 countNear() const;

    QueryNode m_leaf;
    QueryField m_field;
    PlaceFinder m_finder;
    std::vector<std::vector<size_t>> m_parts; ///< of each child of a Near, else of the leaf: numbers in m_finder
    QRegularExpression m_pattern;
};

/// The texts of a field that are searched each by itself, for fields that are no part of the article's text.
QStringList fieldTexts(const Article &article, QueryField field, const ReaderFacts *facts);

} // namespace Lectern
