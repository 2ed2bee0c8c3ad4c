#include "library/importpool.h"

#include "import/sandbox.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t queued = 256;

} // namespace

ImportPool::ImportPool(int jobs, ImportOptions options)
    : m_options(std::move(options))
    , m_jobs(queued)
    , m_results(queued * 4)
    , m_working(std::max(1, jobs))
{
    for (int i = 0; i < std::max(1, jobs); ++i)
        m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

ImportPool::~ImportPool()
{
    stop();
}

int ImportPool::defaultJobs()
{
    return std::clamp(int(std::thread::hardware_concurrency()) - 1, 1, 4);
}

bool ImportPool::submit(qsizetype ordinal, FoundFile file)
{
    return m_jobs.push({ordinal, std::move(file)});
}

void ImportPool::finish()
{
    m_jobs.close();
}

void ImportPool::stop()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_jobs.close();
    m_results.close();
}

std::optional<ImportedFile> ImportPool::next()
{
    return m_results.pop();
}

std::optional<ImportedFile> ImportPool::nextFor(std::chrono::milliseconds timeout)
{
    return m_results.popFor(timeout);
}

void ImportPool::work(const std::stop_token &stop)
{
    Sandbox sandbox;
    while (!stop.stop_requested()) {
        std::optional<Job> job = m_jobs.pop();
        if (!job)
            break;
        ImportOutcome outcome = sandbox.read(job->file.path, m_options, stop);
        if (!m_results.push({job->ordinal, std::move(job->file), std::move(outcome)}))
            break;
    }
    if (--m_working == 0)
        m_results.close();
}

} // namespace Lectern
