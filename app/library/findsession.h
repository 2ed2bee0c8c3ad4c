#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "text/article.h"
#include "text/findintext.h"

#include <QObject>

#include <thread>

namespace Lectern {

/// Finds words in one article on a thread of its own. Newest wins.
class FindSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindSession)

public:
    explicit FindSession(QObject *parent = nullptr);
    ~FindSession() override;

    void ask(const ArticlePtr &article, const QString &wanted, const FindOptions &options);

Q_SIGNALS:
    void answered(const Lectern::ArticlePtr &article, const Lectern::FoundInText &found);

private:
    struct Question
    {
        ArticlePtr article;
        QString wanted;
        FindOptions options;
        std::stop_token stop;
        quint64 number = 0;
    };
    struct Reply
    {
        quint64 number = 0;
        ArticlePtr article;
        FoundInText found;
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
