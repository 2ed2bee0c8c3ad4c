#include "passages/passagetable.h"

#include "base/jsonlines.h"
#include "passages/passagerecord.h"
#include "passages/passagestore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace Lectern {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// What brings a database of version n to version n + 1.
constexpr const char *migrations[PassageTable::version] = {
    "CREATE TABLE passage(id TEXT PRIMARY KEY NOT NULL, position REAL NOT NULL, record TEXT NOT NULL, sum "
    "TEXT NOT NULL);"
    "CREATE TABLE state(change INTEGER NOT NULL);"
    "INSERT INTO state(change) VALUES(0);",
    "CREATE TABLE collection(id TEXT PRIMARY KEY NOT NULL, place INTEGER NOT NULL, record TEXT NOT NULL, sum "
    "TEXT NOT NULL);"
    "CREATE TABLE colour(colour TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL);",
    // makeRecordsOfJson() fills and drops the old table.
    "DROP INDEX IF EXISTS passage_position;"
    "ALTER TABLE passage RENAME TO passage_json;"
    "CREATE TABLE passage(id TEXT PRIMARY KEY NOT NULL, position REAL NOT NULL, record BLOB NOT NULL, hash "
    "INTEGER NOT NULL);",
};

constexpr int versionOfRecords = 3; ///< older ones kept passages as JSON

Error damagedPassage(const QString &path)
{
    return {ErrorKind::Damaged, QStringLiteral("A passage is not what was written."), path};
}

Result<int> versionOf(Database &database)
{
    Result<Statement> ask = database.prepare("PRAGMA user_version");
    if (!ask)
        return ask.error();
    if (Result<bool> row = ask->step(); !row)
        return row.error();
    return int(ask->integer(0));
}

constexpr const char *putPassage =
    "INSERT OR REPLACE INTO passage(id, position, record, hash) VALUES(?,?,?,?)";

Result<void> putInto(Statement &put, const Passage &passage, double position)
{
    const QByteArray record = toRecord(passage);
    put.bind(1, passage.id).bind(2, position).bindBlob(3, record).bind(4, qint64(recordHash(record)));
    return put.run();
}

Error inFile(Error error, const QString &path)
{
    error.path = path;
    return error;
}

} // namespace

QString recordSum(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(8).toHex());
}

PassageTable::PassageTable(Database database)
    : m_database(std::move(database))
{}

Result<PassageTable> PassageTable::open(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        static_cast<void>(file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly));
    else if (file.permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup |
                                             QFile::WriteOther))
        file.setPermissions(ownerOnly);
    file.close();
    return openDatabase(path);
}

Result<PassageTable> PassageTable::inMemory()
{
    return openDatabase(QStringLiteral(":memory:"));
}

Result<PassageTable> PassageTable::openDatabase(const QString &path)
{
    Result<Database> database = Database::open(path, Durability::Full);
    if (!database)
        return inFile(database.error(), path);
    PassageTable table(std::move(*database));
    if (Result<void> done = table.migrate(); !done)
        return inFile(done.error(), path);
    return table;
}

Result<void> PassageTable::migrate()
{
    Result<int> now = versionOf(m_database);
    if (!now)
        return now.error();
    if (*now > version)
        return Error{
            ErrorKind::Unsupported,
            QStringLiteral("These passages were kept by a newer Lectern. Update Lectern to open them."),
            {}};
    if (*now == version)
        return {};

    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    now = versionOf(m_database);
    if (!now)
        return now.error();
    for (int next = *now; next < version; ++next) {
        const QByteArray raise = "PRAGMA user_version=" + QByteArray::number(next + 1);
        for (const char *sql : {migrations[next], raise.constData()})
            if (Result<void> done = m_database.execute(sql); !done)
                return done;
        if (next + 1 == versionOfRecords)
            if (Result<void> done = makeRecordsOfJson(); !done)
                return done;
    }
    return transaction.commit();
}

Result<void> PassageTable::makeRecordsOfJson()
{
    Result<Statement> rows = m_database.prepare("SELECT id, position, record, sum FROM passage_json");
    Result<Statement> put = m_database.prepare(putPassage);
    for (const Result<Statement> *statement : {&rows, &put})
        if (!*statement)
            return statement->error();
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        const QByteArray json = rows->blob(2);
        const Result<Passage> passage = passageFromJson(QJsonDocument::fromJson(json).object());
        if (recordSum(json) != rows->text(3) || !passage || passage->id != rows->text(0))
            return damagedPassage(m_database.path());
        if (Result<void> done = putInto(*put, *passage, rows->real(1)); !done)
            return done;
    }
    return row ? m_database.execute("DROP TABLE passage_json") : Result<void>(row.error());
}

Result<void> PassageTable::checkRecords(Database &database)
{
    const Result<int> found = versionOf(database);
    if (!found)
        return found.error();
    const bool isJson = *found < versionOfRecords;
    Result<Statement> rows =
        database.prepare(isJson ? "SELECT record, sum FROM passage" : "SELECT record, hash FROM passage");
    if (!rows)
        return rows.error();
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        const QByteArray record = rows->blob(0);
        if (isJson ? recordSum(record) != rows->text(1) : recordHash(record) != quint64(rows->integer(1)))
            return damagedPassage(database.path());
    }
    return row ? Result<void>() : Result<void>(row.error());
}

Result<qint64> PassageTable::lastChange()
{
    Result<Statement> ask = m_database.prepare("SELECT change FROM state");
    if (!ask)
        return ask.error();
    Result<bool> row = ask->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorKind::Damaged, QStringLiteral("The database is damaged."), m_database.path()};
    return ask->integer(0);
}

