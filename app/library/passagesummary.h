#pragma once

#include "text/passage.h"

namespace Lectern {

/// What the row of an article shows of its passages.
struct PassageSummary
{
    int count = 0;
    int colours = 0; ///< a bit for each MarkColour that some passage has, from 1 on

    void add(MarkColour colour)
    {
        ++count;
        colours |= 1 << int(colour);
    }

    bool operator==(const PassageSummary &) const = default;
};

} // namespace Lectern
