#pragma once

#include "base/result.h"

#include <QByteArray>

namespace Lectern {

/// The bytes of a regular file, read whole, and its modification time.
struct OpenedInput
{
    QByteArray bytes;
    qint64 modifiedMs = 0;
};

/// Reads a regular file without ever waiting for it: FIFOs, devices and sockets are refused, not opened for
/// good. A file that changes while it is read is read again, three times at most. `maxBytes` 0 is no limit.
/// Fails as Unreadable in the words of the system, or as Limit.
Result<OpenedInput> openInput(const QString &path, qint64 maxBytes);

/// What errno means, as a sentence: "Permission denied."
QString systemError(int number);

} // namespace Lectern
