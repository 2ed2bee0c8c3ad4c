#pragma once

#include "export/exportoptions.h"

namespace Lectern {

/// A page with the passages that checks files by itself, without a network: the user drops the files that the
/// passages were cut from, the page compares their SHA-256 with those in the record and looks for the words,
/// and says what of each passage still holds and what that proves.
QByteArray evidencePage(const std::vector<Passage> &passages, const ExportOptions &options);

} // namespace Lectern
