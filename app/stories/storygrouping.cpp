#include "stories/storygrouping.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace Lectern {

namespace {

constexpr double clip = 4;         ///< of log odds: no single pair decides
constexpr double ofMost = 0.4;     ///< of the likeness to a story: the nearest member, and
constexpr double ofMean = 0.6;     ///< all of its members
constexpr size_t mostMembers = 24; ///< of a story that are compared
constexpr int mostRounds = 4;

/// Articles that a reader has tied together are one unit, which is in one story as a whole; all others are
/// units of their own. Units are numbered in the order of their first articles.
class Grouping
{
public:
    Grouping(const StoryPairs &pairs, const std::vector<int> &articles,
             const std::vector<std::vector<int>> &near, const StoryConstraints &constraints)
        : m_pairs(pairs)
    {
        for (size_t i = 0; i < articles.size(); ++i)
            m_ranks.emplace(articles[i], int(i));
        std::vector<int> roots(articles.size());
        for (size_t i = 0; i < roots.size(); ++i)
            roots[i] = int(i);
        const auto rootOf = [&roots](int at) {
            while (roots[size_t(at)] != at)
                at = roots[size_t(at)];
            return at;
        };
        for (const auto &[a, b] : constraints.together) {
            const int x = rootOf(m_ranks.at(a));
            const int y = rootOf(m_ranks.at(b));
            roots[size_t(std::max(x, y))] = std::min(x, y);
        }
        std::vector<int> unitOf(articles.size());
        for (size_t i = 0; i < articles.size(); ++i) {
            const int root = rootOf(int(i));
            if (root == int(i)) {
                unitOf[i] = int(m_units.size());
                m_units.emplace_back();
            } else {
                unitOf[i] = unitOf[size_t(root)];
            }
            m_units[size_t(unitOf[i])].push_back(articles[i]);
        }
        const auto unit = [&](int article) { return unitOf[size_t(m_ranks.at(article))]; };
        m_near.resize(m_units.size());
        for (const int article : articles)
            for (const int other : near[size_t(article)])
                if (unit(other) != unit(article))
                    m_near[size_t(unit(article))].insert(unit(other));
        for (const auto &[a, b] : constraints.apart) {
            m_apart.insert({unit(a), unit(b)});
            m_apart.insert({unit(b), unit(a)});
        }
        m_stories.assign(m_units.size(), -1);
    }

    std::vector<Story> run()
    {
        for (int unit = 0; unit < int(m_units.size()); ++unit) {
            const int story = bestStory(unit, -1);
            put(unit, story >= 0 ? story : m_next++);
        }
        for (int round = 0; round < mostRounds; ++round) {
            const bool merged = mergeStories();
            const bool moved = moveUnits();
            if (!merged && !moved)
                break;
        }
        std::vector<Story> stories;
        for (const auto &[number, members] : m_members) {
            Story story;
            for (const int unit : members)
                story.insert(story.end(), m_units[size_t(unit)].begin(), m_units[size_t(unit)].end());
            std::sort(story.begin(), story.end());
            if (!story.empty())
                stories.push_back(std::move(story));
        }
        return stories;
    }

private:
    using Units = std::vector<int>; ///< ascending

    double score(int a, int b)
    {
        if (m_ranks[a] > m_ranks[b])
            std::swap(a, b);
        const auto [entry, isNew] = m_scores.try_emplace(quint64(a) << 32 | quint64(b), 0);
        if (isNew)
            entry->second = std::clamp(StoryPairs::logOdds(m_pairs.compare(a, b)), -clip, clip);
        return entry->second;
    }

    /// Adds up how alike the articles of two units are.
    struct Likeness
    {
        double most = -clip;
        double sum = 0;
        size_t count = 0;

        double total() const { return count == 0 ? -clip : ofMost * most + ofMean * sum / double(count); }
    };
    void add(Likeness *likeness, int a, int b)
    {
        for (const int article : m_units[size_t(a)])
            for (const int other : m_units[size_t(b)]) {
                const double with = score(article, other);
                likeness->most = std::max(likeness->most, with);
                likeness->sum += with;
                ++likeness->count;
            }
    }

