#pragma once

#include "library/passagestanding.h"
#include "text/passage.h"

namespace Lectern {

/// A kept passage as the tray shows it: with where its words are today.
struct TrayItem
{
    Passage passage;
    PassageStanding standing = {};

    bool operator==(const TrayItem &other) const
    {
        return standing.state == other.standing.state && standing.isWaiting == other.standing.isWaiting &&
               standing.found == other.standing.found && passage == other.passage;
    }
};

} // namespace Lectern
