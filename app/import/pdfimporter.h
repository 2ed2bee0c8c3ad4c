#pragma once

#include "import/importer.h"

namespace Lectern {

/// Reads PDF files: their words in the order of reading, without headers, footers and page numbers.
class PdfImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

/// True when the bytes are a PDF file, whatever a few of them before its signature are.
bool isPdf(QByteArrayView bytes);

} // namespace Lectern
