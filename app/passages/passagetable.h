#pragma once

#include "base/sqlite.h"
#include "passages/passageedit.h"

namespace Lectern {

/// The kept passages in the user's order.
struct PassageList
{
    qint64 change = 0; ///< number of the change that made it what it is
    std::vector<Passage> passages;
    std::vector<double> positions; ///< of each passage, ascending
    qint64 bytes = 0;              ///< size of the records when they were read

    /// -1 when there is none of that id.
    int indexOf(const QString &id) const;
    /// Does what the edits say, as the table does.
    void apply(const PassageEdits &edits);
};

/// The first digits of the SHA-256 of some bytes: tells a record that has been written from one that has
/// rotted.
QString recordSum(const QByteArray &bytes);

/// The database file of the passages: what they are now, and the number of the last change. For one thread.
class PassageTable final
{
public:
    /// The version of the database that this program writes; it brings older ones up to it.
    static constexpr int version = 1;

    /// Opens or makes the file, for its owner's eyes only. Damaged when it cannot be trusted, Unsupported
    /// when a newer Lectern made it.
    static Result<PassageTable> open(const QString &path);
    /// A table that lives in memory and ends with it.
    static Result<PassageTable> inMemory();

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
    Result<PassageList> readAll();

    Database m_database;
};

} // namespace Lectern
