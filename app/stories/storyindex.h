#pragma once

#include "stories/storygrouping.h"
#include "stories/storylock.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <map>
#include <stop_token>

namespace Lectern {

/// An article as the stories know it.
struct StoryArticle
{
    QString id;  ///< names it among the others
    QString key; ///< see storyKey()
    StoryTerms terms;
};

/// Groups articles by event while they come and go. Only what an article is near to is grouped anew for it;
/// the result is the same as if all had come at once, in any order. Articles are known by their numbers,
/// which are used again. For one thread at a time.
class StoryIndex
{
public:
    StoryIndex() = default;
    Q_DISABLE_COPY_MOVE(StoryIndex)

    /// Articles leave, then others come. `progress` gets how many of them were compared, from any thread;
    /// stopped, the change is left half-done, and the index is of no more use.
    void change(const QStringList &gone, std::vector<StoryArticle> added, std::stop_token stop = {},
                const std::function<void(qsizetype)> &progress = {});
    /// What the reader has said, the newest last: where it contradicts itself, the newest holds. Locks of
    /// articles that are not here wait until they come.
    void setLocks(const std::vector<StoryLock> &locks);

    const StoryPairs &pairs() const { return m_pairs; }
    qsizetype count() const { return m_numbers.size(); }
    const QString &id(int article) const { return m_ids[size_t(article)]; }
    const QString &key(int article) const { return m_keys[size_t(article)]; }
    /// -1 when it is not here.
    int number(const QString &id) const { return m_numbers.value(id, -1); }
    /// The story of an article.
    const Story &story(int article) const { return m_stories.at(m_storyOf[size_t(article)]); }
    /// All of them, by number; numbers are never used again.
    const std::unordered_map<int, Story> &stories() const { return m_stories; }

    /// The member that is most like the others.
    int centre(const Story &story) const;

private:
    int add(const StoryArticle &article);
    void remove(int article, QSet<int> *touched);
    void findNeighbours(const std::vector<int> &articles, std::stop_token stop,
                        const std::function<void(qsizetype)> &progress);
    /// The articles with the smallest keys are the sample that tells what is frequent.
    void enterSample(int article);
    void leaveSample(int article);
    void dropNeighbours(int article, QSet<int> *touched);
    void group(const QSet<int> &touched);
    void groupComponent(std::vector<int> articles);
    /// Finds which locks hold; when these are others than before, what they concern is touched.
    void resolveLocks(QSet<int> *touched);
    void touchLocked(QSet<int> *touched) const;

    StoryPairs m_pairs;
    std::vector<QString> m_ids;
    std::vector<QString> m_keys;
    QHash<QString, int> m_numbers;
    QMultiHash<QString, int> m_byKey;
    std::map<std::pair<QString, QString>, int> m_sample; ///< by key and id
    std::map<std::pair<QString, QString>, int> m_others; ///< that are not in it
    StoryCounts m_counts;                                ///< of the sample
    std::vector<std::vector<int>> m_near; ///< articles that report the same event rather than not
    std::vector<StoryLock> m_locks;
    QMultiHash<int, int> m_together; ///< of the locks that hold, both ways
    QMultiHash<int, int> m_apart;
    std::vector<int> m_storyOf; ///< -1 for none
    std::unordered_map<int, Story> m_stories;
    int m_nextStory = 0;
};

} // namespace Lectern
