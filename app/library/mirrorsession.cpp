#include "library/mirrorsession.h"

#include <utility>

namespace Lectern {

namespace {

constexpr size_t waiting = 4; ///< one is written at a time, and one more before the end

} // namespace

MirrorSession::MirrorSession(Kept kept, PassageMirror::Writer writer, const QString &ledger, int delay,
                             QObject *parent)
    : QObject(parent)
    , m_kept(std::move(kept))
    , m_tasks(waiting)
    , m_replies(this, "drain")
    , m_thread([this, writer = std::move(writer), ledger] { work(writer, ledger); })
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &MirrorSession::writeNow);
}

MirrorSession::~MirrorSession()
{
    if (!m_folder.isEmpty() && (m_delay.isActive() || m_isStale))
        m_tasks.push({m_folder, m_kept()});
    m_tasks.close();
    m_thread.join();
}

void MirrorSession::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_written = {};
    m_setAside.clear();
    m_delay.stop();
    m_isStale = false;
    setState(State::Off);
    if (!folder.isEmpty())
        writeNow();
}

void MirrorSession::touch()
{
    if (m_folder.isEmpty())
        return;
    // One that waits is not put off: a reader who never stops would never see the copy.
    if (!m_delay.isActive())
        m_delay.start();
    setState(State::Waiting);
}

void MirrorSession::writeNow()
{
    if (m_folder.isEmpty())
        return;
    m_delay.stop();
    if (m_isWriting) {
        m_isStale = true;
    } else {
        m_isWriting = true;
        m_isStale = false;
        m_tasks.push({m_folder, m_kept()});
    }
    setState(State::Waiting);
}

void MirrorSession::work(const PassageMirror::Writer &writer, const QString &ledger)
{
    std::optional<PassageMirror> mirror;
    QString folder;
    while (std::optional<Task> task = m_tasks.pop()) {
        if (!mirror || task->folder != folder) {
            folder = task->folder;
            mirror.emplace(folder, writer, ledger);
        }
        m_replies.put({folder, mirror->update(task->passages)});
    }
}

void MirrorSession::drain()
{
    for (const Reply &reply : m_replies.take()) {
        m_isWriting = false;
        if (reply.folder != m_folder)
            continue;
        if (reply.report) {
            m_written = QDateTime::currentDateTime();
            m_setAside += reply.report->setAside;
            setState(m_delay.isActive() || m_isStale ? State::Waiting : State::UpToDate);
            continue;
        }
        const bool isNews = m_error.toString() != reply.report.error().toString();
        m_error = reply.report.error();
        setState(State::Failed);
        if (isNews)
            Q_EMIT failed(m_error);
    }
    if (!m_isWriting && m_isStale)
        writeNow();
}

void MirrorSession::setState(State state)
{
    m_state = state;
    if (state != State::Failed && state != State::Waiting)
        m_error = {};
    Q_EMIT changed();
}

} // namespace Lectern
