#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace Lectern {

/// The folder in which a library keeps what is its own, and the list of files and folders that it reads:
/// `folders.json`, a plain list that survives damage to any database. The articles themselves stay where they
/// are.
class LibraryFolder final
{
public:
    /// The library that the window uses: XDG_DATA_HOME/lectern/library.
    static QString defaultPath();

    /// Makes the folder (mode 0700) when it is missing and reads the list.
    static Result<LibraryFolder> open(const QString &path);

    /// A library without a folder, for when none can be made: what it holds is forgotten at the end, and
    /// addRoots() says so.
    static LibraryFolder inMemory() { return {}; }

    /// "" for a library without a folder.
    const QString &path() const { return m_path; }
    /// Absolute paths of files and folders, in the order in which they were added.
    const QStringList &roots() const { return m_roots; }
    /// Adds those that are not there yet; a path below a folder that is there already is not added. When the
    /// list cannot be written they are on it all the same, until the program ends.
    Result<void> addRoots(const QStringList &paths);
    /// Takes paths off the list. All stay when one is not on it, or when the list cannot be written.
    Result<void> removeRoots(const QStringList &paths);
    /// Bytes that the index may keep in memory: what setMemoryBudget() was told, else one that suits most.
    qint64 memoryBudget() const { return m_memoryBudget; }
    static constexpr qint64 usualMemoryBudget = qint64(1024) * 1024 * 1024;
    /// Remembered with the list.
    Result<void> setMemoryBudget(qint64 bytes);
    /// The folder of the plain-text copy of the passages; "" for none.
    const QString &mirrorFolder() const { return m_mirrorFolder; }
    /// Remembered with the list. When it cannot be written, nothing has changed.
    Result<void> setMirrorFolder(const QString &path);
    /// Takes over what another program has written since; whether that changed anything.
    bool reload();

private:
    struct Content
    {
        QStringList roots;
        qint64 memoryBudget = usualMemoryBudget;
        QString mirrorFolder = {};

        bool operator==(const Content &) const = default;
    };
    static Result<Content> read(const QString &listPath);
    Result<void> write(const QStringList &roots) const;

    QString m_path;
    QStringList m_roots;
    qint64 m_memoryBudget = usualMemoryBudget;
    QString m_mirrorFolder;
    bool m_isUnsaved = false; ///< what is on the disk is older than m_roots
};

} // namespace Lectern
