#pragma once

#include "import/importer.h"

namespace Lectern {

/// Web archives (WARC): every page and document that was fetched whole is read as a file would be, named by
/// its address; the first capture of an address counts.
class WarcImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
