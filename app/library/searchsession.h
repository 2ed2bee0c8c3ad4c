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

/// Answers queries on a thread of its own, in stages, so that a key never waits on a large library: first the
/// best rows and the exact total, then the rest, then what else may have been meant. Newest wins: a question
/// that comes while another is worked on cancels it, and only of the newest is anything ever given out.
class SearchSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchSession)

public:
    /// So many rows come at once where the rest takes longer.
    static constexpr size_t firstRows = 200;

    explicit SearchSession(QObject *parent = nullptr);
    ~SearchSession() override;

    /// `facts`: what was read and kept; null for nothing.
    void ask(const CorpusPtr &corpus, const QString &text, QueryReading reading, Order order,
             const QueryOptions &options = {}, std::shared_ptr<const ReaderFacts> facts = nullptr);

Q_SIGNALS:
    /// The first rows, or all of them: see Answer::isComplete().
    void answered(const Lectern::Answer &answer);
    /// All rows of the question whose first ones were answered().
    void completed(const Lectern::Answer &answer);
    /// Behind the last of them: queries that may have been meant instead, as didYouMean() finds them; never none.
    void suggested(const QStringList &queries);

private:
    struct Question
    {
        quint64 number = 0;
        CorpusPtr corpus;
        QString text;
        QueryReading reading = QueryReading::Settled;
        Order order = Order::Relevance;
        QueryOptions options;
        std::shared_ptr<const ReaderFacts> facts;
        std::stop_token stop;

        Query read(const QString &words) const;
        /// The first rows, when they are known before all are put in order; else all.
        Answer first(const Query &query) const;
        Answer all(const Query &query) const;
    };
    enum class Stage : quint8 { Answered, Completed, Suggested };
    struct Reply
    {
        quint64 number = 0;
        Stage stage = Stage::Answered;
        Answer answer;
        QStringList suggestions;
    };
    void work();
    void workOn(const Question &question);
    Q_INVOKABLE void drain();

    quint64 m_newest = 0;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
