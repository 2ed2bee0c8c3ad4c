#include "stories/storygrouping.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace Lectern {

namespace {

constexpr double clip = 4;         ///< of log odds: no single pair decides
constexpr double ofMost = 0.4;     ///< of the likeness to a story: the nearest member, and
constexpr double ofMean = 0.6;     ///< all of its members
constexpr size_t mostMembers = 24; ///< of a story that are compared
constexpr int mostRounds = 4;

class Grouping
{
public:
    Grouping(const StoryPairs &pairs, const QStringList &keys)
        : m_pairs(pairs)
        , m_stories(size_t(pairs.count()), -1)
    {
        m_order.resize(size_t(pairs.count()));
        std::iota(m_order.begin(), m_order.end(), 0);
        // By day, then by content: the same whatever order the articles came in.
        std::sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            const QDate x = pairs.terms(a).day;
            const QDate y = pairs.terms(b).day;
            return x != y ? x < y : keys.at(a) < keys.at(b);
        });
        m_ranks.resize(m_order.size());
        for (size_t i = 0; i < m_order.size(); ++i)
            m_ranks[size_t(m_order[i])] = int(i);
        m_near.resize(m_order.size());
        for (const int article : m_order)
            for (const int other : pairs.candidates(article)) {
                m_near[size_t(article)].push_back(other);
                m_near[size_t(other)].push_back(article);
            }
        for (std::vector<int> &near : m_near) {
            std::sort(near.begin(), near.end());
            near.erase(std::unique(near.begin(), near.end()), near.end());
        }
    }

    std::vector<Story> run()
    {
        for (const int article : m_order)
            place(article);
        for (int round = 0; round < mostRounds; ++round) {
            const bool merged = mergeStories();
            const bool moved = moveArticles();
            if (!merged && !moved)
                break;
        }
        std::vector<Story> stories;
        for (auto &[number, members] : m_members) {
            std::sort(members.begin(), members.end());
            if (!members.empty())
                stories.push_back(members);
        }
        std::sort(stories.begin(), stories.end());
        return stories;
    }

private:
    double score(int a, int b)
    {
        if (m_ranks[size_t(a)] > m_ranks[size_t(b)])
            std::swap(a, b);
        const auto [entry, isNew] = m_scores.try_emplace(quint64(a) << 32 | quint64(b), 0);
        if (isNew)
            entry->second = std::clamp(StoryPairs::logOdds(m_pairs.compare(a, b)), -clip, clip);
        return entry->second;
    }

    /// How an article belongs to a story, itself left out.
    double affinity(int article, const Story &members)
    {
        double most = -clip;
        double sum = 0;
        size_t count = 0;
        for (size_t i = members.size(); i-- > 0 && count < mostMembers;) {
            if (members[i] == article)
                continue;
            const double with = score(article, members[i]);
            most = std::max(most, with);
            sum += with;
            ++count;
        }
        return count == 0 ? -clip : ofMost * most + ofMean * sum / double(count);
    }

    std::set<int> storiesNear(int article) const
    {
        std::set<int> near;
        for (const int other : m_near[size_t(article)])
            if (m_stories[size_t(other)] >= 0)
                near.insert(m_stories[size_t(other)]);
        return near;
    }

    void put(int article, int story)
    {
        m_stories[size_t(article)] = story;
        Story &members = m_members[story];
        const auto at = std::lower_bound(members.begin(), members.end(), article, [&](int a, int b) {
            return m_ranks[size_t(a)] < m_ranks[size_t(b)];
        });
        members.insert(at, article);
    }

    void take(int article)
    {
        Story &members = m_members[m_stories[size_t(article)]];
        members.erase(std::find(members.begin(), members.end(), article));
        m_stories[size_t(article)] = -1;
    }

    /// The story that an article belongs to most, or a new one.
    int bestStory(int article, int own)
    {
        int best = -1;
        double bestAffinity = 0;
        for (const int story : storiesNear(article)) {
            const double with = affinity(article, m_members[story]);
            if (with > bestAffinity || (with == bestAffinity && story == own && best >= 0)) {
                best = story;
                bestAffinity = with;
            }
        }
        return best;
    }

    void place(int article)
    {
        const int story = bestStory(article, -1);
        put(article, story >= 0 ? story : m_next++);
    }

    bool moveArticles()
    {
        bool moved = false;
        for (const int article : m_order) {
            const int own = m_stories[size_t(article)];
            const int best = bestStory(article, own);
            if (best == own || (best < 0 && m_members[own].size() == 1))
                continue;
            take(article);
            put(article, best >= 0 ? best : m_next++);
            moved = true;
        }
        return moved;
    }

    /// The mean likeness of two stories, and the greatest.
    double likeness(const Story &a, const Story &b)
    {
        double most = -clip;
        double sum = 0;
        size_t count = 0;
        for (size_t i = 0; i < std::min(a.size(), mostMembers); ++i)
            for (size_t j = 0; j < std::min(b.size(), mostMembers); ++j) {
                const double with = score(a[i], b[j]);
                most = std::max(most, with);
                sum += with;
                ++count;
            }
        return count == 0 ? -clip : ofMost * most + ofMean * sum / double(count);
    }

    bool mergeStories()
    {
        bool merged = false;
        for (const int article : m_order) {
            const int own = m_stories[size_t(article)];
            if (m_members[own].front() != article)
                continue;
            std::set<int> near;
            for (const int member : m_members[own])
                for (const int story : storiesNear(member))
                    near.insert(story);
            near.erase(own);
            int best = -1;
            double bestLikeness = 0;
            for (const int story : near) {
                const double with =
                    m_members[story].empty() ? -clip : likeness(m_members[own], m_members[story]);
                if (with > bestLikeness) {
                    best = story;
                    bestLikeness = with;
                }
            }
            if (best < 0)
                continue;
            for (const int member : Story(m_members[best])) {
                take(member);
                put(member, own);
            }
            merged = true;
        }
        return merged;
    }

    const StoryPairs &m_pairs;
    std::vector<int> m_order;             ///< articles
    std::vector<int> m_ranks;             ///< of each article in the order
    std::vector<std::vector<int>> m_near; ///< candidates of each article, either way
    std::vector<int> m_stories;           ///< of each article
    std::map<int, Story> m_members;       ///< by number, ascending by rank
    std::unordered_map<quint64, double> m_scores;
    int m_next = 0;
};

} // namespace

std::vector<Story> groupStories(const StoryPairs &pairs, const QStringList &keys)
{
    return Grouping(pairs, keys).run();
}

} // namespace Lectern
