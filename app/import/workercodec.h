#pragma once

#include "import/importer.h"

namespace Lectern {

/// What lectern-import is asked to do; the bytes of the file follow in a frame of their own.
struct ImportJob
{
    RawFile file; ///< without bytes
    ImportOptions options;
    /// The bytes are a PDF file: the character maps of poppler-data may be read.
    bool isPdf = false;
};

QByteArray encodeJob(const ImportJob &job);
Result<ImportJob> decodeJob(const QByteArray &bytes);

/// The end of an answer: what failed, and which walls the child stood behind.
struct ImportEnding
{
    std::vector<ImportFailure> failures;
    QString walls;
};

QByteArray encodeEnding(const ImportEnding &ending);
/// Reads what a child wrote, trusting nothing; every failure gets `path`.
Result<ImportEnding> decodeEnding(const QByteArray &bytes, const QString &path);

} // namespace Lectern
