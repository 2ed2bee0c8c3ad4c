#include "stories/sharedruns.h"

#include <algorithm>
#include <unordered_map>

namespace Lectern {

namespace {

constexpr int seedWords = 4;
constexpr int mostOccurrences = 6; ///< of a seed in either text: what is said more often is boiler-plate
constexpr int narrowGap = 12;      ///< words between two runs of a chain
constexpr int wideGap = 26;        ///< in one of the two texts: an attribution may stand there
constexpr int mostLookBack = 64;   ///< runs that are tried as the one before
constexpr int straying = 2;     ///< words of a sentence between two runs that may belong to a run by chance
constexpr double gapCost = 0.1; ///< of a word between two runs

/// Words that read alike, one after another, in both texts.
struct Run
{
    int a;
    int b;
    int length;

    int endA() const { return a + length; }
    int endB() const { return b + length; }
};

struct Seed
{
    quint64 hash;
    int at;
};

std::vector<Seed> seedsOf(const StoryTokens &text)
{
    std::vector<Seed> seeds;
    for (int at = 0; at + seedWords <= text.wordCount(); ++at) {
        quint64 hash = 0;
        for (int i = 0; i < seedWords; ++i)
            hash = (hash ^ text.word(at + i).fold) * 0x9E3779B97F4A7C15u + quint64(i);
        seeds.push_back({hash, at});
    }
    std::sort(seeds.begin(), seeds.end(),
              [](const Seed &x, const Seed &y) { return x.hash != y.hash ? x.hash < y.hash : x.at < y.at; });
    return seeds;
}

/// Calls back with every pair of places that share a seed, unless it occurs too often.
template <typename Callback>
void forSharedSeeds(const std::vector<Seed> &a, const std::vector<Seed> &b, Callback callback)
{
    const auto groupEnd = [](const std::vector<Seed> &seeds, size_t from) {
        size_t end = from;
        while (end < seeds.size() && seeds[end].hash == seeds[from].hash)
            ++end;
        return end;
    };
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].hash < b[j].hash) {
            ++i;
        } else if (b[j].hash < a[i].hash) {
            ++j;
        } else {
            const size_t endI = groupEnd(a, i);
            const size_t endJ = groupEnd(b, j);
            if (endI - i <= mostOccurrences && endJ - j <= mostOccurrences)
                for (size_t x = i; x < endI; ++x)
                    for (size_t y = j; y < endJ; ++y)
                        callback(a[x].at, b[y].at);
            i = endI;
            j = endJ;
        }
    }
}

class RunFinder
{
public:
    RunFinder(const StoryTokens &a, const StoryTokens &b)
        : m_a(a)
        , m_b(b)
    {
        findRuns();
    }

    /// The best sequences of runs, heaviest first; each run in one of them.
    std::vector<WordChain> joined() const
    {
        const size_t count = m_runs.size();
        std::vector<double> weight(count);
        std::vector<int> before(count, -1);
        for (size_t i = 0; i < count; ++i) {
            weight[i] = m_runs[i].length;
            for (size_t j = i; j-- > 0 && i - j <= mostLookBack;) {
                const Run &last = m_runs[j];
                const int overlap = std::max({0, last.endA() - m_runs[i].a, last.endB() - m_runs[i].b});
                const int gapA = m_runs[i].a + overlap - last.endA();
                const int gapB = m_runs[i].b + overlap - last.endB();
                if (m_runs[i].length - overlap < 2 || last.b >= m_runs[i].b || !follows(gapA, gapB))
                    continue;
                if (holdsSentence(m_a, last.endA() - 1, m_runs[i].a + overlap) ||
                    holdsSentence(m_b, last.endB() - 1, m_runs[i].b + overlap))
                    continue;
                const double joined = weight[j] + m_runs[i].length - overlap - gapCost * (gapA + gapB);
                if (joined > weight[i]) {
                    weight[i] = joined;
                    before[i] = int(j);
                }
            }
        }
        std::vector<size_t> order(count);
        for (size_t i = 0; i < count; ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t x, size_t y) { return weight[x] > weight[y]; });

