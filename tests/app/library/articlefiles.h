#pragma once

#include "import/importer.h"

#include <QCryptographicHash>
#include <QFile>

namespace Lectern::Testing {

/// Reads a file as the library does, but in this process; a failure when it is not there.
inline ImportOutcome readArticles(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, {{QString(), {ErrorKind::Unreadable, file.errorString(), path}}}};
    RawFile raw;
    raw.path = path;
    raw.bytes = file.readAll();
    raw.sha256 = QCryptographicHash::hash(raw.bytes, QCryptographicHash::Sha256).toHex();
    return importBytes(raw, {});
}

} // namespace Lectern::Testing
