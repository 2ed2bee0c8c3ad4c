#pragma once

#include "base/mailbox.h"
#include "library/loadrun.h"

#include <QObject>

#include <thread>

namespace Lectern {

/// Reads files into articles in the background, one job after the other: a thread that walks, asks the cache,
/// feeds the import pool and builds segments. Speaks to the GUI thread by batches; the first comes as soon as
/// there is an article to show.
class Loader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Loader)

public:
    /// `folder` holds the cache; without one (empty) every file is read.
    explicit Loader(QString folder, QObject *parent = nullptr);
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

    QString m_folder;
    bool m_running = false;
    Mailbox<LoadBatch> m_batches;
    OpenCache m_cache; ///< of the thread while it runs
    std::jthread m_thread;
};

} // namespace Lectern
