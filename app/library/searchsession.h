#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "search/searcher.h"

#include <QObject>

#include <stop_token>
#include <thread>

namespace Lectern {

/// How the text of a query is read.
enum class QueryReading : quint8 {
    Typing, ///< the last word is a beginning, as long as the text ends in it
    Settled ///< as it stands
};

/// Answers queries on a thread of its own. Newest wins: a question that comes while another is worked on
/// cancels it, and only the answer to the newest is ever given out.
class SearchSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchSession)

public:
    explicit SearchSession(QObject *parent = nullptr);
    ~SearchSession() override;

    void ask(const CorpusPtr &corpus, const QString &text, QueryReading reading, Order order);

Q_SIGNALS:
    void answered(const Lectern::Answer &answer);

private:
    struct Question
    {
        quint64 number = 0;
        CorpusPtr corpus;
        QString text;
        QueryReading reading = QueryReading::Settled;
        Order order = Order::Relevance;
        std::stop_token stop;
    };
    struct Reply
    {
        quint64 number = 0;
        Answer answer;
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
