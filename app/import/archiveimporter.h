#pragma once

#include "import/importer.h"

namespace Lectern {

/// Archives and compressed files: every member that may hold words is read as a file would be, in memory.
/// What belongs to pages (pictures, styles, scripts) and what systems leave behind is passed over.
class ArchiveImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
