#pragma once

#include "import/importer.h"

namespace Lectern {

/// News feeds that were saved (RSS, Atom): each item that has words is an article, named by its id. What was
/// left out of the feed is never fetched.
class FeedImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
