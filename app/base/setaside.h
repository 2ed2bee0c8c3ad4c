#pragma once

#include "base/result.h"

namespace Lectern {

/// Renames a damaged file of ours (and the -wal and -shm beside a database) to NAME.damaged-YYYYMMDD-HHMMSS
/// in the same folder, so that nothing is thrown away. Returns the new path.
Result<QString> setAside(const QString &path);

} // namespace Lectern
