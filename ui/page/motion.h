#pragma once

namespace Lectern::Motion {

/// Length of fades and of scrolling by keys, in milliseconds.
constexpr int fadeMs = 120;

/// True when nothing is to move: setReduced(true), a non-empty environment variable LECTERN_REDUCED_MOTION,
/// or a desktop that has turned menu animations off.
bool isReduced();
void setReduced(bool reduced);

} // namespace Lectern::Motion
