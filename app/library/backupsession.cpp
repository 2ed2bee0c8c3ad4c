#include "library/backupsession.h"

namespace Lectern {

namespace {

constexpr size_t waiting = 64;

} // namespace

BackupSession::BackupSession(const QString &libraryFolder, QObject *parent)
    : QObject(parent)
    , m_backups(libraryFolder)
    , m_tasks(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

BackupSession::~BackupSession()
{
    m_tasks.close();
    m_thread.join();
}

void BackupSession::list()
{
    m_tasks.push(Task::List);
}

void BackupSession::backUp()
{
    m_tasks.push(Task::BackUp);
}

void BackupSession::work()
{
    while (const std::optional<Task> task = m_tasks.pop()) {
        Reply reply;
        if (*task == Task::BackUp)
            reply.made = m_backups.makeNow(QDateTime::currentDateTime());
        reply.backups = m_backups.list();
        m_replies.put(std::move(reply));
    }
}

void BackupSession::drain()
{
    for (const Reply &reply : m_replies.take()) {
        if (reply.made && *reply.made)
            Q_EMIT backedUp(**reply.made);
        else if (reply.made)
            Q_EMIT failed(reply.made->error());
        Q_EMIT listed(reply.backups);
    }
}

} // namespace Lectern
