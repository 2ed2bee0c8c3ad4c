#pragma once

#include "export/documentblock.h"
#include "export/exportarticles.h"

namespace Lectern {

/// What an export for people says, in order: each format sets it in its own way. The entries point into
/// `passages`, which must outlive them.
std::vector<DocumentEntry> documentOf(const std::vector<Passage> &passages, const ExportOptions &options,
                                      ExportArticles &articles);

/// The words of a document as plain text, for a preview.
QString plainTextOf(const std::vector<DocumentEntry> &document);

} // namespace Lectern
