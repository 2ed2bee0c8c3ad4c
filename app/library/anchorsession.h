#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/standingrun.h"

#include <QObject>

#include <thread>

namespace Lectern {

class AnchorFinder;

/// Knows where all kept passages stand today. They are looked for on a thread of its own, and only those that
/// are new, have changed, or whose article has; those of one article can be had at once.
class AnchorSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnchorSession)

public:
    explicit AnchorSession(QObject *parent = nullptr);
    ~AnchorSession() override;

    /// Takes in what is kept and which articles there are. While they are being loaded, one that is not there
    /// is no loss yet.
    void follow(const PassageSequence &passages, const CorpusPtr &corpus, bool isLoading);

    /// As far as it is known; never waits. Valid until the next follow() and found().
    const PassageStanding &standing(const QString &id) const;
    /// Where the passage stands in this article, at once: for the article that is shown.
    Anchor anchorIn(const Passage &passage, const ArticlePtr &article);
    /// How many passages the user has to say something about, as far as they are known.
    int waiting() const { return m_waiting; }
    bool isLooking() const { return m_done != m_newest; }

Q_SIGNALS:
    /// Passages stand elsewhere than was known or presumed.
    void found();
    /// All have been looked for.
    void settled();

private:
    struct Known
    {
        PassageSequence::Kept passage;
        size_t version = 0;
        PassageStanding standing;
        bool isLookedFor = false; ///< in the corpus of today
        quint64 round = 0;        ///< of follow() in which it was kept last
        /// What was known of other versions: presumed of them when an answer is undone.
        QHash<size_t, PassageStanding> versions = {};
    };
    struct Question
    {
        quint64 number = 0;
        CorpusPtr corpus;
        std::vector<PassageSequence::Kept> passages;
        bool isLoading = false;
        std::stop_token stop;
    };
    struct Reply
    {
        quint64 number = 0;
        std::vector<StandingRun::Found> found;
        bool isLast = false;
    };
    /// What is presumed of a passage until it is looked for.
    void presume(Known *known, const PassageSequence::Kept &passage) const;
    void count();
    void work();
    Q_INVOKABLE void drain();

    QHash<QString, Known> m_known;
    std::weak_ptr<const Corpus> m_corpus;
    bool m_wasLoading = false;
    quint64 m_round = 0;
    int m_waiting = 0;
    ArticlePtr m_article; ///< of m_finder
    std::unique_ptr<AnchorFinder> m_finder;
    QHash<size_t, Anchor> m_anchors; ///< in m_article, by anchorVersion()

    quint64 m_newest = 0;
    quint64 m_done = 0;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
