#include "base/codepoints.h"

#include <algorithm>

namespace Lectern {

CodePoints::CodePoints(QStringView text)
    : m_text(text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate()) {
            m_pairs.push_back(i);
            ++i;
        }
    }
}

qsizetype CodePoints::fromUtf16(qsizetype offset) const
{
    offset = std::clamp<qsizetype>(offset, 0, m_text.size());
    // Every pair that is wholly before the offset made two units of one code point.
    const auto end = std::lower_bound(m_pairs.begin(), m_pairs.end(), offset);
    const qsizetype pairsStarted = end - m_pairs.begin();
    const bool inside = pairsStarted > 0 && m_pairs[size_t(pairsStarted - 1)] + 1 == offset;
    return inside ? offset - 1 - (pairsStarted - 1) : offset - pairsStarted;
}

qsizetype CodePoints::toUtf16(qsizetype codePoint) const
{
    codePoint = std::max<qsizetype>(codePoint, 0);
    // The pair number k stands at code point m_pairs[k] - k, which never decreases with k.
    qsizetype low = 0;
    qsizetype high = qsizetype(m_pairs.size());
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (m_pairs[size_t(middle)] - middle < codePoint)
            low = middle + 1;
        else
            high = middle;
    }
    return std::min<qsizetype>(codePoint + low, m_text.size());
}

} // namespace Lectern
