#include "passages/passagetable.h"

#include "base/jsonlines.h"
#include "passages/passagestore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QJsonDocument>

#include <algorithm>

namespace Lectern {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// What brings a database of version n to version n + 1.
constexpr const char *migrations[PassageTable::version] = {
    "CREATE TABLE passage(id TEXT PRIMARY KEY NOT NULL, position REAL NOT NULL, record TEXT NOT NULL, sum "
    "TEXT NOT NULL);"
    "CREATE INDEX passage_position ON passage(position, id);"
    "CREATE TABLE state(change INTEGER NOT NULL);"
    "INSERT INTO state(change) VALUES(0);",
};

Result<Passage> readRecord(const QString &id, const QString &record, const QString &sum)
{
    const QByteArray bytes = record.toUtf8();
    const Error damaged{ErrorKind::Damaged, QStringLiteral("A passage is not what was written."), {}};
    if (recordSum(bytes) != sum)
        return damaged;
    Result<Passage> passage = passageFromJson(QJsonDocument::fromJson(bytes).object());
    if (!passage || passage->id != id)
        return damaged;
    return passage;
}

Error inFile(Error error, const QString &path)
{
    error.path = path;
    return error;
}

} // namespace

int PassageList::indexOf(const QString &id) const
{
    const auto found = std::find_if(passages.begin(), passages.end(),
                                    [&](const Passage &passage) { return passage.id == id; });
    return found == passages.end() ? -1 : int(found - passages.begin());
}

void PassageList::apply(const PassageEdits &edits)
{
    QHash<QString, size_t> places;
    for (size_t i = 0; i < passages.size(); ++i)
        places.insert(passages[i].id, i);
    std::vector<bool> gone(passages.size());
    for (const PassageEdit &edit : edits) {
        const auto place = places.constFind(edit.id);
        if (edit.kind == PassageEdit::Kind::Clear) {
            gone.assign(gone.size(), true);
        } else if (place == places.constEnd()) {
            if (edit.kind != PassageEdit::Kind::Put)
                continue;
            places.insert(edit.id, passages.size());
            passages.push_back(edit.passage);
            positions.push_back(edit.position);
            gone.push_back(false);
        } else if (edit.kind == PassageEdit::Kind::Remove) {
            gone[*place] = true;
        } else {
            positions[*place] = edit.position;
            if (edit.kind == PassageEdit::Kind::Put) {
                passages[*place] = edit.passage;
                gone[*place] = false;
            }
        }
    }

    std::vector<size_t> order;
    for (size_t i = 0; i < passages.size(); ++i)
        if (!gone[i])
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return positions[a] < positions[b]; });
    PassageList sorted;
    for (const size_t i : order) {
        sorted.passages.push_back(std::move(passages[i]));
        sorted.positions.push_back(positions[i]);
    }
    passages.swap(sorted.passages);
    positions.swap(sorted.positions);
}

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
    Result<Statement> ask = m_database.prepare("PRAGMA user_version");
    if (!ask)
        return ask.error();
    const auto found = [&]() -> Result<qint64> {
        Result<bool> row = ask->step();
        if (!row)
            return row.error();
        const qint64 number = ask->integer(0);
        ask->reset();
        return number;
    };
    Result<qint64> now = found();
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
    now = found();
    if (!now)
        return now.error();
    for (qint64 next = *now; next < version; ++next) {
        const QByteArray raise = "PRAGMA user_version=" + QByteArray::number(next + 1);
        for (const char *sql : {migrations[next], raise.constData()})
            if (Result<void> done = m_database.execute(sql); !done)
                return done;
    }
    return transaction.commit();
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
    Result<Statement> rows =
        m_database.prepare("SELECT id, position, record, sum FROM passage ORDER BY position, id");
    if (!rows)
        return rows.error();
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        Result<Passage> passage = readRecord(rows->text(0), rows->text(2), rows->text(3));
        if (!passage)
            return inFile(passage.error(), m_database.path());
        list.passages.push_back(std::move(*passage));
        list.positions.push_back(rows->real(1));
        list.bytes += rows->text(2).size();
    }
    if (!row)
        return row.error();
    return list;
}

Result<void> PassageTable::execute(const PassageEdits &edits, qint64 change)
{
    Result<Statement> clear = m_database.prepare("DELETE FROM passage");
    Result<Statement> put =
        m_database.prepare("INSERT OR REPLACE INTO passage(id, position, record, sum) VALUES(?,?,?,?)");
    Result<Statement> place = m_database.prepare("UPDATE passage SET position=?2 WHERE id=?1");
    Result<Statement> remove = m_database.prepare("DELETE FROM passage WHERE id=?");
    Result<Statement> number = m_database.prepare("UPDATE state SET change=?");
    for (const Result<Statement> *statement : {&clear, &put, &place, &remove, &number})
        if (!*statement)
            return statement->error();

    for (const PassageEdit &edit : edits) {
        Result<void> done;
        switch (edit.kind) {
        case PassageEdit::Kind::Clear:
            done = clear->run();
            break;
        case PassageEdit::Kind::Put: {
            const QByteArray record = JsonLines::line(toJson(edit.passage));
            put->bind(1, edit.id).bind(2, edit.position).bind(3, QString::fromUtf8(record));
            done = put->bind(4, recordSum(record)).run();
            break;
        }
        case PassageEdit::Kind::Place:
            done = place->bind(1, edit.id).bind(2, edit.position).run();
            break;
        case PassageEdit::Kind::Remove:
            done = remove->bind(1, edit.id).run();
            break;
        }
        if (!done)
            return done;
    }
    return number->bind(1, change).run();
}

} // namespace Lectern
