#include "passages/passagebackups.h"

#include "base/syncfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryFile>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype keptDays = 7;
constexpr qsizetype keptWeeks = 4;
constexpr qsizetype keptBeforeRestores = 3;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

constexpr QStringView dayFormat = u"yyyy-MM-dd";
constexpr QStringView secondFormat = u"yyyy-MM-dd-HHmmss";

/// "2026-11-25" or "2026-11-25-170213" of "passages-....db".
QString stampOf(const QString &name)
{
    return name.sliced(9, name.size() - 12);
}

bool isDaily(const QString &name)
{
    return stampOf(name).size() == dayFormat.size();
}

Error cannotWrite(const QString &path)
{
    return {ErrorKind::Disk,
            QStringLiteral(
                "No backup of the passages can be made here. Check the free space and the permissions."),
            path};
}

/// Damaged unless every page and every record is what was written.
Result<void> check(const QString &path)
{
    const Error damaged{ErrorKind::Damaged, QStringLiteral("The backup of the passages is damaged."), path};
    Result<Database> database = Database::openReadOnly(path);
    if (!database)
        return database.error();
    Result<Statement> integrity = database->prepare("PRAGMA integrity_check(1)");
    if (!integrity)
        return integrity.error();
    if (Result<bool> row = integrity->step(); !row || !*row || integrity->text(0) != QLatin1String("ok"))
        return damaged;
    if (Result<void> done = PassageTable::checkRecords(*database); !done)
        return done.error().kind == ErrorKind::Damaged ? damaged : done;
    return {};
}

Result<int> countIn(const QString &path)
{
    Result<Database> database = Database::openReadOnly(path);
    if (!database)
        return database.error();
    Result<Statement> count = database->prepare("SELECT count(*) FROM passage");
    if (!count)
        return count.error();
    if (Result<bool> row = count->step(); !row)
        return row.error();
    return int(count->integer(0));
}

} // namespace

PassageBackups::PassageBackups(const QString &libraryFolder)
    : m_database(QDir(libraryFolder).filePath(QStringLiteral("passages.db")))
    , m_folder(QDir(libraryFolder).filePath(QStringLiteral("backups")))
{}

/// The newest first.
QStringList PassageBackups::names() const
{
    static const QRegularExpression pattern(QStringLiteral("^passages-\\d{4}-\\d\\d-\\d\\d(-\\d{6})?\\.db$"));
    QStringList names = QDir(m_folder).entryList(QDir::Files).filter(pattern);
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return stampOf(a) > stampOf(b); });
    return names;
}

std::vector<PassageBackup> PassageBackups::list() const
{
    std::vector<PassageBackup> backups;
    for (const QString &name : names()) {
        const QFileInfo file(QDir(m_folder).filePath(name));
        const Result<int> passages = countIn(file.filePath());
        if (!passages)
            continue;
        const QDateTime made =
            isDaily(name) ? file.lastModified() : QDateTime::fromString(stampOf(name), secondFormat);
        backups.push_back({file.filePath(), made, file.size(), *passages});
    }
    // Names tell seconds; that of the day is the first of its second.
    std::stable_sort(backups.begin(), backups.end(), [](const PassageBackup &a, const PassageBackup &b) {
        const qint64 second = a.made.toSecsSinceEpoch();
        const qint64 other = b.made.toSecsSinceEpoch();
        return second != other
                   ? second > other
                   : !isDaily(QFileInfo(a.path).fileName()) && isDaily(QFileInfo(b.path).fileName());
    });
    return backups;
}

