#include "library/fileledger.h"

#include "base/setaside.h"
#include "library/paths.h"
#include "text/canonicaltext.h"

#include <QCborArray>
#include <QCborValue>
#include <QDir>

#include <algorithm>

namespace Lectern {

namespace {

/// Raise it when importers find other things in the same bytes.
constexpr int readingRules = 1;

constexpr qsizetype idBytes = 16; ///< of an ArticleId, two digits a byte

constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS file(
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, modified_ms INTEGER NOT NULL,
    failures BLOB NOT NULL, articles BLOB NOT NULL);
PRAGMA user_version=1;
)";

QByteArray encode(const std::vector<ImportFailure> &failures)
{
    if (failures.empty())
        return {};
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

QByteArray encode(const std::vector<ArticleId> &ids)
{
    QByteArray bytes;
    for (const ArticleId &id : ids)
        bytes += QByteArray::fromHex(id.toLatin1());
    return bytes;
}

std::vector<ArticleId> decode(const QByteArray &bytes)
{
    std::vector<ArticleId> ids;
    for (qsizetype at = 0; at + idBytes <= bytes.size(); at += idBytes)
        ids.push_back(QString::fromLatin1(bytes.mid(at, idBytes).toHex()));
    return ids;
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

const qint64 FileLedger::rules = qint64(CanonicalTextBuilder::rulesVersion) * 1000 + readingRules;

FileLedger::FileLedger(Database database)
    : m_database(std::move(database))
{}

Result<FileLedger> FileLedger::open(const QString &folder, Access access)
{
    const QString path = QDir(folder).filePath(QStringLiteral("files.db"));
    if (access == Access::Reader) {
        Result<Database> database = Database::openReadOnly(path);
        return database ? Result<FileLedger>(FileLedger(std::move(*database))) : database.error();
    }
    QString notice;
    Result<Database> database = Database::open(path, Durability::Normal);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        const Result<QString> moved = setAside(path);
        if (!moved)
            return moved.error();
        notice = QStringLiteral(
                     "The record of the files that were read was damaged. It was set aside as %1, and the "
                     "files are being read again.")
                     .arg(*moved);
        database = Database::open(path, Durability::Normal);
    }
    if (!database)
        return database.error();
    if (Result<void> made = database->execute(schema); !made)
        return made.error();
    FileLedger ledger(std::move(*database));
    ledger.m_notice = notice;
    return ledger;
}

std::optional<FileRecord> FileLedger::find(const FoundFile &file)
{
    Result<Statement> found =
        m_database.prepare("SELECT failures, articles FROM file WHERE path=? AND bytes=? AND modified_ms=?");
    if (!found)
        return std::nullopt;
    found->bind(1, file.path).bind(2, file.bytes).bind(3, file.modifiedMs);
    if (const Result<bool> row = found->step(); !row || !*row)
        return std::nullopt;
    FileRecord record{file, decode(found->blob(0), file.path), decode(found->blob(1))};
    if (record.failures.empty() && record.articles.empty())
        return std::nullopt;
    return record;
}

Result<void> FileLedger::change(const std::vector<FileRecord> &read, const QStringList &forgotten)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    Result<Statement> drop = m_database.prepare("DELETE FROM file WHERE path=?");
    Result<Statement> keep = m_database.prepare(
        "INSERT INTO file(path, bytes, modified_ms, failures, articles) VALUES(?,?,?,?,?)");
    for (const Result<Statement> *statement : {&drop, &keep})
        if (!*statement)
            return statement->error();
    for (const QString &path : forgotten)
        if (Result<void> done = drop->bind(1, path).run(); !done)
            return done;
    for (const FileRecord &record : read) {
        if (Result<void> done = drop->bind(1, record.file.path).run(); !done)
            return done;
        if (!std::all_of(record.failures.begin(), record.failures.end(), isLasting))
            continue;
        keep->bind(1, record.file.path).bind(2, record.file.bytes).bind(3, record.file.modifiedMs);
        keep->bindBlob(4, encode(record.failures)).bindBlob(5, encode(record.articles));
        if (Result<void> done = keep->run(); !done)
            return done;
    }
    return transaction.commit();
}

Result<qsizetype> FileLedger::compact(const QStringList &roots)
{
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
    if (const Result<void> done = change({}, others); !done)
        return done.error();
    if (const Result<void> done = m_database.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);"); !done)
        return done.error();
    return others.size();
}

} // namespace Lectern
