#pragma once

#include "import/ziparchive.h"
#include "text/article.h"

#include <vector>

namespace Lectern {

/// A document of a book in the order of reading.
struct EpubChapter
{
    QString member; ///< of the archive
    QString label;  ///< as the table of contents calls it, "" when it does not
};

/// What an e-book says of itself, and its documents in order.
struct EpubPackage
{
    std::vector<EpubChapter> chapters;
};

/// Reads META-INF/container.xml and the package document (EPUB 3.3, 5; OPF 2.0.1): metadata into the draft,
/// the spine, the labels of the table of contents (nav or NCX). Encrypted when the book is protected against
/// copying; obfuscated fonts are no protection. Malformed when there is no package document.
Result<EpubPackage> readEpubPackage(ZipArchive &archive, ArticleDraft &draft);

} // namespace Lectern