Result<PassageList> PassageTable::load()
{
    // A savepoint is a transaction where there is none, and otherwise a part of the one that is open.
    if (Result<void> begun = m_database.execute("SAVEPOINT load"); !begun)
        return begun.error();
    Result<PassageList> list = readAll();
    if (Result<void> ended = m_database.execute("RELEASE load"); !ended && list)
        return ended.error();
    return list;
}

Result<PassageList> PassageTable::readAll()
{
    PassageList list;
    Result<qint64> change = lastChange();
    if (!change)
        return change.error();
    list.change = *change;
    if (Result<void> done = readPassages(list); !done)
        return done.error();
    if (Result<void> done = readCollections(list); !done)
        return done.error();
    return list;
}

Result<void> PassageTable::readPassages(PassageList &list)
{
    Result<Statement> rows = m_database.prepare("SELECT id, position, record, hash FROM passage");
    if (!rows)
        return rows.error();
    std::vector<PassageList::Placed> placed;
    PassageRecordReader reader;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        const QByteArray record = rows->blob(2);
        std::optional<Passage> passage = reader.read(record);
        if (!passage || recordHash(record) != quint64(rows->integer(3)) || passage->id != rows->text(0))
            return damagedPassage(m_database.path());
        placed.push_back({std::make_shared<const Passage>(std::move(*passage)), rows->real(1)});
        list.bytes += record.size();
    }
    if (!row)
        return row.error();
    list.setPassages(std::move(placed));
    return {};
}

Result<void> PassageTable::readCollections(PassageList &list)
{
    Result<Statement> rows = m_database.prepare("SELECT id, record, sum FROM collection ORDER BY place, id");
    if (!rows)
        return rows.error();
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        const QByteArray record = rows->text(1).toUtf8();
        Result<Collection> collection = collectionFromJson(QJsonDocument::fromJson(record).object());
        if (!collection || collection->id != rows->text(0) || recordSum(record) != rows->text(2))
            return Error{ErrorKind::Damaged, QStringLiteral("A collection is not what was written."),
                         m_database.path()};
        list.append(std::move(*collection));
        list.bytes += record.size();
    }
    if (!row)
        return row.error();

    Result<Statement> names = m_database.prepare("SELECT colour, name FROM colour");
    if (!names)
        return names.error();
    for (row = names->step(); row && *row; row = names->step())
        list.setColourName(markColourNamed(names->text(0)), names->text(1));
    return row ? Result<void>() : Result<void>(row.error());
}

Result<void> PassageTable::executeCollection(const PassageEdit &edit)
{
    // Places are 0, 1, 2...: the gap that it leaves is closed, and another is made where it comes.
    const auto run = [&](const char *sql, const auto &bind) -> Result<void> {
        Result<Statement> statement = m_database.prepare(sql);
        if (!statement)
            return statement.error();
        bind(*statement);
        return statement->run();
    };
    const auto byId = [&](Statement &statement) { statement.bind(1, edit.id); };
    Result<void> done = run(
        "UPDATE collection SET place=place-1 WHERE place>(SELECT place FROM collection WHERE id=?)", byId);
    if (done)
        done = run("DELETE FROM collection WHERE id=?", byId);
    if (!done || edit.kind == PassageEdit::Kind::RemoveCollection)
        return done;
    const auto place = qint64(std::max(0.0, edit.position));
    done = run("UPDATE collection SET place=place+1 WHERE place>=?",
               [&](Statement &statement) { statement.bind(1, place); });
    if (!done)
        return done;
    const QByteArray record = JsonLines::line(toJson(edit.collection));
    return run("INSERT INTO collection(id, place, record, sum) VALUES(?1, min(?2, (SELECT count(*) FROM "
               "collection)), ?3, ?4)",
               [&](Statement &statement) {
                   statement.bind(1, edit.id).bind(2, place).bind(3, QString::fromUtf8(record));
                   statement.bind(4, recordSum(record));
               });
}

Result<void> PassageTable::execute(const PassageEdits &edits, qint64 change)
{
    Result<Statement> put = m_database.prepare(putPassage);
    Result<Statement> place = m_database.prepare("UPDATE passage SET position=?2 WHERE id=?1");
    Result<Statement> remove = m_database.prepare("DELETE FROM passage WHERE id=?");
    Result<Statement> number = m_database.prepare("UPDATE state SET change=?");
    Result<Statement> colour = m_database.prepare("INSERT OR REPLACE INTO colour(colour, name) VALUES(?,?)");
    for (const Result<Statement> *statement : {&colour, &put, &place, &remove, &number})
        if (!*statement)
            return statement->error();

    for (const PassageEdit &edit : edits) {
        Result<void> done;
        switch (edit.kind) {
        case PassageEdit::Kind::Clear:
            done = m_database.execute("DELETE FROM passage; DELETE FROM collection; DELETE FROM colour;");
            break;
        case PassageEdit::Kind::Put:
            done = putInto(*put, edit.passage, edit.position);
            break;
        case PassageEdit::Kind::Place:
            done = place->bind(1, edit.id).bind(2, edit.position).run();
            break;
        case PassageEdit::Kind::Remove:
            done = remove->bind(1, edit.id).run();
            break;
        case PassageEdit::Kind::PutCollection:
        case PassageEdit::Kind::RemoveCollection:
            done = executeCollection(edit);
            break;
        case PassageEdit::Kind::NameColour:
            done = colour->bind(1, name(edit.colour)).bind(2, edit.name).run();
            break;
        }
        if (!done)
            return done;
    }
    return number->bind(1, change).run();
}

} // namespace Lectern
