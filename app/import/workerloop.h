#pragma once

namespace Lectern {

/// How lectern-import ends when the process that read a file ended badly, for its parent to tell why.
namespace WorkerStatus {
inline constexpr int protocol = 2;     ///< what came was no job
inline constexpr int outOfMemory = 3;  ///< the address space was used up
inline constexpr int noChild = 4;      ///< no process could be started
inline constexpr int signalBase = 128; ///< killed by signal n: 128 + n
} // namespace WorkerStatus

/// Serves jobs from standard input and answers on standard output until its end: for each a process of its
/// own is forked, which shuts itself in before it reads the file's bytes. Returns the exit status; ends at
/// the first job that did not end well.
int serveImports();

} // namespace Lectern
