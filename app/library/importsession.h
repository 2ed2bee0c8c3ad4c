#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/highlightimport.h"

#include <QObject>

#include <optional>
#include <stop_token>
#include <thread>

namespace Lectern {

/// Plans the import of a file of highlights on a thread of its own. Newest wins: a file that is asked about
/// while another is worked on stops that one, and only of the newest is anything ever told. Belongs to the
/// GUI thread.
class ImportSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportSession)

public:
    explicit ImportSession(QObject *parent = nullptr);
    ~ImportSession() override;

    /// A larger file is no file of highlights and is not read.
    static constexpr qint64 mostBytes = qint64(512) * 1024 * 1024;

    /// `known`: the ids that are kept already. Answers by planned() or failed().
    void plan(const QString &path, const CorpusPtr &corpus, const QSet<QString> &known);
    /// Nothing more is told of what was asked.
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
    void planned(const Lectern::HighlightPlan &plan);
    /// The file cannot be read, or is none that can be imported.
    void failed(const Lectern::Error &error);

private:
    struct Question
    {
        quint64 number = 0;
        QString path;
        CorpusPtr corpus;
        QSet<QString> known;
        std::stop_token stop;
    };
    struct Reply
    {
        quint64 number = 0;
        int done = 0;
        int total = 0;
        std::optional<Result<HighlightPlan>> result = {}; ///< the last one
    };
    void work();
    Result<HighlightPlan> answer(const Question &question);
    Q_INVOKABLE void drain();

    quint64 m_newest = 0;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
