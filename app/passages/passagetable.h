#pragma once

#include "base/sqlite.h"
#include "passages/passagelist.h"

namespace Lectern {

/// The first digits of the SHA-256 of some bytes: tells a line or a collection that has been written from one
/// that has rotted.
QString recordSum(const QByteArray &bytes);

/// The database file of the passages: what they are now, and the number of the last change. For one thread.
class PassageTable final
{
public:
    /// The version of the database that this program writes; it brings older ones up to it.
    static constexpr int version = 3;

    /// Opens or makes the file, for its owner's eyes only. Damaged when it cannot be trusted, Unsupported
    /// when a newer Lectern made it.
    static Result<PassageTable> open(const QString &path);
    /// A table that lives in memory and ends with it.
    static Result<PassageTable> inMemory();
    /// Damaged unless every record of a database, of this version or an older one, is what was written.
    static Result<void> checkRecords(Database &database);

    Database &database() { return m_database; }

    Result<qint64> lastChange();
    /// All passages in order, seen at one moment. Damaged when a record is not what was written.
    Result<PassageList> load();
    /// Carries out the edits and notes the number of the change, inside the caller's transaction.
    Result<void> execute(const PassageEdits &edits, qint64 change);

private:
    explicit PassageTable(Database database);

    static Result<PassageTable> openDatabase(const QString &path);
    Result<void> migrate();
    /// Version 2 kept passages as JSON.
    Result<void> makeRecordsOfJson();
    Result<PassageList> readAll();
    Result<void> readPassages(PassageList &list);
    Result<void> readCollections(PassageList &list);
    /// Puts a collection at its place among the others, or takes it away when `edit` says so.
    Result<void> executeCollection(const PassageEdit &edit);

    Database m_database;
};

} // namespace Lectern
