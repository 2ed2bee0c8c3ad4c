#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads mailboxes (mbox, RFC 4155): each message an article, its part the Message-ID or its number.
class MboxImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
