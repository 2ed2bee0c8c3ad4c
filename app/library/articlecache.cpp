#include "library/articlecache.h"

#include "base/setaside.h"
#include "library/paths.h"
#include "text/articlecodec.h"
#include "text/canonicaltext.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QFileInfo>

namespace Lectern {

namespace {

/// Raise it when importers find other things in the same bytes.
constexpr int readingRules = 1;
constexpr qint64 rules = qint64(CanonicalTextBuilder::rulesVersion) * 1000 + readingRules;

constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS file(
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, modified_ms INTEGER NOT NULL,
    rules INTEGER NOT NULL, failures BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS article(
    file INTEGER NOT NULL REFERENCES file(id) ON DELETE CASCADE, n INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY(file, n)) WITHOUT ROWID;
PRAGMA foreign_keys=ON;
PRAGMA user_version=1;
)";

QByteArray encode(const std::vector<ImportFailure> &failures)
{
    QCborArray array;
    for (const ImportFailure &failure : failures)
        array.append(QCborArray{failure.part, name(failure.error.kind), failure.error.message});
    return array.toCborValue().toCbor();
}

std::vector<ImportFailure> decode(const QByteArray &bytes, const QString &path)
{
    std::vector<ImportFailure> failures;
    const QCborArray array = QCborValue::fromCbor(bytes).toArray();
    for (const QCborValue &value : array) {
        const QCborArray fields = value.toArray();
        failures.push_back({fields.at(0).toString(),
                            {errorKindNamed(fields.at(1).toString()), fields.at(2).toString(), path}});
    }
    return failures;
}

/// A failure that the next try may not meet is not worth remembering.
bool isLasting(const ImportFailure &failure)
{
    switch (failure.error.kind) {
    case ErrorKind::Unsupported:
    case ErrorKind::Malformed:
    case ErrorKind::Encrypted:
    case ErrorKind::Empty:
    case ErrorKind::Limit:
    case ErrorKind::Timeout:
    case ErrorKind::Crashed:
        return true;
    default:
        return false;
    }
}

} // namespace

ArticleCache::ArticleCache(Database database)
    : m_database(std::move(database))
{}

Result<ArticleCache> ArticleCache::open(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("articles.db"));
    QString notice;
    Result<Database> database = Database::open(path, Durability::Normal);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        const Result<QString> moved = setAside(path);
        if (!moved)
            return moved.error();
        notice = QStringLiteral(
                     "The article cache was damaged. It was set aside as %1, and the articles are being read "
                     "from their files again.")
                     .arg(*moved);
        database = Database::open(path, Durability::Normal);
    }
    if (!database)
        return database.error();
    if (Result<void> made = database->execute(schema); !made)
        return made.error();
    ArticleCache cache(std::move(*database));
    cache.m_notice = notice;
    return cache;
}

ImportOutcome ArticleCache::read(const QString &path, qint64 fileId, const QByteArray &failures)
{
    ImportOutcome outcome;
    outcome.failures = decode(failures, path);
    Result<Statement> articles = m_database.prepare("SELECT content FROM article WHERE file=? ORDER BY n");
    if (!articles)
        return outcome;
    articles->bind(1, fileId);
    for (Result<bool> row = articles->step(); row && *row; row = articles->step()) {
        Result<ArticlePtr> article = decodeArticle(articles->blob(0));
        if (!article)
            return {}; // a bad record is read from its file again
        outcome.articles.push_back(*article);
    }
    return outcome;
}

std::optional<ImportOutcome> ArticleCache::find(const FoundFile &file)
{
    Result<Statement> found = m_database.prepare(
        "SELECT id, failures FROM file WHERE path=? AND bytes=? AND modified_ms=? AND rules=?");
    if (!found)
        return std::nullopt;
    found->bind(1, file.path).bind(2, file.bytes).bind(3, file.modifiedMs).bind(4, rules);
    const Result<bool> row = found->step();
    if (!row || !*row)
        return std::nullopt;
    ImportOutcome outcome = read(file.path, found->integer(0), found->blob(1));
    if (outcome.articles.empty() && outcome.failures.empty())
        return std::nullopt;
    return outcome;
}

std::vector<ImportOutcome> ArticleCache::below(const QString &path)
{
    std::vector<ImportOutcome> outcomes;
    Result<Statement> files = m_database.prepare(
        "SELECT id, path, failures FROM file WHERE path=?1 OR (path>?2 AND path<?3) ORDER BY path");
    if (!files)
        return outcomes;
    files->bind(1, path).bind(2, path + QLatin1Char('/')).bind(3, path + QLatin1Char('0'));
    for (Result<bool> row = files->step(); row && *row; row = files->step())
        outcomes.push_back(read(files->text(1), files->integer(0), files->blob(2)));
    return outcomes;
}

Result<void> ArticleCache::store(const std::vector<std::pair<FoundFile, ImportOutcome>> &files)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    Result<Statement> file = m_database.prepare(
        "INSERT OR REPLACE INTO file(path, bytes, modified_ms, rules, failures) VALUES(?,?,?,?,?)");
    Result<Statement> drop = m_database.prepare("DELETE FROM file WHERE path=?");
    Result<Statement> article = m_database.prepare("INSERT INTO article(file, n, content) VALUES(?,?,?)");
    for (const Result<Statement> *statement : {&file, &drop, &article})
        if (!*statement)
            return statement->error();
    for (const auto &[found, outcome] : files) {
        if (Result<void> done = drop->bind(1, found.path).run(); !done)
            return done;
        if (!std::all_of(outcome.failures.begin(), outcome.failures.end(), isLasting))
            continue;
        file->bind(1, found.path).bind(2, found.bytes).bind(3, found.modifiedMs).bind(4, rules);
        file->bindBlob(5, encode(outcome.failures));
        if (Result<void> done = file->run(); !done)
            return done;
        const qint64 id = m_database.lastInsertId();
        qint64 n = 0;
        for (const ArticlePtr &one : outcome.articles) {
            article->bind(1, id).bind(2, n++).bindBlob(3, encodeArticle(*one));
            if (Result<void> done = article->run(); !done)
                return done;
        }
    }
    return transaction.commit();
}

Result<void> ArticleCache::forget(const QStringList &paths)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    Result<Statement> drop = m_database.prepare("DELETE FROM file WHERE path=?");
    if (!drop)
        return drop.error();
    for (const QString &path : paths)
        if (Result<void> done = drop->bind(1, path).run(); !done)
            return done;
    return transaction.commit();
}

Result<ArticleCache::Compaction> ArticleCache::compact(const QStringList &roots)
{
    const auto bytes = [this] {
        return QFileInfo(m_database.path()).size() +
               QFileInfo(m_database.path() + QStringLiteral("-wal")).size();
    };
    Compaction result;
    result.bytesBefore = bytes();
    const QSet<QString> kept(roots.begin(), roots.end());
    QStringList others;
    {
        Result<Statement> files = m_database.prepare("SELECT path FROM file");
        if (!files)
            return files.error();
        Result<bool> row = files->step();
        for (; row && *row; row = files->step())
            if (const QString path = files->text(0); !isAtOrBelow(path, kept))
                others += path;
        if (!row)
            return row.error();
    }
    if (const Result<void> done = forget(others); !done)
        return done.error();
    if (const Result<void> done = m_database.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);"); !done)
        return done.error();
    result.forgotten = others.size();
    result.bytesAfter = bytes();
    return result;
}

} // namespace Lectern
