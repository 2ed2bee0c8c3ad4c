#include "library/readinglog.h"

#include "base/setaside.h"

#include <QDir>

namespace Lectern {

namespace {

constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS reading(
    article TEXT PRIMARY KEY, read INTEGER NOT NULL, place INTEGER, pixels INTEGER) WITHOUT ROWID;
PRAGMA user_version=1;
)";

} // namespace

ReadingLog::ReadingLog(const QString &folder)
{
    if (!open(folder) && m_notice.isEmpty())
        m_notice =
            folder.isEmpty()
                ? QStringLiteral(
                      "What you read cannot be remembered: the library has no folder that can be written.")
                : QStringLiteral("What you read cannot be remembered: %1 cannot be written.").arg(folder);
}

ReadingLog::~ReadingLog()
{
    flush();
}

bool ReadingLog::open(const QString &folder)
{
    if (folder.isEmpty())
        return false;
    const QString path = QDir(folder).filePath(QStringLiteral("reading.db"));
    Result<Database> database = Database::open(path, Durability::Normal);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        if (const Result<QString> moved = setAside(path); moved) {
            m_notice = QStringLiteral(
                           "The record of what you read was damaged. It was set aside as %1 and begun anew.")
                           .arg(*moved);
            database = Database::open(path, Durability::Normal);
        }
    }
    if (!database || !database->execute(schema))
        return false;
    Result<Statement> rows = database->prepare("SELECT article, read, place, pixels FROM reading");
    if (!rows)
        return false;
    for (Result<bool> row = rows->step(); row && *row; row = rows->step()) {
        const ArticleId id = rows->text(0);
        if (rows->integer(1) != 0)
            m_read.insert(id);
        if (!rows->isNull(2))
            m_places.insert(id, {qsizetype(rows->integer(2)), int(rows->integer(3))});
    }
    m_database = std::move(*database);
    return true;
}

void ReadingLog::markRead(const ArticleId &id)
{
    if (m_read.contains(id))
        return;
    m_read.insert(id);
    write(id);
}

void ReadingLog::markUnread(const ArticleId &id)
{
    if (m_read.remove(id))
        write(id);
}

std::optional<ReadingMark> ReadingLog::place(const ArticleId &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? std::nullopt : std::optional(*found);
}

void ReadingLog::setPlace(const ArticleId &id, ReadingMark place)
{
    m_places.insert(id, place);
    m_unwritten.insert(id);
}

void ReadingLog::flush()
{
    for (const ArticleId &id : std::as_const(m_unwritten))
        write(id);
    m_unwritten.clear();
}

void ReadingLog::write(const ArticleId &id)
{
    if (!m_database)
        return;
    Result<Statement> insert =
        m_database->prepare("INSERT OR REPLACE INTO reading(article, read, place, pixels) VALUES(?,?,?,?)");
    if (!insert)
        return;
    insert->bind(1, id).bind(2, qint64(m_read.contains(id)));
    if (const std::optional<ReadingMark> at = place(id))
        insert->bind(3, qint64(at->offset)).bind(4, qint64(at->pixels));
    // A place that cannot be written is not worth a message; the next one is tried again.
    static_cast<void>(insert->run());
}

} // namespace Lectern
