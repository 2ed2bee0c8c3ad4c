#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "library/passagemirror.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <thread>

namespace Lectern {

/// Keeps the plain-text copy of the passages up to date on a thread of its own: a moment after a change, and
/// before the program ends. Belongs to the GUI thread.
class MirrorSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MirrorSession)

public:
    /// What is kept at the moment; asked in the GUI thread.
    using Kept = std::function<PassageSequence()>;

    enum class State : quint8 {
        Off,
        Waiting, ///< something has changed and is written in a moment, or is being written
        UpToDate,
        Failed ///< error() says why; the next change or writeNow() tries again
    };

    /// So long after a change it is written, ms: several changes are written once.
    static constexpr int usualDelay = 1000;

    /// `ledger`: see PassageMirror.
    MirrorSession(Kept kept, PassageMirror::Writer writer, const QString &ledger, int delay = usualDelay,
                  QObject *parent = nullptr);
    /// Writes what has not been written, and waits for it.
    ~MirrorSession() override;

    /// "" turns it off: what was written stays. Another folder is written at once.
    void setFolder(const QString &folder);
    const QString &folder() const { return m_folder; }
    /// What is kept has changed.
    void touch();
    /// Writes without waiting for a change.
    void writeNow();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// When the copy was last found or made up to date; invalid before that.
    const QDateTime &written() const { return m_written; }
    /// Names of files that somebody had edited and that were set aside, in this session.
    const QStringList &setAside() const { return m_setAside; }

Q_SIGNALS:
    void changed();
    /// The copy was up to date, or new, and cannot be kept so any more.
    void failed(const Lectern::Error &error);

private:
    struct Task
    {
        QString folder;
        PassageSequence passages;
    };
    struct Reply
    {
        QString folder;
        Result<PassageMirror::Report> report;
    };
    void work(const PassageMirror::Writer &writer, const QString &ledger);
    Q_INVOKABLE void drain();
    void setState(State state);

    Kept m_kept;
    QString m_folder;
    State m_state = State::Off;
    Error m_error;
    QDateTime m_written;
    QStringList m_setAside;
    bool m_isWriting = false;
    bool m_isStale = false; ///< something changed since what is being written was taken
    QTimer m_delay;
    Channel<Task> m_tasks;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
