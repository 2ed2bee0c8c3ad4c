#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/storydetails.h"
#include "search/corpus.h"

#include <QObject>

#include <memory>
#include <stop_token>
#include <thread>

namespace Lectern {

/// Knows the stories of the corpus of the moment: groups its articles on a thread of its own, of low
/// priority, and publishes what it has after some thousands. What came or left since is all that is looked at
/// when the corpus changes. Belongs to the GUI thread.
class StoriesSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoriesSession)

public:
    explicit StoriesSession(QObject *parent = nullptr);
    ~StoriesSession() override;

    void setCorpus(const CorpusPtr &corpus);
    /// What the reader has said, the newest last.
    void setLocks(const std::vector<StoryLock> &locks);
    /// Asks for described().
    void describe(const ArticleId &id);

    /// Never null.
    const StoryMapPtr &stories() const { return m_stories; }
    /// How far it is: articles that were looked at, of how many.
    qsizetype done() const { return m_done; }
    qsizetype all() const { return m_all; }
    bool isWorking() const { return m_isWorking; }

Q_SIGNALS:
    void changed();
    void progressed();
    void described(const Lectern::StoryDetails &details);

private:
    struct Question
    {
        CorpusPtr corpus; ///< null: as before
        std::shared_ptr<const std::vector<StoryLock>> locks; ///< null: as before
        ArticleId described;
    };
    struct News
    {
        StoryMapPtr stories; ///< null when they are as before
        std::shared_ptr<const StoryDetails> details;
        qsizetype done = 0;
        qsizetype all = 0;
        bool isWorking = false;
    };
    void work();
    Q_INVOKABLE void drain();

    StoryMapPtr m_stories = std::make_shared<const StoryMap>();
    qsizetype m_done = 0;
    qsizetype m_all = 0;
    bool m_isWorking = false;
    std::stop_source m_stop;
    Channel<Question> m_questions;
    Mailbox<News> m_news;
    std::jthread m_thread;
};

} // namespace Lectern
