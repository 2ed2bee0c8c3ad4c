#include "library/analysisstore.h"

#include "base/setaside.h"

#include <QDir>

namespace Lectern {

namespace {

constexpr qint64 formatVersion = 1;
constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS results(
    stage TEXT NOT NULL, article TEXT NOT NULL, version INTEGER NOT NULL, units INTEGER NOT NULL,
    bytes BLOB NOT NULL, PRIMARY KEY(stage, article));
PRAGMA user_version=1;
)";

} // namespace

AnalysisStore::AnalysisStore(const QString &folder)
{
    if (folder.isEmpty())
        return;
    const QString path = QDir(folder).filePath(QStringLiteral("analyses.db"));
    const Result<void> opened = open(path);
    if (opened || opened.error().kind != ErrorKind::Damaged)
        return;
    const Result<QString> moved = setAside(path);
    if (!moved)
        return;
    m_notice =
        QStringLiteral("What Lectern had found in the articles was damaged. It was set aside as %1, and "
                       "the articles are looked at again.")
            .arg(*moved);
    // When this fails, too, nothing is kept; that costs time and nothing else.
    static_cast<void>(open(path));
}

Result<void> AnalysisStore::open(const QString &path)
{
    Result<Database> database = Database::open(path, Durability::Normal);
    if (!database)
        return database.error();
    Result<Statement> version = database->prepare("PRAGMA user_version");
    if (!version)
        return version.error();
    if (const Result<bool> row = version->step(); !row)
        return row.error();
    // Another format is another program's cache: it is made anew, as after a change of the rules.
    if (const qint64 found = version->integer(0); found != 0 && found != formatVersion) {
        version->reset();
        if (const Result<void> dropped = database->execute("DROP TABLE IF EXISTS results"); !dropped)
            return dropped;
    }
    version->reset();
    if (const Result<void> made = database->execute(schema); !made)
        return made;
    m_database = std::move(*database);
    return {};
}

Result<void> AnalysisStore::read(const AnalysisStage &stage, const Visit &visit)
{
    if (!m_database)
        return {};
    Result<Statement> drop = m_database->prepare("DELETE FROM results WHERE stage=? AND version<>?");
    if (!drop)
        return drop.error();
    if (const Result<void> dropped = drop->bind(1, stage.name).bind(2, qint64(stage.version)).run(); !dropped)
        return dropped;
    Result<Statement> rows = m_database->prepare("SELECT article, units, bytes FROM results WHERE stage=?");
    if (!rows)
        return rows.error();
    rows->bind(1, stage.name);
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        visit({rows->text(0), rows->integer(1), rows->blob(2)});
    }
}

Result<void> AnalysisStore::write(const AnalysisStage &stage, const std::vector<AnalysisResult> &results)
{
    if (!m_database || results.empty())
        return {};
    Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun();
    Result<Statement> insert = m_database->prepare(
        "INSERT OR REPLACE INTO results(stage, article, version, units, bytes) VALUES(?,?,?,?,?)");
    if (!insert)
        return insert.error();
    for (const AnalysisResult &result : results) {
        insert->bind(1, stage.name).bind(2, result.article).bind(3, qint64(stage.version));
        insert->bind(4, result.textUnits).bindBlob(5, result.bytes);
        if (const Result<void> done = insert->run(); !done)
            return done;
    }
    return transaction.commit();
}

Result<void> AnalysisStore::keepOnly(const AnalysisStage &stage, const QSet<ArticleId> &articles)
{
    if (!m_database)
        return {};
    std::vector<ArticleId> gone;
    Result<Statement> rows = m_database->prepare("SELECT article FROM results WHERE stage=?");
    if (!rows)
        return rows.error();
    rows->bind(1, stage.name);
    for (Result<bool> row = rows->step(); row && *row; row = rows->step())
        if (const ArticleId id = rows->text(0); !articles.contains(id))
            gone.push_back(id);
    rows->reset();
    Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun();
    Result<Statement> drop = m_database->prepare("DELETE FROM results WHERE stage=? AND article=?");
    if (!drop)
        return drop.error();
    for (const ArticleId &id : gone)
        if (const Result<void> done = drop->bind(1, stage.name).bind(2, id).run(); !done)
            return done;
    return transaction.commit();
}

} // namespace Lectern
