#pragma once

#include "library/storydetails.h"
#include "search/corpus.h"
#include "stories/storyindex.h"

#include <deque>

namespace Lectern {

/// The stories of a library while its corpus changes. For one thread at a time.
class StoryKeeper
{
public:
    explicit StoryKeeper(std::stop_token stop)
        : m_stop(std::move(stop))
    {}
    Q_DISABLE_COPY_MOVE(StoryKeeper)

    /// What has left leaves at once; what has come waits for readSome(). O(articles) for looking what that
    /// is.
    void setCorpus(const CorpusPtr &corpus);
    void setLocks(const std::vector<StoryLock> &locks);

    /// Articles that were not looked at yet.
    qsizetype waiting() const { return qsizetype(m_waiting.size()); }
    qsizetype done() const { return m_index.count(); }
    /// Groups some thousand of them; `progress` as for StoryIndex::change().
    void readSome(const std::function<void(qsizetype)> &progress = {});
    /// A snapshot. O(stories), and more for those that are new.
    StoryMapPtr map();
    /// Empty accounts when the article stands alone or is not here.
    StoryDetails describe(const ArticleId &id);

private:
    /// What a row tells of an article.
    struct Facts
    {
        DocNumber doc = 0;
        QString title;
        QString outlet;
        QDate day;
    };
    void read(DocNumber doc, StoryArticle *article, Facts *facts) const;
    void findCopies(const QSet<int> &of);
    StoryMap::Copy copyOf(int article) const;
    StoryMap::Story summaryOf(const Story &story) const;
    ArticlePtr article(int number) const { return m_corpus->article(m_facts[size_t(number)].doc); }

    std::stop_token m_stop;
    CorpusPtr m_corpus;
    StoryIndex m_index;
    std::vector<StoryLock> m_locks;
    std::deque<DocNumber> m_waiting;
    std::vector<Facts> m_facts;                           ///< by number
    std::unordered_map<int, StoryMap::Story> m_summaries; ///< by number of the story
    QHash<ArticleId, StoryMap::Copy> m_copies;
};

} // namespace Lectern
