#pragma once

#include "import/importing.h"

namespace Lectern {

/// Shuts this process in for good: no files, no sockets, no programs, no children, bounded time and memory.
/// Descriptors above 2 are closed. To be called in a process of one thread before it sees foreign bytes.
/// Walls that the system does not have or does not allow are left out; the answer names those that stand:
/// "landlock, seccomp, rlimits". What lies beneath `readableFolder` may be read where landlock guards all
/// else; otherwise nothing may.
QString enterJail(const ImportLimits &limits, const char *readableFolder = nullptr);

/// Closes every descriptor above 2.
void closeInheritedDescriptors();

} // namespace Lectern
