#include "base/sqlite.h"

#include <QDir>

#include <sqlite3.h>

namespace Lectern {

namespace {

constexpr int busyTimeoutMs = 5000;

ErrorKind kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::Damaged;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorKind::Unreadable;
    default:
        return ErrorKind::Disk;
    }
}

Error errorOf(sqlite3 *handle, const QString &path, int code)
{
    const QString detail = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorKind::Disk, QStringLiteral("The disk is full. Free some space and try again."), path};
    case SQLITE_READONLY:
        return {ErrorKind::Disk,
                QStringLiteral("The file cannot be written (read-only). Check the folder's permissions."),
                path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Disk,
                QStringLiteral("Another program holds the file locked. Close it and try again."), path};
    default:
        return {kindOf(code), QStringLiteral("Database error: %1.").arg(detail), path};
    }
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement &Statement::bind(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), sqlite3_uint64(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    sqlite3_bind_double(m_statement.get(), index, value);
    return *this;
}

Statement &Statement::bindBlob(int index, const QByteArray &value)
{
    sqlite3_bind_blob64(m_statement.get(), index, value.constData(), sqlite3_uint64(value.size()),
                        SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3 *handle = sqlite3_db_handle(m_statement.get());
    const char *path = sqlite3_db_filename(handle, "main");
    return errorOf(handle, QString::fromUtf8(path ? path : ""), sqlite3_extended_errcode(handle));
}

Result<void> Statement::run()
{
    Result<bool> stepped = step();
    reset();
    if (!stepped)
        return stepped.error();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::openWith(const QString &path, int flags)
{
    Database database;
    database.m_path = path;
    sqlite3 *handle = nullptr;
    const QByteArray native = QDir::toNativeSeparators(path).toUtf8();
    const int code = sqlite3_open_v2(native.constData(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    database.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return errorOf(handle, path, code);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    return database;
}

Result<Database> Database::open(const QString &path, Durability durability)
{
    Result<Database> opened = openWith(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!opened)
        return opened;
    const char *setup = durability == Durability::Full
                            ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                            : "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
    if (Result<void> done = opened->execute(setup); !done)
        return done.error();
    Result<Statement> check = opened->prepare("PRAGMA quick_check(1)");
    if (!check)
        return check.error();
    Result<bool> row = check->step();
    if (!row)
        return row.error();
    if (!*row || check->text(0) != QLatin1String("ok"))
        return Error{ErrorKind::Damaged, QStringLiteral("The database is damaged."), path};
    return opened;
}

Result<Database> Database::openReadOnly(const QString &path)
{
    return openWith(path, SQLITE_OPEN_READONLY);
}

Result<void> Database::execute(const char *sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return errorOf(m_handle.get(), m_path, sqlite3_extended_errcode(m_handle.get()));
    return {};
}

Result<Statement> Database::prepare(const char *sql)
{
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql, -1, &handle, nullptr) != SQLITE_OK)
        return errorOf(m_handle.get(), m_path, sqlite3_extended_errcode(m_handle.get()));
    Statement statement;
    statement.m_statement.reset(handle);
    return statement;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

int Database::changes() const
{
    return sqlite3_changes(m_handle.get());
}

Result<void> Database::copyTo(const QString &path)
{
    Result<Statement> copy = prepare("VACUUM INTO ?");
    if (!copy)
        return copy.error();
    return copy->bind(1, path).run();
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_begun(database.execute("BEGIN IMMEDIATE"))
    , m_open(m_begun.ok())
{}

Transaction::~Transaction()
{
    if (m_open)
        static_cast<void>(m_database.execute("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (!m_begun)
        return m_begun;
    Result<void> done = m_database.execute("COMMIT");
    if (done)
        m_open = false;
    return done;
}

} // namespace Lectern
