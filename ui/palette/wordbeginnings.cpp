#include "palette/wordbeginnings.h"

#include "text/folding.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr int letterScore = 4;
constexpr int runScore = 6;          ///< more for a letter that follows the one before it
constexpr int firstWordScore = 12;   ///< for a match that begins where the name does
constexpr int wholeWordScore = 10;   ///< for a match that ends where a word does
constexpr int laterWordCost = 1;     ///< for each word that stands before the match
constexpr int longestName = 200;     ///< UTF-16 units of a folded name that are looked at
constexpr int unitsOfLengthCost = 8; ///< a longer name costs 1 for so many units

/// One typed word against a folded name.
class WordWalk
{
public:
    WordWalk(QStringView word, QStringView name)
        : m_word(word)
        , m_name(name)
    {
        for (qsizetype i = 0; i < name.size(); ++i)
            if (name[i].isLetterOrNumber() && (i == 0 || !name[i - 1].isLetterOrNumber()))
                m_beginnings.push_back(i);
    }

    /// The best way through the name; none has no places.
    BeginningsMatch best()
    {
        for (size_t at = 0; at < m_beginnings.size(); ++at)
            go(0, m_beginnings[at], (m_beginnings[at] == 0 ? firstWordScore : 0) - int(at) * laterWordCost);
        return m_best;
    }

private:
    /// Typed letter `letter` stands at `place` of the name, if it does.
    void go(qsizetype letter, qsizetype place, int score)
    {
        constexpr int mostSteps = 2000; // far more than names of actions need
        if (++m_steps > mostSteps || m_name[place] != m_word[letter])
            return;
        const bool continues = !m_places.empty() && m_places.back() + 1 == place;
        score += letterScore + (continues ? runScore : 0);
        m_places.push_back(place);
        if (letter + 1 == m_word.size())
            finish(score);
        else
            goOn(letter + 1, place, score);
        m_places.pop_back();
    }

    void goOn(qsizetype letter, qsizetype place, int score)
    {
        if (place + 1 < m_name.size())
            go(letter, place + 1, score);
        for (auto later = std::upper_bound(m_beginnings.begin(), m_beginnings.end(), place + 1);
             later != m_beginnings.end(); ++later)
            go(letter, *later, score);
    }

    void finish(int score)
    {
        const qsizetype end = m_places.back() + 1;
        score += end == m_name.size() || !m_name[end].isLetterOrNumber() ? wholeWordScore : 0;
        if (!m_best.ranges.empty() && score <= m_best.score)
            return;
        m_best = {score, {}};
        for (const qsizetype place : m_places) {
            if (!m_best.ranges.empty() && m_best.ranges.back().end == place)
                ++m_best.ranges.back().end;
            else
                m_best.ranges.push_back({place, place + 1});
        }
    }

    QStringView m_word;
    QStringView m_name;
    std::vector<qsizetype> m_beginnings;
    std::vector<qsizetype> m_places;
    BeginningsMatch m_best;
    int m_steps = 0;
};

std::vector<TextRange> joined(std::vector<TextRange> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    std::vector<TextRange> whole;
    for (const TextRange &range : ranges) {
        if (!whole.empty() && range.start <= whole.back().end)
            whole.back().end = std::max(whole.back().end, range.end);
        else
            whole.push_back(range);
    }
    return whole;
}

} // namespace

std::optional<BeginningsMatch> matchBeginnings(QStringView typed, QStringView name)
{
    const FoldedText folded(name.left(longestName));
    const QString letters = fold(typed);
    BeginningsMatch match;
    for (const QString &word : letters.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const BeginningsMatch found = WordWalk(word, folded.text()).best();
        if (found.ranges.empty())
            return std::nullopt;
        match.score += found.score;
        for (const TextRange &range : found.ranges)
            match.ranges.push_back(folded.toOriginal(range));
    }
    match.ranges = joined(std::move(match.ranges));
    if (!match.ranges.empty())
        match.score -= int(name.size()) / unitsOfLengthCost;
    return match;
}

} // namespace Lectern
