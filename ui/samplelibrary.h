#pragma once

#include "base/result.h"

namespace Lectern {

/// Writes the articles that Lectern brings along into a folder under the user's data, so that they are files
/// like any others, and returns its path. Files that are there already stay as they are.
Result<QString> unpackSampleLibrary();

} // namespace Lectern
