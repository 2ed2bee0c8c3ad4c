#pragma once

#include <span>
#include <string_view>

namespace Lectern {

/// What is typed, and the canonical form of what it is read as.
struct QueryReading
{
    const char *name;
    std::u16string_view input;
    std::u16string_view reading;
};

/// The reference of the grammar: every construct, and what odd queries come to. Today is 29 February 2024.
std::span<const QueryReading> queryReadings();

} // namespace Lectern