Result<bool> PassageBackups::makeDaily(const QDateTime &now) const
{
    const QString name = QStringLiteral("passages-%1.db").arg(now.toString(dayFormat));
    if (QFile::exists(QDir(m_folder).filePath(name)))
        return false;
    const Result<int> passages = countIn(m_database);
    if (!passages)
        return passages.error();
    if (*passages == 0)
        return false;
    if (Result<void> done = copyTo(name); !done)
        return done.error();
    // It holds what was kept then, however long the copy took.
    QFile made(QDir(m_folder).filePath(name));
    if (made.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        made.setFileTime(now, QFileDevice::FileModificationTime);
    made.close();
    rotate();
    return true;
}

Result<PassageBackup> PassageBackups::makeNow(const QDateTime &now) const
{
    QDateTime moment = now;
    const auto name = [&] { return QStringLiteral("passages-%1.db").arg(moment.toString(secondFormat)); };
    while (QFile::exists(QDir(m_folder).filePath(name())))
        moment = moment.addSecs(1);
    if (Result<void> done = copyTo(name()); !done)
        return done.error();
    rotate();
    const QFileInfo file(QDir(m_folder).filePath(name()));
    const Result<int> passages = countIn(file.filePath());
    if (!passages)
        return passages.error();
    return PassageBackup{file.filePath(), moment, file.size(), *passages};
}

Result<void> PassageBackups::copyTo(const QString &name) const
{
    const QDir folder(m_folder);
    if (!QDir().mkpath(m_folder))
        return cannotWrite(m_folder);
    QFile::setPermissions(m_folder, ownerOnly | QFile::ExeOwner);
    for (const QString &left : folder.entryList({QStringLiteral("unfinished-*")}, QDir::Files | QDir::Hidden))
        if (QFileInfo(folder.filePath(left)).lastModified().secsTo(QDateTime::currentDateTime()) > 3600)
            QFile::remove(folder.filePath(left)); // of a program that was killed

    QTemporaryFile unfinished(folder.filePath(QStringLiteral("unfinished-XXXXXX.db")));
    if (!unfinished.open())
        return cannotWrite(m_folder);
    const QString path = unfinished.fileName();
    Result<Database> database = Database::openReadOnly(m_database);
    if (!database)
        return database.error();
    if (Result<void> done = database->copyTo(path); !done)
        return Error{done.error().kind, done.error().message, folder.filePath(name)};
    if (Result<void> sound = check(path); !sound)
        return sound;
    if (!syncFile(unfinished) || !unfinished.rename(folder.filePath(name)))
        return cannotWrite(folder.filePath(name));
    unfinished.setAutoRemove(false);
    syncFolderOf(folder.filePath(name));
    return {};
}

void PassageBackups::rotate() const
{
    // Asked once: one that another thread or program makes meanwhile is none of these.
    const QStringList all = names();
    QStringList kept;
    QSet<QPair<int, int>> weeks;
    qsizetype days = 0;
    qsizetype restores = 0;
    for (const QString &name : all) {
        if (!isDaily(name)) {
            if (restores++ < keptBeforeRestores)
                kept += name;
            continue;
        }
        if (days++ < keptDays) {
            kept += name;
            continue;
        }
        int year = 0;
        const int week = QDate::fromString(stampOf(name), dayFormat).weekNumber(&year);
        if (!weeks.contains({year, week}) && weeks.size() < keptWeeks) {
            weeks.insert({year, week});
            kept += name;
        }
    }
    for (const QString &name : all)
        if (!kept.contains(name))
            QFile::remove(QDir(m_folder).filePath(name));
}

Result<PassageList> PassageBackups::read(const QString &path) const
{
    if (Result<void> sound = check(path); !sound)
        return sound.error();
    // A copy of the copy, because opening brings it to the newest version.
    QTemporaryFile copy(QDir(m_folder).filePath(QStringLiteral("unfinished-XXXXXX.db")));
    QFile original(path);
    if (!copy.open() || !original.open(QIODevice::ReadOnly))
        return cannotWrite(m_folder);
    while (!original.atEnd()) {
        const QByteArray piece = original.read(1 << 20);
        if (piece.isEmpty() || copy.write(piece) != piece.size())
            return cannotWrite(m_folder);
    }
    copy.close();
    Result<PassageList> list = [&]() -> Result<PassageList> {
        Result<PassageTable> table = PassageTable::open(copy.fileName());
        if (!table)
            return table.error();
        return table->load();
    }();
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(copy.fileName() + suffix);
    if (!list)
        return Error{list.error().kind, list.error().message, path};
    return list;
}

std::optional<std::pair<PassageBackup, PassageList>> PassageBackups::newestSound() const
{
    for (const PassageBackup &backup : list())
        if (Result<PassageList> kept = read(backup.path))
            return std::pair(backup, std::move(*kept));
    return {};
}

} // namespace Lectern
