#include "library/foldertable.h"

#include "library/changefeed.h"
#include "library/paths.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <memory>

#include <dirent.h>
#include <sys/stat.h>

namespace Lectern {

namespace {

QString join(const QString &folder, const QString &name)
{
    return folder.endsWith(QLatin1Char('/')) ? folder + name : folder + QLatin1Char('/') + name;
}

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    return slash <= 0 ? QStringLiteral("/") : path.left(slash);
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
}

qint64 milliseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace

FolderTable::FolderTable(ChangeFeed &feed)
    : m_feed(feed)
{}

void FolderTable::setRoots(const QStringList &roots)
{
    m_roots = {roots.begin(), roots.end()};
    for (auto &[path, folder] : m_folders)
        folder.only.removeIf([&](const QString &name) { return !m_roots.contains(join(path, name)); });
    for (const QString &root : roots) {
        const QFileInfo there(root);
        if (there.isFile())
            m_folders[folderOf(root)].only.insert(nameOf(root));
        else if (const auto folder = m_folders.find(root); folder != m_folders.end() && isFileParent(root))
            folder->second = {};
        if (!there.exists())
            m_lost.insert(root);
    }
    const auto isWanted = [this](const QString &path) {
        return std::any_of(m_roots.begin(), m_roots.end(),
                           [&path](const QString &root) { return isAtOrBelow(path, root); });
    };
    m_lost.removeIf([&isWanted](const QString &path) { return !isWanted(path); });
    QStringList unwanted;
    for (const auto &[path, folder] : m_folders)
        if (folder.only.isEmpty() && !isWanted(path))
            unwanted += path;
    FolderFindings nobodyAsks;
    for (const QString &path : unwanted)
        leave(path, &nobodyAsks);
}

void FolderTable::know(const QStringList &paths, const std::vector<FoundFile> &files)
{
    for (const QString &path : paths) {
        if (const auto parent = m_folders.find(folderOf(path)); parent != m_folders.end())
            parent->second.files.remove(nameOf(path));
        for (auto folder = m_folders.lower_bound(path); folder != m_folders.end(); ++folder) {
            if (isAtOrBelow(folder->first, path))
                folder->second.files.clear();
            else if (!folder->first.startsWith(path))
                break;
        }
    }
    for (const FoundFile &file : files) {
        QString folder = folderOf(file.path);
        m_folders[folder].files[nameOf(file.path)].read = {file.bytes, file.modifiedMs};
        // The way down to it, so that a folder that goes before the first look is missed.
        for (; !m_roots.contains(file.path) && !m_roots.contains(folder) && folder.size() > 1;
             folder = folderOf(folder))
            m_folders[folderOf(folder)].folders.insert(nameOf(folder));
    }
}

bool FolderTable::isFileParent(const QString &folder) const
{
    const auto known = m_folders.find(folder);
    return known != m_folders.end() && !known->second.only.isEmpty();
}

void FolderTable::look(const QString &folder, Depth depth, qint64 nowMs, FolderFindings *findings)
{
    if (!m_roots.contains(folder) && m_folders.find(folder) == m_folders.end())
        return;
    std::vector<QString> waiting{folder};
    while (!waiting.empty()) {
        const QString path = waiting.back();
        waiting.pop_back();
        visit(path, depth, nowMs, findings, &waiting);
    }
}

void FolderTable::lookAt(const QSet<QString> &paths, qint64 nowMs, FolderFindings *findings)
{
    QSet<QString> folders;
    for (const QString &path : paths)
        folders.insert(isFileParent(folderOf(path)) ? folderOf(path) : path);
    for (const QString &folder : folders)
        look(folder, Depth::All, nowMs, findings);
}

void FolderTable::visit(const QString &path, Depth depth, qint64 nowMs, FolderFindings *findings,
                        std::vector<QString> *waiting)
{
    const std::optional<Identity> identity = identityOf(path);
    if (!identity) {
        lose(path);
        return;
    }
    Folder &folder = m_folders[path];
    const bool wasElsewhere = folder.identity.first != 0 && folder.identity.first != identity->first;
    const bool heldSomething = !folder.files.isEmpty() || !folder.folders.isEmpty();
    if (wasElsewhere && heldSomething && list(path).isEmpty()) { // the place where a drive was
        lose(path);
        return;
    }
    if (!enter(path, folder, *identity, findings)) {
        m_folders.erase(path);
        return;
    }
    const Listing listing = list(path);
    if (!listing.isReadable) {
        lose(path);
        return;
    }
    m_lost.remove(path);
    compare(path, folder, listing, nowMs, findings);
    if (!folder.only.isEmpty())
        return;
    const QSet<QString> gone = QSet<QString>(folder.folders).subtract(listing.folders);
    for (const QString &name : gone)
        leave(join(path, name), findings);
    folder.folders = listing.folders;
    for (const QString &name : listing.folders) {
        const QString below = join(path, name);
        const auto known = m_folders.find(below);
        if (depth == Depth::All || known == m_folders.end() || !known->second.isEntered)
            waiting->push_back(below);
    }
}

bool FolderTable::enter(const QString &path, Folder &folder, const Identity &identity,
                        FolderFindings *findings)
{
    if (folder.isEntered && folder.identity == identity)
        return true;
    m_feed.unwatch(path);
    if (folder.only.isEmpty()) {
        const auto place = m_places.find(identity);
        if (place != m_places.end() && place->second != path) {
            const QString other = place->second;
            if (identityOf(other) == identity)
                return false;
            leave(other, findings); // it was moved here
        }
        if (const auto old = m_places.find(folder.identity); old != m_places.end() && old->second == path)
            m_places.erase(old);
        m_places[identity] = path;
    }
    folder.identity = identity;
    folder.isEntered = true;
    // Listened to first and read then, so that nothing falls between.
    if (!m_feed.watch(path))
        findings->isUnheard = true;
    return true;
}

void FolderTable::compare(const QString &path, Folder &folder, const Listing &listing, qint64 nowMs,
                          FolderFindings *findings)
{
    bool isUnsettled = false;
    for (auto file = listing.files.begin(); file != listing.files.end(); ++file) {
        if (!folder.only.isEmpty()) {
            if (!folder.only.contains(file.key()))
                continue;
            m_lost.remove(join(path, file.key()));
        }
        Entry &entry = folder.files[file.key()];
        if (entry.seen != *file) {
            entry.seen = *file;
            entry.seenSinceMs = nowMs;
        }
        if (entry.read == *file)
            continue;
        if (nowMs - file->modifiedMs < settlesAfterMs && qAbs(nowMs - entry.seenSinceMs) < settlesAfterMs) {
            isUnsettled = true;
            continue;
        }
        entry.read = *file;
        findings->files.changed += join(path, file.key());
    }
    if (isUnsettled)
        findings->unsettled += path;
    folder.files.removeIf([&](const QHash<QString, Entry>::iterator &entry) {
        if (listing.files.contains(entry.key()))
            return false;
        if (folder.only.contains(entry.key())) {
            m_lost.insert(join(path, entry.key()));
            return false;
        }
        if (entry->read.bytes >= 0)
            findings->files.gone += join(path, entry.key());
        return true;
    });
}

void FolderTable::leave(const QString &path, FolderFindings *findings)
{
    for (auto folder = m_folders.lower_bound(path); folder != m_folders.end();) {
        if (!isAtOrBelow(folder->first, path)) {
            if (!folder->first.startsWith(path))
                break;
            ++folder;
            continue;
        }
        for (auto file = folder->second.files.begin(); file != folder->second.files.end(); ++file)
            if (file->read.bytes >= 0)
                findings->files.gone += join(folder->first, file.key());
        m_feed.unwatch(folder->first);
        const auto place = m_places.find(folder->second.identity);
        if (place != m_places.end() && place->second == folder->first)
            m_places.erase(place);
        folder = m_folders.erase(folder);
    }
    m_lost.removeIf([&path](const QString &lost) { return isAtOrBelow(lost, path); });
}

void FolderTable::lose(const QString &path)
{
    const auto folder = m_folders.find(path);
    if (folder != m_folders.end())
        for (const QString &name : folder->second.only)
            m_lost.insert(join(path, name));
    // A folder below a root that has simply gone is missed by the one above it.
    if (m_roots.contains(path) || identityOf(path))
        m_lost.insert(path);
    for (auto below = m_folders.lower_bound(path); below != m_folders.end(); ++below) {
        if (!below->first.startsWith(path))
            break;
        if (!isAtOrBelow(below->first, path))
            continue;
        m_feed.unwatch(below->first);
        below->second.isEntered = false;
    }
}

std::optional<FolderTable::Identity> FolderTable::identityOf(const QString &path)
{
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return std::nullopt;
    return Identity{status.st_dev, status.st_ino};
}

FolderTable::Listing FolderTable::list(const QString &path)
{
    Listing listing;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir(QFile::encodeName(path).constData()),
                                                      &::closedir);
    if (!folder)
        return listing;
    while (const dirent *entry = ::readdir(folder.get())) {
        struct stat status{};
        if (entry->d_name[0] == '.' || ::fstatat(::dirfd(folder.get()), entry->d_name, &status, 0) != 0)
            continue;
        const QString name = QFile::decodeName(entry->d_name);
        if (S_ISDIR(status.st_mode))
            listing.folders.insert(name);
        else if (S_ISREG(status.st_mode))
            listing.files.insert(name, {status.st_size, milliseconds(status.st_mtim)});
    }
    listing.isReadable = true;
    return listing;
}

} // namespace Lectern
