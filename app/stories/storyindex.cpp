#include "stories/storyindex.h"

#include <QCryptographicHash>

#include <algorithm>
#include <atomic>
#include <deque>
#include <thread>
#include <tuple>
#include <utility>

namespace Lectern {

namespace {

constexpr size_t sampleSize = 512;
constexpr size_t inParallel = 64; ///< articles from which on a second thread is worth its start

/// The ends of a relation that is held both ways.
void link(QMultiHash<int, int> *relation, int a, int b)
{
    relation->insert(a, b);
    relation->insert(b, a);
}

} // namespace

QString storyKey(QStringView text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

int StoryIndex::add(const StoryArticle &article)
{
    const int number = m_pairs.add(article.terms);
    if (size_t(number) == m_ids.size()) {
        m_ids.emplace_back();
        m_keys.emplace_back();
        m_near.emplace_back();
        m_storyOf.push_back(-1);
    }
    m_ids[size_t(number)] = article.id;
    m_keys[size_t(number)] = article.key;
    m_numbers.insert(article.id, number);
    m_byKey.insert(article.key, number);
    enterSample(number);
    return number;
}

void StoryIndex::enterSample(int article)
{
    m_sample.emplace(std::pair(key(article), id(article)), article);
    m_counts.add(StoryCounts::Part::of(m_pairs.vectors(article)));
    if (m_sample.size() <= sampleSize)
        return;
    const auto last = std::prev(m_sample.end());
    m_counts.remove(StoryCounts::Part::of(m_pairs.vectors(last->second)));
    m_others.insert(m_sample.extract(last));
}

void StoryIndex::leaveSample(int article)
{
    const std::pair name(key(article), id(article));
    if (m_others.erase(name) > 0)
        return;
    m_sample.erase(name);
    m_counts.remove(StoryCounts::Part::of(m_pairs.vectors(article)));
    if (m_others.empty())
        return;
    const int next = m_others.begin()->second;
    m_sample.insert(m_others.extract(m_others.begin()));
    m_counts.add(StoryCounts::Part::of(m_pairs.vectors(next)));
}

void StoryIndex::change(const QStringList &gone, std::vector<StoryArticle> added, std::stop_token stop,
                        const std::function<void(qsizetype)> &progress)
{
    QSet<int> touched; // whose surroundings have changed
    for (const QString &id : gone)
        if (const int number = m_numbers.value(id, -1); number >= 0)
            remove(number, &touched);
    QSet<int> fresh;
    for (const StoryArticle &article : added) {
        if (!m_numbers.contains(article.id))
            fresh.insert(add(article));
        if (stop.stop_requested())
            return;
    }
    added.clear();
    m_pairs.setReference(m_counts.reference());
    for (const int article : m_pairs.takeChanged()) {
        if (!m_pairs.isThere(article) || fresh.contains(article))
            continue;
        dropNeighbours(article, &touched);
        fresh.insert(article);
    }
    findNeighbours({fresh.begin(), fresh.end()}, stop, progress);
    if (stop.stop_requested())
        return;
    touched.unite(fresh);
    resolveLocks(&touched);
    group(touched);
}

void StoryIndex::remove(int article, QSet<int> *touched)
{
    dropNeighbours(article, touched);
    if (const auto own = m_stories.find(m_storyOf[size_t(article)]); own != m_stories.end()) {
        for (const int member : own->second) {
            m_storyOf[size_t(member)] = -1;
            touched->insert(member);
        }
        m_stories.erase(own);
    }
    leaveSample(article);
    m_pairs.remove(article);
    m_numbers.remove(m_ids[size_t(article)]);
    m_byKey.remove(m_keys[size_t(article)], article);
    touched->remove(article);
}

void StoryIndex::dropNeighbours(int article, QSet<int> *touched)
{
    for (const int other : m_near[size_t(article)]) {
        std::vector<int> &back = m_near[size_t(other)];
        back.erase(std::remove(back.begin(), back.end(), article), back.end());
        touched->insert(other);
    }
    m_near[size_t(article)].clear();
}

void StoryIndex::findNeighbours(const std::vector<int> &articles, std::stop_token stop,
                                const std::function<void(qsizetype)> &progress)
{
    std::vector<bool> isFresh(size_t(m_pairs.limit()));
    for (const int article : articles)
        isFresh[size_t(article)] = true;
    std::vector<std::vector<int>> found(articles.size());
    std::atomic<size_t> next = 0;
    const auto compare = [&] {
        for (size_t i = next++; i < articles.size() && !stop.stop_requested(); i = next++) {
            const int article = articles[i];
            for (const int other : m_pairs.candidates(article)) {
                // Of two that are both new, the second finds the first.
                if ((!isFresh[size_t(other)] || other < article) &&
                    StoryPairs::logOdds(m_pairs.compare(article, other)) > 0)
                    found[i].push_back(other);
            }
            if (progress && i % 64 == 0)
                progress(qsizetype(i));
        }
    };
    {
        std::jthread second;
        if (articles.size() >= inParallel && std::thread::hardware_concurrency() > 1)
            second = std::jthread(compare);
        compare();
    }
    for (size_t i = 0; i < articles.size(); ++i)
        for (const int other : found[i]) {
            m_near[size_t(articles[i])].push_back(other);
            m_near[size_t(other)].push_back(articles[i]);
        }
}

void StoryIndex::setLocks(const std::vector<StoryLock> &locks)
{
    QSet<int> touched;
    touchLocked(&touched);
    m_locks = locks;
    resolveLocks(&touched);
    group(touched);
}

void StoryIndex::touchLocked(QSet<int> *touched) const
{
    for (const StoryLock &lock : m_locks)
        for (const QString &key : {lock.a, lock.b})
            for (const int number : m_byKey.values(key)) {
                touched->insert(number);
                if (const auto own = m_stories.find(m_storyOf[size_t(number)]); own != m_stories.end())
                    touched->unite(QSet<int>(own->second.begin(), own->second.end()));
            }
}

void StoryIndex::resolveLocks(QSet<int> *touched)
{
    const auto together = std::exchange(m_together, {});
    const auto apart = std::exchange(m_apart, {});
    const auto component = [this](int from) {
        QSet<int> reached{from};
        std::deque<int> open{from};
        for (; !open.empty(); open.pop_front())
            for (const int other : m_together.values(open.front()))
                if (!reached.contains(other)) {
                    reached.insert(other);
                    open.push_back(other);
                }
        return reached;
    };
    for (auto lock = m_locks.rbegin(); lock != m_locks.rend(); ++lock) {
        for (const int a : m_byKey.values(lock->a)) {
            for (const int b : m_byKey.values(lock->b)) {
                if (a == b)
                    continue;
                const QSet<int> ofA = component(a);
                const bool areTied = ofA.contains(b);
                if (!lock->isSame) {
                    if (!areTied)
                        link(&m_apart, a, b);
                    continue;
                }
                if (areTied)
                    continue;
                const QSet<int> ofB = component(b);
                const bool isForbidden = std::any_of(ofA.begin(), ofA.end(), [&](int one) {
                    const QList<int> others = m_apart.values(one);
                    return std::any_of(others.begin(), others.end(),
                                       [&ofB](int other) { return ofB.contains(other); });
                });
                if (!isForbidden)
                    link(&m_together, a, b);
            }
        }
    }
    if (together != m_together || apart != m_apart)
        touchLocked(touched);
}

void StoryIndex::group(const QSet<int> &touched)
{
    std::vector<bool> isSeen(size_t(m_pairs.limit()));
    for (const int start : touched) {
        if (!m_pairs.isThere(start) || isSeen[size_t(start)])
            continue;
        std::vector<int> component{start};
        isSeen[size_t(start)] = true;
        const auto visit = [&](int other) {
            if (!isSeen[size_t(other)]) {
                isSeen[size_t(other)] = true;
                component.push_back(other);
            }
        };
        for (size_t i = 0; i < component.size(); ++i) {
            const int article = component[i];
            std::for_each(m_near[size_t(article)].begin(), m_near[size_t(article)].end(), visit);
            for (const int other : m_together.values(article))
                visit(other);
        }
        groupComponent(std::move(component));
    }
}

void StoryIndex::groupComponent(std::vector<int> articles)
{
    // By day, then by content: the same whatever order the articles came in.
    std::sort(articles.begin(), articles.end(), [this](int a, int b) {
        const QDate x = m_pairs.day(a);
        const QDate y = m_pairs.day(b);
        return std::tie(x, m_keys[size_t(a)], m_ids[size_t(a)]) <
               std::tie(y, m_keys[size_t(b)], m_ids[size_t(b)]);
    });
    StoryConstraints constraints;
    const QSet<int> here(articles.begin(), articles.end());
    for (const int article : articles) {
        if (m_storyOf[size_t(article)] >= 0)
            m_stories.erase(m_storyOf[size_t(article)]);
        for (const int other : m_together.values(article))
            constraints.together.emplace_back(article, other);
        for (const int other : m_apart.values(article))
            if (here.contains(other))
                constraints.apart.emplace_back(article, other);
    }
    for (Story &story : groupStories(m_pairs, articles, m_near, constraints)) {
        for (const int article : story)
            m_storyOf[size_t(article)] = m_nextStory;
        m_stories.emplace(m_nextStory++, std::move(story));
    }
}

int StoryIndex::centre(const Story &story) const
{
    constexpr size_t mostCompared = 24;
    int best = story.front();
    double bestSum = 0;
    for (size_t i = 0; i < std::min(story.size(), mostCompared) && story.size() > 2; ++i) {
        double sum = 0;
        for (size_t j = 0; j < std::min(story.size(), mostCompared); ++j)
            if (i != j)
                sum += std::max(-4.0, StoryPairs::logOdds(m_pairs.compare(story[i], story[j])));
        const bool isBetter =
            i == 0 || sum > bestSum || (sum == bestSum && m_keys[size_t(story[i])] < m_keys[size_t(best)]);
        if (isBetter) {
            best = story[i];
            bestSum = sum;
        }
    }
    return best;
}

} // namespace Lectern
