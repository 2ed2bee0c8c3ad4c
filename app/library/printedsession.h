#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/whoprinted.h"

#include <QObject>

#include <thread>

namespace Lectern {

/// Finds who printed a sentence, on a thread of its own. Newest wins.
class PrintedSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintedSession)

public:
    explicit PrintedSession(QObject *parent = nullptr);
    ~PrintedSession() override;

    void ask(const CorpusPtr &corpus, const QString &sentence);

Q_SIGNALS:
    void answered(const QString &sentence, const std::vector<Lectern::PrintedIn> &found);

private:
    struct Question
    {
        CorpusPtr corpus;
        QString sentence;
        std::stop_token stop;
        quint64 number = 0;
    };
    struct Reply
    {
        quint64 number = 0;
        QString sentence;
        std::vector<PrintedIn> found;
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
