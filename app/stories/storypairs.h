#pragma once

#include "stories/storyvectors.h"

#include <array>
#include <memory>

namespace Lectern {

/// What two articles have in common, as numbers between 0 and about 1.
struct StoryFeatures
{
    enum Feature {
        Words,            ///< root of the cosine of all weighted words
        Names,            ///< likewise of names
        Numbers,          ///< likewise of numbers
        Title,            ///< likewise of the words of the titles
        Heaviest,         ///< share of the twenty heaviest words in common
        TitleInText,      ///< share of each title's words that are heavy in the other text, the mean of both
        Shingles,         ///< logarithm of how many rare runs of five words both have
        Contained,        ///< share of the shorter text's runs of five words that the other has
        LeadMissingMost,  ///< share of leading names that the other text lacks, the greater of both
        LeadMissingLeast, ///< the smaller of both
        SameDays,         ///< both dated, at most three days apart
        NearDays,         ///< both dated, at most 33 days apart
        FarDays,          ///< both dated, farther apart
        Undated,          ///< one of them has no date
        Count
    };
    std::array<double, Count> values{};
    int sharedNames = 0;
    int rareWords = 0; ///< in common
};

/// Two articles of which one has half of the other's text or more, as told from a sample of their words.
struct StoryCopy
{
    int article = 0;      ///< the other one
    double contained = 0; ///< share of the shorter text's runs of five words that the other has
};

/// The articles whose events are compared. What two of them have in common depends on these two, on how
/// many articles print the same words in a row, and on the reference, so that articles can come and go one by
/// one. Adding is O(words), a comparison is O(words of both).
class StoryPairs
{
public:
    StoryPairs();
    /// These and no others, weighed by what is frequent among them.
    explicit StoryPairs(const std::vector<StoryTerms> &articles);
    ~StoryPairs();
    Q_DISABLE_COPY_MOVE(StoryPairs)

    /// How frequent names are from now on.
    void setReference(StoryReference reference);
    /// Numbers run from 0; those of removed articles are used again.
    int add(const StoryTerms &terms);
    void remove(int article);
    /// Articles whose likeness to others has changed since the last call, because a run of words became
    /// boiler-plate or is none any more, or because the reference is another; ascending. Those that were
    /// added or removed are not among them.
    std::vector<int> takeChanged();

    /// All numbers are below it.
    int limit() const;
    bool isThere(int article) const { return vectors(article).isThere; }
    const StoryVectors &vectors(int article) const;
    /// Of publication; invalid when the article does not tell.
    QDate day(int article) const { return vectors(article).day; }
    StoryFeatures compare(int a, int b) const;
    /// How sure it is that both report the same event: log odds by the learnt weights.
    static double logOdds(const StoryFeatures &features);
    /// Articles that may report the same event: those that share several heavy words or a rare run of words,
    /// ascending. The relation is symmetric.
    std::vector<int> candidates(int article) const;
    std::vector<StoryCopy> copies(int article) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace Lectern
