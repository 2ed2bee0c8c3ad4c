#pragma once

#include "base/mailbox.h"
#include "library/loadrun.h"

#include <QObject>

#include <thread>

namespace Lectern {

/// Reads files into an index in the background, one job after the other: a thread that walks, asks what is
/// known, feeds the import pool and builds segments. Speaks to the GUI thread by batches; the first comes as
/// soon as there is an article to show.
class Loader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Loader)

public:
    /// `index` must outlive this.
    explicit Loader(LibraryIndex &index, QObject *parent = nullptr);
    /// Stops what is under way and waits for it.
    ~Loader() override;

    void start(LoadJob job);
    /// What was read until now stays.
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void loaded(const Lectern::LoadBatch &batch);

private:
    Q_INVOKABLE void drain();

    LibraryIndex &m_index;
    bool m_running = false;
    Mailbox<LoadBatch> m_batches;
    ArticleIndex m_known; ///< of the thread while it runs
    std::jthread m_thread;
};

} // namespace Lectern