        std::vector<bool> used(count);
        std::vector<WordChain> chains;
        for (const size_t last : order) {
            std::vector<size_t> members;
            for (int at = int(last); at >= 0 && !used[size_t(at)]; at = before[size_t(at)]) {
                used[size_t(at)] = true;
                members.push_back(size_t(at));
            }
            WordChain chain;
            for (size_t i = members.size(); i-- > 0;)
                append(m_runs[members[i]], &chain);
            if (!chain.empty())
                chains.push_back(std::move(chain));
        }
        std::stable_sort(chains.begin(), chains.end(),
                         [](const WordChain &x, const WordChain &y) { return x.size() > y.size(); });
        return chains;
    }

private:
    bool areAlike(int a, int b) const { return m_a.word(a).fold == m_b.word(b).fold; }

    void findRuns()
    {
        std::vector<WordLink> starts;
        forSharedSeeds(seedsOf(m_a), seedsOf(m_b), [&](int a, int b) { starts.push_back({a, b}); });
        std::sort(starts.begin(), starts.end(),
                  [](const WordLink &x, const WordLink &y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
        std::unordered_map<int, int> reached; // by diagonal: the end in a of the last run
        for (const WordLink &start : starts) {
            int &end = reached.try_emplace(start.b - start.a, -1).first->second;
            if (start.a < end)
                continue;
            Run run{start.a, start.b, 0};
            while (run.a > 0 && run.b > 0 && areAlike(run.a - 1, run.b - 1)) {
                --run.a;
                --run.b;
            }
            while (run.endA() < m_a.wordCount() && run.endB() < m_b.wordCount() &&
                   areAlike(run.endA(), run.endB()))
                ++run.length;
            // Words apart that only look alike are not: the hash of a seed is not its words.
            if (run.length >= seedWords) {
                m_runs.push_back(run);
                end = run.endA();
            }
        }
        std::sort(m_runs.begin(), m_runs.end(),
                  [](const Run &x, const Run &y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    }

    static bool follows(int gapA, int gapB)
    {
        return (gapA <= narrowGap && gapB <= wideGap) || (gapA <= wideGap && gapB <= narrowGap);
    }

    /// Whether a whole sentence stands between two words, but for a word or two that also begin or end what
    /// is linked: what is told in between is no part of the passage.
    static bool holdsSentence(const StoryTokens &text, int last, int next)
    {
        const auto sentenceOf = [&](int word) { return text.word(word).sentence; };
        int from = last + 1;
        for (int back = 0; back < straying && from - 1 >= 0 && sentenceOf(from - 1) == sentenceOf(last);
             ++back)
            --from;
        if (from > 0 && sentenceOf(from - 1) == sentenceOf(last))
            from = last + 1;
        int to = next;
        for (int ahead = 0; ahead < straying && to < text.wordCount() && sentenceOf(to) == sentenceOf(next);
             ++ahead)
            ++to;
        if (to < text.wordCount() && sentenceOf(to) == sentenceOf(next))
            to = next;
        for (int at = from; at < to; ++at) {
            const bool starts = at == 0 || sentenceOf(at - 1) != sentenceOf(at);
            int end = at;
            while (starts && end < to && sentenceOf(end) == sentenceOf(at))
                ++end;
            if (starts && end - at > straying &&
                (end == text.wordCount() || sentenceOf(end) != sentenceOf(at)))
                return true;
        }
        return false;
    }

    static void append(const Run &run, WordChain *chain)
    {
        for (int i = 0; i < run.length; ++i) {
            const WordLink link{run.a + i, run.b + i};
            if (chain->empty() || (link.a > chain->back().a && link.b > chain->back().b))
                chain->push_back(link);
        }
    }

    const StoryTokens &m_a;
    const StoryTokens &m_b;
    std::vector<Run> m_runs;
};

} // namespace

std::vector<WordChain> joinedRuns(const StoryTokens &a, const StoryTokens &b)
{
    return RunFinder(a, b).joined();
}

} // namespace Lectern
