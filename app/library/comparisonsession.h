#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/comparison.h"
#include "search/corpus.h"

#include <QObject>

#include <stop_token>
#include <thread>

namespace Lectern {

using ComparisonPtr = std::shared_ptr<const Comparison>;

/// Finds the other accounts of an article's event and compares them, on a thread of its own. Newest wins.
class ComparisonSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonSession)

public:
    explicit ComparisonSession(QObject *parent = nullptr);
    ~ComparisonSession() override;

    /// Looks for other accounts of the article in the corpus.
    void findAccounts(const CorpusPtr &corpus, const ArticlePtr &article);
    /// Compares these.
    void compare(const std::vector<ArticlePtr> &articles);

Q_SIGNALS:
    /// A comparison of one account has found no other.
    void compared(const Lectern::ComparisonPtr &comparison);

private:
    struct Question
    {
        quint64 number = 0;
        CorpusPtr corpus; ///< null: the articles are compared as they are
        std::vector<ArticlePtr> articles;
        std::stop_token stop;
    };
    struct Reply
    {
        quint64 number = 0;
        ComparisonPtr comparison;
    };
    void ask(CorpusPtr corpus, std::vector<ArticlePtr> articles);
    void work();
    Q_INVOKABLE void drain();

    quint64 m_newest = 0;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
