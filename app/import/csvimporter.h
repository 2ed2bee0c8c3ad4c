#pragma once

#include "import/importer.h"

namespace Lectern {

/// Tables of articles (CSV, TSV): each row that has words is an article. The first row names the columns; one
/// must be called text, body, content, article or the like. Other tables are no articles and are left to
/// the readers of text.
class CsvImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

} // namespace Lectern
