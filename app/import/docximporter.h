#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads Word documents (DOCX, ECMA-376): headings, lists, tables as cells, quotations and notes. Headers,
/// footers, comments and pictures are left out.
class DocxImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
