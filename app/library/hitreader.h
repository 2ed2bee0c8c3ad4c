#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/rowdetails.h"
#include "search/corpus.h"
#include "search/query.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace Lectern {

/// Looks for the hits of long articles on a thread of its own, so that painting a row never waits for
/// megabytes to be read. The thread begins with the first article asked for.
class HitReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HitReader)

public:
    explicit HitReader(QObject *parent = nullptr);
    ~HitReader() override;

    /// Drops what was asked for before.
    void setQuery(const Query &query);
    void ask(DocNumber doc, const ArticlePtr &article);
    /// So many articles may be asked for before any is told.
    static constexpr size_t mostWaiting = 512;

Q_SIGNALS:
    /// Of an article asked for since the query was set.
    void found(Lectern::DocNumber doc, const Lectern::RowDetails &details);

private:
    struct Question
    {
        quint64 generation = 0;
        std::shared_ptr<const Query> query;
        DocNumber doc = 0;
        ArticlePtr article;
    };
    struct Reply
    {
        quint64 generation = 0;
        DocNumber doc = 0;
        RowDetails details;
    };
    void work();
    Q_INVOKABLE void drain();

    std::shared_ptr<const Query> m_query;
    std::atomic<quint64> m_generation = 0; ///< counts the queries
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
