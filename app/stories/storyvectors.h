#pragma once

#include "stories/storyterms.h"

#include <unordered_map>

namespace Lectern {

/// How often names occur in a library, and words of languages of which no background frequencies are known:
/// told from a sample of its articles and in steps, so that it seldom changes when one article comes.
struct StoryReference
{
    using Steps =
        std::unordered_map<quint32, int>; ///< 1, 2, 3... for what is in 3, 6, 12... articles or more

    int sizeStep = 0; ///< of how many articles there are
    Steps names;      ///< rarer ones are not there
    Steps words;

    /// 0 below 3, 1 from 3, 2 from 6 on, and so on.
    static int stepOf(int articles);
    /// For what is in so many of the articles.
    float rarity(int step) const;

    bool operator==(const StoryReference &) const = default;
};

/// The terms of an article as they are compared: weighted by how rare they are, ascending by 32 bits of their
/// hash.
struct StoryVectors
{
    struct Weight
    {
        quint32 hash;
        float value;
    };
    using Vector = std::vector<Weight>; ///< of length 1

    bool isThere = false;
    QDate day;
    Vector words;
    Vector names;
    Vector numbers;
    Vector title;
    Vector nameCounts; ///< as in the article
    Vector wordCounts; ///< likewise; only without background frequencies
    std::vector<quint32> titleWords;
    std::vector<quint32> leadNames;
    Vector heaviest;               ///< words and their rarity, by weight, falling
    std::vector<quint32> compared; ///< the first of them, ascending
    std::vector<quint32> rare;     ///< words that few texts have, ascending
    std::vector<quint32> shingles; ///< runs of five words, ascending

    static constexpr size_t comparedTerms = 20;

    StoryVectors() = default;
    StoryVectors(const StoryTerms &terms, const StoryReference &reference);
    /// Whether something of it is more or less frequent by the other reference.
    bool isTouchedBy(const StoryReference &before, const StoryReference &after) const;
    void weighAgain(const StoryReference &reference);
};

/// Counts what articles have, for a StoryReference.
class StoryCounts
{
public:
    /// What counts of an article.
    struct Part
    {
        std::vector<quint32> names;
        std::vector<quint32> words;

        static Part of(const StoryVectors &article);
    };
    void add(const Part &part) { count(part, 1); }
    void remove(const Part &part) { count(part, -1); }
    const StoryReference &reference() const { return m_reference; }

private:
    void count(const Part &part, int by);

    int m_articles = 0;
    StoryReference m_reference; ///< of what was counted
    std::unordered_map<quint32, int> m_names;
    std::unordered_map<quint32, int> m_words;
};

} // namespace Lectern
