#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads e-books (EPUB 2 and 3): one article of the whole book, its documents in the order of the spine, its
/// chapters as headings.
class EpubImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
