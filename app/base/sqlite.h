#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace Lectern {

/// A prepared statement. Bind by position from 1, step() through the rows, reset() to use it again.
/// Belongs to the thread of its Database.
class Statement
{
public:
    Statement() = default;

    Statement &bind(int index, const QString &value);
    Statement &bind(int index, qint64 value);
    Statement &bind(int index, double value);
    Statement &bindBlob(int index, const QByteArray &value);
    Statement &bindNull(int index);

    /// True when there is a row to read, false at the end.
    Result<bool> step();
    /// Runs a statement that returns no rows, and resets it.
    Result<void> run();
    void reset();

    QString text(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// How much a commit may lose when the power fails: Full nothing, Normal the last commits (never the
/// database).
enum class Durability { Full, Normal };

/// One connection to one SQLite file in WAL mode, for one thread.
class Database
{
public:
    /// Opens or creates the file; fails with Damaged when it is not a sound database (quick_check).
    static Result<Database> open(const QString &path, Durability durability);
    /// Opens an existing file without being able to write to it.
    static Result<Database> openReadOnly(const QString &path);

    /// Runs one or more statements that return no rows.
    Result<void> execute(const char *sql);
    Result<Statement> prepare(const char *sql);

    qint64 lastInsertId() const;
    int changes() const;
    QString path() const { return m_path; }

    /// Writes a consistent copy of the whole database to a new file (VACUUM INTO).
    Result<void> copyTo(const QString &path);

private:
    friend class Statement;
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    static Result<Database> openWith(const QString &path, int flags);

    QString m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// A transaction that is rolled back unless it was committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Fails when BEGIN failed; whatever is executed then is in no transaction.
    const Result<void> &begun() const { return m_begun; }
    /// Fails when BEGIN failed, too.
    Result<void> commit();

private:
    Database &m_database;
    Result<void> m_begun;
    bool m_open = false;
};

} // namespace Lectern
