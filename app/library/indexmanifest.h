#pragma once

#include "base/result.h"

#include <QString>

#include <memory>
#include <vector>

namespace Lectern {

/// Says which segment files make up the index of a library, and which of their articles are deleted. A file
/// of its own that is replaced as a whole, so that the index is at any moment what it was before or after a
/// change.
struct IndexManifest
{
    struct Entry
    {
        quint64 number = 0;                               ///< of the file, never used twice
        quint32 documents = 0;                            ///< deleted ones among them
        qint64 bytes = 0;                                 ///< of the file
        quint64 hash = 0;                                 ///< SegmentFile::hash()
        std::shared_ptr<const std::vector<bool>> deleted; ///< a bit a document; null when none is
    };

    quint64 generation = 0; ///< counts the changes
    quint64 nextNumber = 1;
    qint64 rules = 0; ///< of reading files: what was read by other rules is read anew
    std::vector<Entry> segments;

    /// NotFound, Damaged (also a file that is none of ours), or Unsupported when a newer Lectern wrote it.
    static Result<IndexManifest> read(const QString &path);
    /// Writes beside `path`, to the disk, and takes the name then.
    Result<void> write(const QString &path) const;
};

} // namespace Lectern
