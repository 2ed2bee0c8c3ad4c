#include "library/storylocks.h"

#include "base/setaside.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Lectern {

namespace {

constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS lock(
    id INTEGER PRIMARY KEY, said INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL,
    created TEXT NOT NULL, taken_back TEXT);
PRAGMA user_version=1;
)";

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("stories.db"));
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

} // namespace

StoryLocks::StoryLocks(const QString &folder)
    : m_folder(folder)
{
    if (folder.isEmpty() || !QFileInfo::exists(pathIn(folder)))
        return;
    if (const Result<void> opened = open(); !opened)
        m_notice =
            QStringLiteral("What you said about stories cannot be read: %1").arg(opened.error().toString());
}

Result<void> StoryLocks::open()
{
    if (m_database)
        return {};
    if (m_folder.isEmpty())
        return Error{
            ErrorKind::Disk, QStringLiteral("The library has no folder in which this could be kept."), {}};
    const QString path = pathIn(m_folder);
    Result<Database> database = Database::open(path, Durability::Full);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        if (const Result<QString> moved = setAside(path); moved) {
            m_notice =
                QStringLiteral("What you said about stories was damaged. It was set aside as %1 and begun "
                               "anew.")
                    .arg(*moved);
            database = Database::open(path, Durability::Full);
        }
    }
    if (!database)
        return database.error();
    if (Result<void> made = database->execute(schema); !made)
        return made;
    Result<std::vector<Row>> read = rows(*database);
    if (!read)
        return read.error();
    m_rows = std::move(*read);
    m_database = std::move(*database);
    return {};
}

Result<std::vector<StoryLocks::Row>> StoryLocks::rows(Database &database)
{
    Result<Statement> query =
        database.prepare("SELECT said, a, b, same FROM lock WHERE taken_back IS NULL ORDER BY id");
    if (!query)
        return query.error();
    std::vector<Row> rows;
    Result<bool> row = query->step();
    for (; row && *row; row = query->step())
        rows.push_back({query->integer(0), {query->text(1), query->text(2), query->integer(3) != 0}});
    if (!row)
        return row.error();
    return rows;
}

Result<std::vector<StoryLock>> StoryLocks::read(const QString &folder)
{
    std::vector<StoryLock> locks;
    if (folder.isEmpty() || !QFileInfo::exists(pathIn(folder)))
        return locks;
    Result<Database> database = Database::openReadOnly(pathIn(folder));
    if (!database)
        return database.error();
    Result<std::vector<Row>> found = rows(*database);
    if (!found)
        return found.error();
    for (const Row &row : *found)
        locks.push_back(row.lock);
    return locks;
}

std::vector<StoryLock> StoryLocks::locks() const
{
    std::vector<StoryLock> locks;
    for (const Row &row : m_rows)
        locks.push_back(row.lock);
    return locks;
}

Result<qint64> StoryLocks::add(const std::vector<StoryLock> &locks)
{
    if (const Result<void> opened = open(); !opened)
        return opened.error();
    Transaction transaction(*m_database);
    Result<Statement> last = m_database->prepare("SELECT coalesce(max(said), 0) + 1 FROM lock");
    if (!last)
        return last.error();
    if (const Result<bool> row = last->step(); !row)
        return row.error();
    const qint64 group = last->integer(0);
    last->reset();
    Result<Statement> insert =
        m_database->prepare("INSERT INTO lock(said, a, b, same, created) VALUES(?,?,?,?,?)");
    if (!insert)
        return insert.error();
    for (const StoryLock &lock : locks) {
        insert->bind(1, group).bind(2, lock.a).bind(3, lock.b).bind(4, qint64(lock.isSame)).bind(5, now());
        if (const Result<void> run = insert->run(); !run)
            return run.error();
    }
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    for (const StoryLock &lock : locks)
        m_rows.push_back({group, lock});
    return group;
}

std::optional<qint64> StoryLocks::newestAbout(const QSet<QString> &keys) const
{
    const auto found = std::find_if(m_rows.rbegin(), m_rows.rend(), [&keys](const Row &row) {
        return keys.contains(row.lock.a) || keys.contains(row.lock.b);
    });
    return found == m_rows.rend() ? std::nullopt : std::optional(found->group);
}

Result<void> StoryLocks::takeBack(qint64 group)
{
    if (Result<void> opened = open(); !opened)
        return opened;
    Result<Statement> update =
        m_database->prepare("UPDATE lock SET taken_back = ? WHERE said = ? AND taken_back IS NULL");
    if (!update)
        return update.error();
    update->bind(1, now()).bind(2, group);
    if (Result<void> run = update->run(); !run)
        return run;
    m_rows.erase(
        std::remove_if(m_rows.begin(), m_rows.end(), [group](const Row &row) { return row.group == group; }),
        m_rows.end());
    return {};
}

} // namespace Lectern
