#pragma once

#include "base/channel.h"
#include "import/filewalk.h"
#include "import/importing.h"

#include <atomic>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace Lectern {

/// A file that was read, with the ordinal it was submitted under.
struct ImportedFile
{
    qsizetype ordinal = 0;
    FoundFile file;
    ImportOutcome outcome;
};

/// A few threads that each drive a sandboxed reader. submit() and finish() from one thread, next() from one
/// thread (it may be the same as long as what is under way stays within capacity). Destroying it kills what
/// is being read.
class ImportPool final
{
public:
    ImportPool(int jobs, ImportOptions options);
    ~ImportPool();
    Q_DISABLE_COPY_MOVE(ImportPool)

    /// max(1, cores - 1), at most 4.
    static int defaultJobs();

    /// Waits while the queue is full. False when the pool was stopped.
    bool submit(qsizetype ordinal, FoundFile file);
    /// No more files will come; next() ends after the last.
    void finish();
    /// Kills the readers; next() then ends.
    void stop();

    std::optional<ImportedFile> next();
    /// Nothing when none was ready in that time, either; ask isDone().
    std::optional<ImportedFile> nextFor(std::chrono::milliseconds timeout);
    bool isDone() const { return m_results.isDrained(); }

private:
    struct Job
    {
        qsizetype ordinal;
        FoundFile file;
    };
    void work(const std::stop_token &stop);

    ImportOptions m_options;
    Channel<Job> m_jobs;
    Channel<ImportedFile> m_results;
    std::atomic<int> m_working = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace Lectern
