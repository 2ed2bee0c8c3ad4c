#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads collections: JSON Lines, one object a line, or one JSON array of objects, or a single object.
/// Fields: id, title, text or body, html, author(s), source or outlet, date or published, url, language,
/// tags; others are kept as extra metadata. A record is named by its own id, else by its number from 1. A
/// record that cannot be read is a failure named by its line, the others are read.
class JsonLinesImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
