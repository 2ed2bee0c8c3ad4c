#pragma once

#include "reading/hitmap.h"

namespace Lectern {

class DocumentLayout;
struct Overlay;
struct Tokens;

/// The ticks for all hits and marks of a page.
std::vector<Tick> ticksOf(const DocumentLayout &layout, const Overlay &overlay, const Tokens &tokens);

} // namespace Lectern
