#pragma once

#include "base/error.h"

#include <optional>

namespace Lectern {

struct RawFile;

/// Recognises formats that Lectern knows but does not read, by their bytes alone: older office
/// documents, sheets, archives, pictures, sound, programs. The error names the format and says what
/// can be done; encrypted documents are Encrypted. Nothing for everything else.
std::optional<Error> knownUnreadable(const RawFile &file);

} // namespace Lectern
