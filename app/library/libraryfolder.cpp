#include "library/libraryfolder.h"

#include "base/setaside.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace Lectern {

namespace {

QString listPath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("folders.json"));
}

bool isBelow(const QString &path, const QString &root)
{
    return path == root || path.startsWith(root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/'));
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

    QFile list(listPath(folder.m_path));
    if (!list.exists())
        return folder;
    if (!list.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable,
                     QStringLiteral("The list of folders cannot be read: %1.").arg(list.errorString()),
                     list.fileName()};
    const QJsonDocument document = QJsonDocument::fromJson(list.readAll());
    list.close();
    if (!document.isObject()) {
        const Result<QString> moved = setAside(list.fileName());
        if (!moved)
            return moved.error();
        return folder;
    }
    const QJsonArray roots = document.object().value(QLatin1String("folders")).toArray();
    for (const QJsonValue &root : roots)
        folder.m_roots += root.toString();
    return folder;
}

Result<void> LibraryFolder::addRoots(const QStringList &paths)
{
    QStringList roots = m_roots;
    for (const QString &given : paths) {
        const QString path = QDir::cleanPath(QDir().absoluteFilePath(given));
        const bool known = std::any_of(roots.begin(), roots.end(),
                                       [&path](const QString &root) { return isBelow(path, root); });
        if (known)
            continue;
        roots.removeIf([&path](const QString &root) { return isBelow(root, path); });
        roots += path;
    }
    return roots == m_roots ? Result<void>() : write(roots);
}

Result<void> LibraryFolder::write(const QStringList &roots)
{
    m_roots = roots;
    if (m_path.isEmpty())
        return Error{
            ErrorKind::Disk,
            QStringLiteral("These articles are open until Lectern is closed: the library has no folder "
                           "that can be written."),
            QString()};
    QSaveFile file(listPath(m_path));
    const QJsonObject object{{QStringLiteral("version"), 1},
                             {QStringLiteral("folders"), QJsonArray::fromStringList(roots)}};
    const bool written = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) >= 0 &&
                         file.flush() // Qt 6.4 can report a commit of bytes that found no room
                         && file.commit();
    if (!written)
        return Error{
            ErrorKind::Disk,
            QStringLiteral(
                "The list of folders cannot be saved: %1. The articles are open until Lectern is closed.")
                .arg(file.errorString()),
            file.fileName()};
    return {};
}

} // namespace Lectern