    bool isApart(int unit, const Units &members) const
    {
        return !m_apart.empty() && std::any_of(members.begin(), members.end(), [this, unit](int other) {
            return m_apart.count({unit, other}) > 0;
        });
    }

    /// How a unit belongs to a story, itself left out.
    double affinity(int unit, const Units &members)
    {
        if (isApart(unit, members))
            return -clip;
        Likeness likeness;
        size_t compared = 0;
        for (size_t i = members.size(); i-- > 0 && compared < mostMembers;) {
            if (members[i] == unit)
                continue;
            add(&likeness, unit, members[i]);
            ++compared;
        }
        return likeness.total();
    }

    std::set<int> storiesNear(int unit) const
    {
        std::set<int> near;
        for (const int other : m_near[size_t(unit)])
            if (m_stories[size_t(other)] >= 0)
                near.insert(m_stories[size_t(other)]);
        return near;
    }

    void put(int unit, int story)
    {
        m_stories[size_t(unit)] = story;
        Units &members = m_members[story];
        members.insert(std::lower_bound(members.begin(), members.end(), unit), unit);
    }

    void take(int unit)
    {
        Units &members = m_members[m_stories[size_t(unit)]];
        members.erase(std::find(members.begin(), members.end(), unit));
        m_stories[size_t(unit)] = -1;
    }

    /// The story that a unit belongs to most; -1 for a new one.
    int bestStory(int unit, int own)
    {
        int best = -1;
        double bestAffinity = 0;
        for (const int story : storiesNear(unit)) {
            const double with = affinity(unit, m_members[story]);
            if (with > bestAffinity || (with == bestAffinity && story == own && best >= 0)) {
                best = story;
                bestAffinity = with;
            }
        }
        return best;
    }

    bool moveUnits()
    {
        bool moved = false;
        for (int unit = 0; unit < int(m_units.size()); ++unit) {
            const int own = m_stories[size_t(unit)];
            const int best = bestStory(unit, own);
            if (best == own || (best < 0 && m_members[own].size() == 1))
                continue;
            take(unit);
            put(unit, best >= 0 ? best : m_next++);
            moved = true;
        }
        return moved;
    }

    double likeness(const Units &a, const Units &b)
    {
        if (std::any_of(a.begin(), a.end(), [this, &b](int unit) { return isApart(unit, b); }))
            return -clip;
        Likeness likeness;
        for (size_t i = 0; i < std::min(a.size(), mostMembers); ++i)
            for (size_t j = 0; j < std::min(b.size(), mostMembers); ++j)
                add(&likeness, a[i], b[j]);
        return likeness.total();
    }

    bool mergeStories()
    {
        bool merged = false;
        for (int unit = 0; unit < int(m_units.size()); ++unit) {
            const int own = m_stories[size_t(unit)];
            if (m_members[own].front() != unit)
                continue;
            std::set<int> near;
            for (const int member : m_members[own])
                near.merge(storiesNear(member));
            near.erase(own);
            int best = -1;
            double bestLikeness = 0;
            for (const int story : near) {
                const double with = likeness(m_members[own], m_members[story]);
                if (with > bestLikeness) {
                    best = story;
                    bestLikeness = with;
                }
            }
            if (best < 0)
                continue;
            for (const int member : Units(m_members[best])) {
                take(member);
                put(member, own);
            }
            merged = true;
        }
        return merged;
    }

    const StoryPairs &m_pairs;
    std::unordered_map<int, int> m_ranks; ///< of articles
    std::vector<Story> m_units;
    std::vector<std::set<int>> m_near;     ///< of each unit
    std::set<std::pair<int, int>> m_apart; ///< units, both ways
    std::vector<int> m_stories;            ///< of each unit
    std::map<int, Units> m_members;        ///< by number of the story
    std::unordered_map<quint64, double> m_scores;
    int m_next = 0;
};

} // namespace

std::vector<Story> groupStories(const StoryPairs &pairs, const std::vector<int> &articles,
                                const std::vector<std::vector<int>> &near,
                                const StoryConstraints &constraints)
{
    return articles.size() == 1 ? std::vector<Story>{{articles.front()}}
                                : Grouping(pairs, articles, near, constraints).run();
}

} // namespace Lectern
