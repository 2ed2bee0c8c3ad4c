#pragma once

#include <QtGlobal>

#include <vector>

namespace Lectern {

/// Appends a number in groups of seven bits, lowest first; the high bit says that more follow.
inline void putVarint(std::vector<quint8> &out, quint32 value)
{
    while (value >= 0x80) {
        out.push_back(quint8(value | 0x80));
        value >>= 7;
    }
    out.push_back(quint8(value));
}

/// Reads what putVarint() wrote and moves behind it. Never reads at or behind `end`, whatever stands there:
/// what is missing counts as zero.
inline quint32 takeVarint(const quint8 *&at, const quint8 *end)
{
    if (at >= end)
        return 0;
    quint32 value = *at & 0x7f;
    for (int shift = 7; (*at++ & 0x80) != 0 && at < end && shift < 32; shift += 7)
        value |= quint32(*at & 0x7f) << shift;
    return value;
}

} // namespace Lectern
