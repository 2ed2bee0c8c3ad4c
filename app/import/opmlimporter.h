#pragma once

#include "import/importer.h"

namespace Lectern {

/// A list of feeds (OPML): an article that lists them with their addresses. None of them is fetched.
class OpmlImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
