#pragma once

#include "base/result.h"

#include <QByteArray>

namespace Lectern {

/// The bytes of a file that the user has chosen. Fails with Unreadable when it is no regular file or cannot
/// be read to its end, and with Limit when it has more than `most` bytes. Never waits for a pipe or a device.
Result<QByteArray> wholeFile(const QString &path, qint64 most);

} // namespace Lectern
