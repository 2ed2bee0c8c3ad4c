#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace Lectern {

/// A file as the walk found it. Identity and times of stat(2).
struct FoundFile
{
    QString path; ///< absolute
    qint64 bytes = 0;
    qint64 modifiedMs = 0;
};

/// Walks files and folders recursively in the order of their names: hidden entries left out, loops and
/// doubles cut by device and inode. `found` and `failed` return false to stop. A path given by hand that
/// cannot be read is failed; so is a folder that vanishes or refuses on the way; sockets, devices and FIFOs
/// are failed when given by hand and passed over in folders.
void walkFiles(const QStringList &paths, const std::function<bool(const FoundFile &)> &found,
               const std::function<bool(const Error &)> &failed);

} // namespace Lectern
