#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads Rich Text documents (RTF).
class RtfImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
