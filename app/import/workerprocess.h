#pragma once

#include "import/importing.h"

#include <sys/types.h>

namespace Lectern {

/// A running lectern-import and the socket to it. For one thread.
class WorkerProcess
{
public:
    WorkerProcess() = default;
    ~WorkerProcess();
    Q_DISABLE_COPY_MOVE(WorkerProcess)

    enum class State { Running, Ended };

    /// Fails as NotFound when the program is missing, else as Crashed.
    Result<void> start(const QString &program);
    bool isRunning();

    /// Waits up to `ms` for the process to take or give bytes: moves `outgoing` forward by what it took,
    /// appends to `incoming` what it gave. Ended when it has closed its side.
    State exchange(QByteArrayView &outgoing, QByteArray &incoming, qint64 ms);

    /// Kills it and all that it started.
    void end();
    /// end(), and why it had ended by itself: Timeout, Limit or Crashed, in words.
    Error endAndDiagnose(const ImportLimits &limits);

private:
    int reap();

    pid_t m_pid = -1;
    int m_socket = -1;
};

} // namespace Lectern
