#pragma once

#include "import/filewalk.h"

#include <QHash>
#include <QSet>

#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace Lectern {

class ChangeFeed;

/// How files differ from what was read of them; absolute paths.
struct FileChanges
{
    QStringList changed; ///< new or other than before
    QStringList gone;

    bool isEmpty() const { return changed.isEmpty() && gone.isEmpty(); }
};

/// What a look at folders came to.
struct FolderFindings
{
    FileChanges files;
    QStringList unsettled;  ///< folders with files that are still being written: look at them again soon
    bool isUnheard = false; ///< a new folder cannot be listened to: it has to be looked at from time to time
};

/// Knows every file below the library's folders by size and time, as it was last read, and tells what is
/// different on the disk. Sees what walkFiles() sees: hidden entries are left out, loops cut. A file counts
/// as changed once it has been the same for a while, so that none is read half written. A root that cannot
/// be reached, or stands empty where another file system was, has lost nothing. For one thread.
class FolderTable final
{
public:
    /// A file that has not changed for so long is no longer being written, in milliseconds.
    static constexpr qint64 settlesAfterMs = 300;
    /// As a time of looking: takes every file as it is.
    static constexpr qint64 farFuture = std::numeric_limits<qint64>::max() / 4;

    /// New folders are given to `feed` to listen to; it must outlive this.
    explicit FolderTable(ChangeFeed &feed);
    Q_DISABLE_COPY_MOVE(FolderTable)

    /// Files and folders to know about; what lies below others is forgotten.
    void setRoots(const QStringList &roots);
    /// Takes over what was read of everything at or below these paths.
    void know(const QStringList &paths, const std::vector<FoundFile> &files);

    enum class Depth { New, All };
    /// Looks at the files of a folder, and at those of the folders below it: of those that are new in it, or
    /// of all. `nowMs` is the time of day in milliseconds since 1970.
    void look(const QString &folder, Depth depth, qint64 nowMs, FolderFindings *findings);
    /// Looks at everything at and below roots, or folders below them.
    void lookAt(const QSet<QString> &paths, qint64 nowMs, FolderFindings *findings);

    const QSet<QString> &roots() const { return m_roots; }
    /// Roots, and folders below them, that could not be reached when they were last looked at.
    const QSet<QString> &lost() const { return m_lost; }

private:
    struct Stamp
    {
        qint64 bytes = -1; ///< -1: never read
        qint64 modifiedMs = 0;
        bool operator==(const Stamp &) const = default;
    };
    struct Entry
    {
        Stamp read;
        Stamp seen;
        qint64 seenSinceMs = 0;
    };
    using Identity = std::pair<quint64, quint64>; ///< device and inode
    struct Folder
    {
        QHash<QString, Entry> files;
        QSet<QString> folders;
        QSet<QString> only; ///< names of roots that are files, in a folder that is no root; else empty
        Identity identity;
        bool isEntered = false; ///< it is listened to and `identity` holds
    };
    struct Listing
    {
        QHash<QString, Stamp> files;
        QSet<QString> folders;
        bool isReadable = false;

        bool isEmpty() const { return files.isEmpty() && folders.isEmpty(); }
    };

    static std::optional<Identity> identityOf(const QString &path);
    static Listing list(const QString &path);
    void visit(const QString &path, Depth depth, qint64 nowMs, FolderFindings *findings,
               std::vector<QString> *waiting);
    /// False when the folder is known by another way already.
    bool enter(const QString &path, Folder &folder, const Identity &identity, FolderFindings *findings);
    void compare(const QString &path, Folder &folder, const Listing &listing, qint64 nowMs,
                 FolderFindings *findings);
    /// Forgets a folder and all below it; its files are gone.
    void leave(const QString &path, FolderFindings *findings);
    /// Remembers all that is known of a folder for when it comes back.
    void lose(const QString &path);
    /// Whether it is listened to only for roots in it that are files.
    bool isFileParent(const QString &folder) const;

    ChangeFeed &m_feed;
    QSet<QString> m_roots;
    QSet<QString> m_lost;
    std::map<QString, Folder> m_folders; ///< by path
    std::map<Identity, QString> m_places;
};

} // namespace Lectern
