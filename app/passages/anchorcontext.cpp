#include "passages/anchorcontext.h"

#include "text/closematch.h"
#include "text/folding.h"
#include "text/sentences.h"

#include <algorithm>

namespace Lectern {

namespace {

/// A context of fewer units says little.
constexpr qsizetype tellingContext = 20;
/// How alike unrelated texts of one language are: their edit similarity counts from here.
constexpr double chance = 0.4;

QString outwards(QString text, bool isBefore)
{
    text = fold(text).simplified();
    if (isBefore)
        std::reverse(text.begin(), text.end());
    return text;
}

/// Whether the text ends with the end of a sentence or of a block.
bool endsSentence(QStringView text)
{
    static const QString quotes = QStringLiteral("\"')]\u2019\u201d\u00bb");
    static const QString enders = QStringLiteral(".!?:;\u2026\u3002\uff01\uff1f");
    while (!text.isEmpty() && text.back().isSpace()) {
        if (text.back() == u'\n')
            return true;
        text.chop(1);
    }
    while (!text.isEmpty() && quotes.contains(text.back()))
        text.chop(1);
    return text.isEmpty() || enders.contains(text.back());
}

/// Whether the text's sentences leave off or begin at the offset.
bool isSentenceBoundary(const QString &text, qsizetype offset)
{
    const std::vector<TextRange> all = sentences(text);
    return std::none_of(all.begin(), all.end(), [offset](const TextRange &sentence) {
        return sentence.start < offset && sentence.end > offset;
    });
}

} // namespace

struct AnchorContext::SideAgreement
{
    double score = 0;
    bool isWhole = false;
    bool keepsSentence = false;
};

AnchorContext::AnchorContext(const Passage &passage)
    : m_rawBefore(passage.sentenceBefore + passage.prefix)
    , m_rawAfter(passage.suffix + passage.sentenceAfter)
{
    m_before.all = outwards(m_rawBefore, true);
    m_after.all = outwards(m_rawAfter, false);
    const bool startsSentence =
        passage.sentenceBefore.isEmpty() &&
        isSentenceBoundary(passage.prefix + passage.quote.left(tellingContext), passage.prefix.size());
    const QString end = passage.quote.right(2 * tellingContext);
    const bool closesSentence =
        passage.sentenceAfter.isEmpty() && isSentenceBoundary(end + passage.suffix, end.size());
    if (!startsSentence)
        m_before.near = outwards(passage.prefix, true);
    if (!closesSentence)
        m_after.near = outwards(passage.suffix, false);
    m_sentence = (startsSentence ? QString() : passage.prefix) + passage.quote +
                 (closesSentence ? QString() : passage.suffix);
}

qsizetype AnchorContext::run(QStringView text, TextRange place) const
{
    qsizetype before = 0;
    while (before < m_rawBefore.size() && before < place.start &&
           m_rawBefore[m_rawBefore.size() - 1 - before] == text[place.start - 1 - before])
        ++before;
    qsizetype after = 0;
    while (after < m_rawAfter.size() && place.end + after < text.size() &&
           m_rawAfter[after] == text[place.end + after])
        ++after;
    return before + after;
}

AnchorContext::SideAgreement AnchorContext::compare(const Side &side, const QString &found,
                                                    bool isSentenceEnd)
{
    SideAgreement agreement;
    agreement.isWhole = found.startsWith(side.all);
    agreement.keepsSentence = side.near.isEmpty() ? isSentenceEnd : found.startsWith(side.near);
    if (agreement.isWhole) {
        agreement.score = 1;
    } else if (!side.all.isEmpty()) {
        const double distance = double(distanceToBeginning(side.all, found)) / double(side.all.size());
        agreement.score = std::max(0.0, (1 - distance - chance) / (1 - chance));
    }
    return agreement;
}

ContextAgreement AnchorContext::at(QStringView text, TextRange place) const
{
    const auto window = [](qsizetype size) { return size + size / 4 + 16; };
    const qsizetype start = std::max<qsizetype>(0, place.start - window(m_rawBefore.size()));
    const qsizetype end = std::min(text.size(), place.end + window(m_rawAfter.size()));
    const QString foundBefore = outwards(text.sliced(start, place.start - start).toString(), true);
    const QString foundAfter = outwards(text.sliced(place.end, end - place.end).toString(), false);
    const SideAgreement before = compare(m_before, foundBefore, endsSentence(text.first(place.start)));
    const SideAgreement after = compare(m_after, foundAfter, true);

    ContextAgreement agreement;
    // A long sentence on one side says no more than a short one on the other.
    const auto sizeBefore = double(std::min(m_before.all.size(), tellingContext));
    const auto sizeAfter = double(std::min(m_after.all.size(), tellingContext));
    if (sizeBefore + sizeAfter > 0)
        agreement.score = (before.score * sizeBefore + after.score * sizeAfter) / (sizeBefore + sizeAfter);
    else
        agreement.score = foundBefore.isEmpty() && foundAfter.isEmpty() ? 1 : 0;
    const bool hasBoth = sizeBefore > 0 && sizeAfter > 0;
    agreement.weakest = hasBoth ? std::min(before.score, after.score) : agreement.score / 2;
    agreement.isWhole = before.isWhole && after.isWhole && agreement.score > 0;
    agreement.isSideWhole = (before.isWhole && m_before.all.size() >= tellingContext) ||
                            (after.isWhole && m_after.all.size() >= tellingContext);
    agreement.keepsSentence = before.keepsSentence && after.keepsSentence;
    return agreement;
}

} // namespace Lectern
