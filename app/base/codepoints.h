#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace Lectern {

/// Maps UTF-16 offsets of one text to code point offsets and back in O(log n) steps plus a short scan.
/// Holds a view: the text must outlive it. Offsets inside a surrogate pair round down to its start.
class CodePoints
{
public:
    explicit CodePoints(QStringView text);

    /// Code points before the UTF-16 offset; offsets beyond the end count as the end.
    qsizetype fromUtf16(qsizetype offset) const;
    /// The UTF-16 offset of the n-th code point; the end when there are fewer.
    qsizetype toUtf16(qsizetype codePoint) const;

    TextRange fromUtf16(TextRange range) const { return {fromUtf16(range.start), fromUtf16(range.end)}; }
    TextRange toUtf16(TextRange range) const { return {toUtf16(range.start), toUtf16(range.end)}; }

private:
    QStringView m_text;
    std::vector<qsizetype> m_pairs; ///< offsets of the high surrogates of all pairs, ascending
};

} // namespace Lectern
