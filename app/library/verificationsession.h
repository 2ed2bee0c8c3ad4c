#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "base/result.h"
#include "library/verification.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <thread>

namespace Lectern {

/// Holds an export against its sources on a thread of its own. Newest wins: a file that is asked about while
/// another is worked on stops that one, and only of the newest is anything ever told. Belongs to the GUI
/// thread.
class VerificationSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerificationSession)

public:
    explicit VerificationSession(QObject *parent = nullptr);
    ~VerificationSession() override;

    /// A larger file is no export of passages and is not read.
    static constexpr qint64 mostBytes = qint64(512) * 1024 * 1024;

    /// Reads the export at `path` and its sources, also those that are among `sources`, files and folders,
    /// now. Answers by finished() or failed().
    void verify(const QString &path, const QStringList &sources);
    /// Nothing more is told of what was asked.
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
    /// In the order of the export.
    void finished(const std::vector<Lectern::VerifiedPassage> &passages);
    /// The export itself cannot be read.
    void failed(const Lectern::Error &error);

private:
    struct Question
    {
        quint64 number = 0;
        QString path;
        QStringList sources;
        std::stop_token stop;
    };
    struct Reply
    {
        quint64 number = 0;
        int done = 0;
        int total = 0;
        std::optional<Result<std::vector<VerifiedPassage>>> result = {}; ///< the last one
    };
    void work();
    Result<std::vector<VerifiedPassage>> answer(const Question &question);
    Q_INVOKABLE void drain();

    quint64 m_newest = 0;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
