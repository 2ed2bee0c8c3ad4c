#include "library/articleshelf.h"

#include "base/setaside.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace Lectern {

namespace {

constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS shelf(
    article TEXT PRIMARY KEY, starred INTEGER NOT NULL, archived INTEGER NOT NULL, tags TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version=1;
)";

QString toText(const QStringList &tags)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(tags)).toJson(QJsonDocument::Compact));
}

QStringList tagsOf(const QString &text)
{
    QStringList tags;
    const QJsonArray values = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : values)
        if (const QString tag = value.toString(); !tag.isEmpty())
            tags += tag;
    return tags;
}

} // namespace

ArticleShelf::ArticleShelf(const QString &folder)
{
    if (folder.isEmpty() || open(folder) || !m_notice.isEmpty())
        return;
    m_notice =
        QStringLiteral("Stars, tags and the archive cannot be remembered: %1 cannot be written.").arg(folder);
}

bool ArticleShelf::open(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("shelf.db"));
    m_copy = QDir(folder).filePath(QStringLiteral("shelf.copy.db"));
    Result<Database> database = Database::open(path, Durability::Full);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        if (const Result<QString> moved = setAside(path); moved) {
            const bool hasCopy = bool(Database::openReadOnly(m_copy)) && QFile::copy(m_copy, path);
            m_notice =
                (hasCopy ? QStringLiteral("The record of stars, tags and the archive was damaged. It was set "
                                          "aside as %1, and its last copy is used.")
                         : QStringLiteral("The record of stars, tags and the archive was damaged. It was set "
                                          "aside as %1 and begun anew."))
                    .arg(*moved);
            database = Database::open(path, Durability::Full);
        }
    }
    if (!database || !database->execute(schema))
        return false;
    Result<Statement> rows = database->prepare("SELECT article, starred, archived, tags FROM shelf");
    if (!rows)
        return false;
    for (Result<bool> row = rows->step(); row && *row; row = rows->step())
        m_all.insert(rows->text(0), {rows->integer(1) != 0, rows->integer(2) != 0, tagsOf(rows->text(3))});
    m_database = std::move(*database);
    return true;
}

QSet<ArticleId> ArticleShelf::starred() const
{
    QSet<ArticleId> ids;
    for (auto shelved = m_all.begin(); shelved != m_all.end(); ++shelved)
        if (shelved->starred)
            ids.insert(shelved.key());
    return ids;
}

QSet<ArticleId> ArticleShelf::archived() const
{
    QSet<ArticleId> ids;
    for (auto shelved = m_all.begin(); shelved != m_all.end(); ++shelved)
        if (shelved->archived)
            ids.insert(shelved.key());
    return ids;
}

QMap<QString, int> ArticleShelf::tags() const
{
    QMap<QString, int> counts;
    for (const ArticleShelving &shelved : m_all)
        for (const QString &tag : shelved.tags)
            ++counts[tag];
    return counts;
}

Result<void> ArticleShelf::set(const std::vector<Change> &changes)
{
    if (m_database) {
        if (Result<void> written = write(changes); !written)
            return written;
    }
    for (const auto &[id, shelving] : changes) {
        if (shelving.isEmpty())
            m_all.remove(id);
        else
            m_all.insert(id, shelving);
    }
    return {};
}

/// What was said before this session's first change, for the day when the file is damaged. A copy that cannot
/// be made costs only itself.
void ArticleShelf::copyOnce()
{
    if (std::exchange(m_isCopied, true))
        return;
    const QString fresh = m_copy + QStringLiteral(".new");
    QFile::remove(fresh);
    if (!m_database->copyTo(fresh))
        return;
    QFile::remove(m_copy);
    QFile::rename(fresh, m_copy);
}

Result<void> ArticleShelf::write(const std::vector<Change> &changes)
{
    copyOnce();
    Transaction transaction(*m_database);
    Result<Statement> insert =
        m_database->prepare("INSERT OR REPLACE INTO shelf(article, starred, archived, tags) VALUES(?,?,?,?)");
    Result<Statement> remove = m_database->prepare("DELETE FROM shelf WHERE article=?");
    if (!insert)
        return insert.error();
    if (!remove)
        return remove.error();
    for (const auto &[id, shelving] : changes) {
        Statement &statement = shelving.isEmpty() ? *remove : *insert;
        statement.bind(1, id);
        if (!shelving.isEmpty())
            statement.bind(2, qint64(shelving.starred))
                .bind(3, qint64(shelving.archived))
                .bind(4, toText(shelving.tags));
        if (Result<void> done = statement.run(); !done)
            return done;
    }
    return transaction.commit();
}

} // namespace Lectern
