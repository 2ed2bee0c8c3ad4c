#pragma once

#include "import/importing.h"

#include <memory>
#include <stop_token>

namespace Lectern {

struct RawFile;
class WorkerProcess;

/// The parent's side of one lectern-import process. Opens each file itself (regular files only, without
/// blocking), hands over the bytes, and treats what comes back as hostile. A crash, a hang or a refusal of
/// the child is a named failure of that one file; the process is started again for the next. For one thread.
class Sandbox final
{
public:
    /// `program` is the path of lectern-import; by default it stands beside the running program (or in
    /// ../libexec/lectern).
    explicit Sandbox(QString program = defaultProgram());
    ~Sandbox();
    Q_DISABLE_COPY_MOVE(Sandbox)

    static QString defaultProgram();

    /// Reads one file. When stop is requested the child is killed and the outcome is one failure of kind
    /// Cancelled.
    ImportOutcome read(const QString &path, const ImportOptions &options, std::stop_token stop = {});
    /// Reads bytes that were not a file, `label` names them ("-").
    ImportOutcome readBytes(const QByteArray &bytes, const QString &label, const ImportOptions &options,
                            std::stop_token stop = {});

    /// The walls that the child reported, for diagnostics: "landlock, seccomp, rlimits"; "" before the first
    /// read.
    QString walls() const;

private:
    ImportOutcome readFile(RawFile file, const ImportOptions &options, const std::stop_token &stop);

    QString m_program;
    std::unique_ptr<WorkerProcess> m_process;
    QString m_walls;
};

} // namespace Lectern
