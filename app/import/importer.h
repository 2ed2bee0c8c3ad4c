#pragma once

#include "import/importing.h"

#include <QStringView>

#include <functional>
#include <memory>
#include <vector>

namespace Lectern {

/// The bytes of one file, as the importers see it.
struct RawFile
{
    QString path; ///< a label: importers never open it
    QByteArray bytes;
    QByteArray sha256; ///< hexadecimal
    qint64 modifiedMs = 0;
};

/// Reads one format. Stateless; called in the sandboxed process.
class Importer
{
public:
    virtual ~Importer() = default;

    /// The name on the command line and in Source::format.
    virtual QString format() const = 0;
    /// How sure this importer is that the bytes are its format, 0..100. The path's ending may break a tie,
    /// never decide alone.
    virtual int sniff(const RawFile &file) const = 0;
    /// Reads the file into articles and failures.
    virtual ImportOutcome read(const RawFile &file, const ImportOptions &options) const = 0;
};

/// All formats, in the order in which ties are broken.
const std::vector<std::unique_ptr<Importer>> &importers();

/// Reads a file's bytes in this process: sniffs, asks the importer, and sees to it that the outcome is not
/// empty. What the sandboxed worker runs; tests may, too.
ImportOutcome importBytes(const RawFile &file, const ImportOptions &options);

} // namespace Lectern
