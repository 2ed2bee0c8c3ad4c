#pragma once

#include "text/passage.h"

#include <utility>
#include <vector>

namespace Lectern {

/// Where a passage comes from, for people: label and value, one a line. What is not known is left out.
std::vector<std::pair<QString, QString>> provenanceLines(const Passage &passage);

} // namespace Lectern
