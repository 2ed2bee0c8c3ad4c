#pragma once

#include "import/importing.h"

#include <QStringView>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Lectern {

/// Where bytes lie that are no file of their own.
struct Container
{
    QString path;     ///< of the file around it
    QString part;     ///< of that file; "" when the whole file is nothing but these bytes, packed
    qint64 bytes = 0; ///< size of the file
    int depth = 0;    ///< containers around it, 1 for one
};

/// The bytes of one file, as the importers see it.
struct RawFile
{
    QString path; ///< a label: importers never open it
    QByteArray bytes;
    QByteArray sha256; ///< of the file, or of the file around it; hexadecimal
    qint64 modifiedMs = 0;
    std::optional<Container> container = {};
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
