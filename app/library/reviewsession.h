#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/passagereview.h"

#include <QObject>

#include <thread>

namespace Lectern {

using PassageReviewPtr = std::shared_ptr<const PassageReview>;

/// Looks for the places of one passage on a thread of its own. Newest wins.
class ReviewSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewSession)

public:
    explicit ReviewSession(QObject *parent = nullptr);
    ~ReviewSession() override;

    void ask(const Passage &passage, const CorpusPtr &corpus);
    /// What was asked for is not wanted any more.
    void cancel();

Q_SIGNALS:
    void reviewed(const Lectern::PassageReviewPtr &review);

private:
    struct Question
    {
        quint64 number = 0;
        Passage passage;
        CorpusPtr corpus;
        std::stop_token stop;
    };
    struct Reply
    {
        quint64 number = 0;
        PassageReviewPtr review;
    };
    void work();
    Q_INVOKABLE void drain();

    quint64 m_newest = 0;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
