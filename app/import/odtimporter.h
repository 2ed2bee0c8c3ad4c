#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads OpenDocument texts (ODT): headings, lists, tables as cells, quotations and notes. Headers, footers,
/// annotations and pictures are left out.
class OdtImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
