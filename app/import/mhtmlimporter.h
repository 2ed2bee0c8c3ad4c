#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads web pages that a browser saved in one file as a mail (MHTML, RFC 2557), as HtmlImporter reads pages.
class MhtmlImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
