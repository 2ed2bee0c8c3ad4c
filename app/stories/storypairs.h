#pragma once

#include "stories/storyterms.h"

#include <array>
#include <memory>
#include <unordered_map>

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

/// The articles whose events are compared. Adding is O(words); a comparison is O(words of both).
class StoryPairs
{
public:
    /// `articles` are all that there are: word counts of the library weigh the words.
    explicit StoryPairs(std::vector<StoryTerms> articles);
    ~StoryPairs();
    Q_DISABLE_COPY_MOVE(StoryPairs)

    int count() const;
    const StoryTerms &terms(int article) const;
    StoryFeatures compare(int a, int b) const;
    /// How sure it is that both report the same event: log odds by the learnt weights.
    static double logOdds(const StoryFeatures &features);
    /// Articles that may report the same event: those that share heavy words or rare runs of words; at most
    /// 60, ascending.
    std::vector<int> candidates(int article) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace Lectern
