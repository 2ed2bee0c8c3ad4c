#pragma once

#include "text/worddifference.h"

#include <QString>

#include <vector>

namespace Lectern {

/// A stretch of words in a verdict.
struct VerdictRun
{
    enum class Kind : quint8 {
        Same,
        Gone, ///< only the kept words have it
        New   ///< only the words of today have it
    };

    QString text;
    Kind kind = Kind::Same;

    bool operator==(const VerdictRun &) const = default;
};

/// What is said of one passage in a report: a short word, its words, why, and where it comes from.
struct Verdict
{
    enum class Tone : quint8 { Good, Neutral, Bad };

    QString word; ///< the verdict itself: "Identical"
    Tone tone = Tone::Neutral;
    std::vector<VerdictRun> quote;
    QString reason; ///< a sentence
    QString source; ///< the citation

    /// All of it in a few lines, to copy and to read aloud: what is gone stands in [- -], what is new in {+
    /// +}.
    QString text() const;
};

/// The words of a passage, with the words of today beside them where they differ.
std::vector<VerdictRun> verdictRuns(const QString &before, const QString &after,
                                    const std::vector<WordDifference> &differences);

/// The same for a row: long stretches without a difference are shortened by " […] ".
std::vector<VerdictRun> shortened(const std::vector<VerdictRun> &runs);

} // namespace Lectern
