#pragma once

#include "base/result.h"
#include "export/documentblock.h"
#include "export/zipfile.h"

#include <QDateTime>

namespace Lectern {

/// Zip files and PDF pages, in a library of their own (lectern-documents) that is loaded when the first
/// document is written or read: what they stand on would make every start of a program wait three times as
/// long.
struct DocumentModule
{
    QByteArray (*zipped)(const std::vector<ZipMember> &members);
    std::optional<QByteArray> (*memberOfZip)(const QByteArray &zip, const QString &name, qsizetype limit);
    QByteArray (*pdf)(const std::vector<DocumentEntry> &document, const QDateTime &date);

    /// Loads it once; from beside the program or from where it is installed. Fails with Unsupported when it
    /// is not there or cannot be loaded. For any thread.
    static Result<const DocumentModule *> load();
};

} // namespace Lectern
