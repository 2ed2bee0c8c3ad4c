#include "export/recordcheck.h"

namespace Lectern {

namespace {

bool areGapsSound(const Passage &passage)
{
    qsizetype end = 0;
    for (const TextRange &gap : passage.omitted) {
        if (gap.start <= end || gap.isEmpty() || gap.end >= passage.quote.size())
            return false;
        end = gap.end;
    }
    return true;
}

} // namespace

bool isRange(TextRange range)
{
    constexpr qsizetype longest = qsizetype(1) << 40;
    return range.start >= 0 && range.end >= range.start && range.end <= longest;
}

bool isSoundRecord(const Passage &passage)
{
    const qsizetype points = passage.quote.toUcs4().size();
    return !passage.quote.isEmpty() && isRange(passage.range) && isRange(passage.codePoints) &&
           isRange(passage.inParagraph) && passage.range.length() == passage.quote.size() &&
           passage.codePoints.length() == points && areGapsSound(passage);
}

} // namespace Lectern
