#pragma once

#include "library/indexmanifest.h"
#include "search/corpus.h"
#include "search/segmentfile.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <atomic>
#include <optional>

namespace Lectern {

/// The files of a library's index, in the folder `index` of the library: a file a segment, `manifest` that
/// names them, `files.db` (FileLedger), and `lock`. Only one process at a time, the owner, changes anything
/// there; others map what they find. Files that the manifest does not name are left over from a process that
/// was killed, and are removed. For one thread at a time.
class IndexStore final
{
public:
    /// What was found there.
    struct Found
    {
        std::vector<Corpus::Part> parts;
        QStringList notices; ///< sentences for the user
        bool misses =
            false; ///< something that should be there could not be used: its files are to be read again
    };

    /// Never fails: what cannot be used is set aside and told, and a folder that cannot be written only is
    /// not ours.
    explicit IndexStore(const QString &libraryFolder);
    ~IndexStore();
    Q_DISABLE_COPY_MOVE(IndexStore)

    /// Maps all segments; called once.
    Found open();

    /// Whether this process changes the files. False in a library without a folder.
    bool isOwner() const { return m_isOwner; }
    /// From now on nothing is written: the disk does not take it.
    void giveUp() { m_isOwner = false; }
    const QString &folder() const { return m_folder; }

    /// Writes a segment to a file of its own and maps it. Nothing names it until save().
    Result<SegmentPtr> write(const Segment &segment, const std::stop_token &stop);
    /// Names the segments of a corpus that have files, in their order, and which of their articles are
    /// deleted. Then removes the files of others.
    Result<void> save(const Corpus &corpus);
    bool holds(const Segment *segment) const { return m_files.contains(segment); }

    /// Those that this process has not written itself, and that were not verified yet.
    std::vector<const Segment *> unverified() const { return m_unverified; }
    /// Reads the whole file of a segment and compares its checksums.
    Result<void> verify(const Segment *segment, const std::stop_token &stop);
    /// Moves the file of a damaged segment aside; whoever maps it goes on with it. Returns a sentence about
    /// it.
    QString setAside(const Segment *segment);

    /// Of all segments that have one.
    std::vector<SegmentFile> files() const;
    bool hasFiles() const { return !m_files.isEmpty(); }

private:
    struct Stored
    {
        quint64 number = 0;
        SegmentFile file;
    };

    QString pathOf(quint64 number) const;
    QString manifestPath() const;
    void own();
    std::optional<IndexManifest> readManifest(Found *found);
    /// False when a file has vanished, which means that another process is faster than we are.
    bool openSegments(const IndexManifest &manifest, Found *found);
    void take(const IndexManifest::Entry &entry, const SegmentFile &file, Found *found);
    void removeUnnamed();

    QString m_folder; ///< "" without one
    QFile m_lock;
    bool m_isOwner = false;
    quint64 m_generation = 0;
    quint64 m_nextNumber = 1;
    QHash<const Segment *, Stored> m_files;
    std::vector<const Segment *> m_unverified;
};

} // namespace Lectern
