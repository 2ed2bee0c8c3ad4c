#include "library/libraryfolder.h"

#include "base/setaside.h"
#include "base/syncfolder.h"
#include "library/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <memory>
#include <utility>

namespace Lectern {

namespace {

constexpr int lockWaitMs = 2000;

QString listPath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("folders.json"));
}

/// Keeps other programs from writing the list while it is changed; null when that cannot be had, and the
/// change goes on without.
std::unique_ptr<QLockFile> lockedList(const QString &folder)
{
    if (folder.isEmpty())
        return nullptr;
    auto lock = std::make_unique<QLockFile>(listPath(folder) + QStringLiteral(".lock"));
    return lock->tryLock(lockWaitMs) ? std::move(lock) : nullptr;
}

} // namespace

QString LibraryFolder::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/lectern/library");
}

Result<LibraryFolder> LibraryFolder::open(const QString &path)
{
    LibraryFolder folder;
    folder.m_path = QDir::cleanPath(QDir().absoluteFilePath(path));
    if (!QDir().mkpath(folder.m_path))
        return Error{ErrorKind::Disk,
                     QStringLiteral(
                         "The library's folder cannot be made. Check the permissions of the folder above, or "
                         "choose another with --library."),
                     folder.m_path};
    QFile::setPermissions(folder.m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    Result<Content> content = read(listPath(folder.m_path));
    if (!content && content.error().kind == ErrorKind::Damaged) {
        if (const Result<QString> moved = setAside(listPath(folder.m_path)); !moved)
            return moved.error();
        return folder;
    }
    if (!content)
        return content.error();
    folder.m_roots = content->roots;
    folder.m_memoryBudget = content->memoryBudget;
    folder.m_mirrorFolder = content->mirrorFolder;
    return folder;
}

Result<LibraryFolder::Content> LibraryFolder::read(const QString &listPath)
{
    QFile list(listPath);
    if (!list.exists())
        return Content();
    if (!list.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable,
                     QStringLiteral("The list of folders cannot be read: %1.").arg(list.errorString()),
                     listPath};
    const QJsonDocument document = QJsonDocument::fromJson(list.readAll());
    if (!document.isObject())
        return Error{ErrorKind::Damaged, QStringLiteral("The list of folders is damaged."), listPath};
    Content content;
    const QJsonArray folders = document.object().value(QLatin1String("folders")).toArray();
    for (const QJsonValue &root : folders)
        content.roots += root.toString();
    const double megabytes = document.object().value(QLatin1String("memoryMegabytes")).toDouble();
    if (megabytes >= 1)
        content.memoryBudget = qint64(megabytes) * 1024 * 1024;
    content.mirrorFolder = document.object().value(QLatin1String("passagesCopy")).toString();
    return content;
}

bool LibraryFolder::reload()
{
    if (m_path.isEmpty() || m_isUnsaved || !QFile::exists(listPath(m_path)))
        return false;
    const Result<Content> content = read(listPath(m_path));
    if (!content || *content == Content{m_roots, m_memoryBudget, m_mirrorFolder})
        return false;
    m_roots = content->roots;
    m_memoryBudget = content->memoryBudget;
    m_mirrorFolder = content->mirrorFolder;
    return true;
}

Result<void> LibraryFolder::addRoots(const QStringList &paths)
{
    const std::unique_ptr<QLockFile> lock = lockedList(m_path);
    reload();
    QStringList roots = m_roots;
    for (const QString &given : paths) {
        const QString path = QDir::cleanPath(QDir().absoluteFilePath(given));
        const bool known = std::any_of(roots.begin(), roots.end(),
                                       [&path](const QString &root) { return isAtOrBelow(path, root); });
        if (known)
            continue;
        roots.removeIf([&path](const QString &root) { return isAtOrBelow(root, path); });
        roots += path;
    }
    if (roots == m_roots)
        return {};
    m_roots = roots;
    if (m_path.isEmpty())
        return Error{
            ErrorKind::Disk,
            QStringLiteral("These articles are open until Lectern is closed: the library has no folder "
                           "that can be written."),
            QString()};
    Result<void> written = write(roots);
    m_isUnsaved = !written;
    if (!written)
        return Error{ErrorKind::Disk,
                     written.error().message +
                         QStringLiteral(" The articles are open until Lectern is closed."),
                     written.error().path};
    return written;
}

Result<void> LibraryFolder::setMemoryBudget(qint64 bytes)
{
    const std::unique_ptr<QLockFile> lock = lockedList(m_path);
    reload();
    m_memoryBudget = bytes;
    return m_path.isEmpty() ? Result<void>() : write(m_roots);
}

Result<void> LibraryFolder::setMirrorFolder(const QString &path)
{
    const std::unique_ptr<QLockFile> lock = lockedList(m_path);
    reload();
    const QString before = std::exchange(m_mirrorFolder, path);
    Result<void> written = m_path.isEmpty() ? Result<void>() : write(m_roots);
    if (!written)
        m_mirrorFolder = before;
    return written;
}

Result<void> LibraryFolder::removeRoots(const QStringList &paths)
{
    const std::unique_ptr<QLockFile> lock = lockedList(m_path);
    reload();
    QStringList roots = m_roots;
    for (const QString &given : paths) {
        const QString path = QDir::cleanPath(QDir().absoluteFilePath(given));
        if (roots.removeAll(path) > 0)
            continue;
        const auto above = std::find_if(m_roots.begin(), m_roots.end(),
                                        [&path](const QString &root) { return isAtOrBelow(path, root); });
        const QString hint =
            above == m_roots.end()
                ? QString()
                : QStringLiteral(" It is read because it lies in %1; remove that.").arg(*above);
        return Error{ErrorKind::NotFound,
                     QStringLiteral("This is not one of the library's folders and files.") + hint, path};
    }
    if (!m_path.isEmpty()) {
        if (Result<void> written = write(roots); !written)
            return Error{ErrorKind::Disk, written.error().message + QStringLiteral(" Nothing was removed."),
                         written.error().path};
        m_isUnsaved = false;
    }
    m_roots = roots;
    return {};
}

Result<void> LibraryFolder::write(const QStringList &roots) const
{
    QSaveFile file(listPath(m_path));
    QJsonObject object{{QStringLiteral("version"), 1},
                       {QStringLiteral("folders"), QJsonArray::fromStringList(roots)}};
    if (m_memoryBudget != usualMemoryBudget)
        object.insert(QStringLiteral("memoryMegabytes"), m_memoryBudget / 1024 / 1024);
    if (!m_mirrorFolder.isEmpty())
        object.insert(QStringLiteral("passagesCopy"), m_mirrorFolder);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) >= 0 &&
                         file.flush() // Qt 6.4 can report a commit of bytes that found no room
                         && file.commit();
    if (!written)
        return Error{ErrorKind::Disk,
                     QStringLiteral("The list of folders cannot be saved: %1.").arg(file.errorString()),
                     file.fileName()};
    syncFolderOf(file.fileName());
    return {};
}

} // namespace Lectern
