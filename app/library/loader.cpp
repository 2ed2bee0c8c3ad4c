#include "library/loader.h"

namespace Lectern {

Loader::Loader(LibraryIndex &index, QObject *parent)
    : QObject(parent)
    , m_index(index)
    , m_batches(this, "drain")
{}

Loader::~Loader()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void Loader::start(LoadJob job)
{
    Q_ASSERT(!m_running);
    m_running = true;
    // The thread before has said that it is done, and may still be on its way out: two would share what is known.
    if (m_thread.joinable())
        m_thread.join();
    m_thread = std::jthread([this, job = std::move(job)](const std::stop_token &stop) mutable {
        LoadRun run(m_index, m_known, std::move(job), stop,
                    [this](LoadBatch batch) { m_batches.put(std::move(batch)); });
        run.run();
    });
}

void Loader::cancel()
{
    m_thread.request_stop();
}

void Loader::drain()
{
    for (const LoadBatch &batch : m_batches.take()) {
        if (batch.finished)
            m_running = false;
        Q_EMIT loaded(batch);
    }
}

} // namespace Lectern
