#pragma once

#include <QFileDevice>
#include <QString>

namespace Lectern {

/// Asks for the names in the folder of a file to be on the disk after a rename. Some file systems refuse:
/// then an older file of that name may come back with a power cut, which callers have to live with.
void syncFolderOf(const QString &path);

/// Waits until what was written to an open file is on the disk; false when it is not.
bool syncFile(QFileDevice &file);

} // namespace Lectern
