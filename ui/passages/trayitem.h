#pragma once

#include "passages/anchor.h"
#include "text/passage.h"

namespace Lectern {

/// A kept passage as the tray shows it: with where its words are today.
struct TrayItem
{
    Passage passage;
    AnchorState state = AnchorState::Exact;

    bool operator==(const TrayItem &) const = default;
};

} // namespace Lectern
