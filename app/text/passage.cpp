#include "text/passage.h"

#include "base/codepoints.h"
#include "text/canonicaltext.h"
#include "text/sentences.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

/// In the order of MarkColour.
constexpr std::array<const char *, markColourCount> colourNames{"yellow", "green",  "blue",
                                                                "pink",   "orange", "violet"};

constexpr qsizetype maximumContext = 200;

bool isInsidePair(QStringView text, qsizetype offset)
{
    return offset > 0 && offset < text.size() && text[offset].isLowSurrogate() &&
           text[offset - 1].isHighSurrogate();
}

TextRange widened(QStringView text, TextRange range)
{
    const qsizetype start = std::clamp<qsizetype>(range.start, 0, text.size());
    const qsizetype end = std::clamp<qsizetype>(range.end, start, text.size());
    if (start == end)
        return isInsidePair(text, start) ? TextRange{start - 1, start - 1} : TextRange{start, end};
    return {isInsidePair(text, start) ? start - 1 : start, isInsidePair(text, end) ? end + 1 : end};
}

/// Where the context before the offset begins: its sentence; when it starts one, the sentence before it.
/// White space between the two is part of it, so that it touches the quote.
qsizetype contextStart(const Article &article, qsizetype offset)
{
    const QString &text = article.text();
    qsizetype previous = offset;
    while (previous > 0 && text[previous - 1].isSpace())
        --previous;
    qsizetype start = previous > 0 ? sentenceAt(article, previous - 1).start : 0;
    start = std::clamp<qsizetype>(start, std::max<qsizetype>(0, offset - maximumContext), offset);
    if (isInsidePair(text, start))
        ++start;
    return start;
}

qsizetype contextEnd(const Article &article, qsizetype offset)
{
    const QString &text = article.text();
    qsizetype next = offset;
    while (next < text.size() && text[next].isSpace())
        ++next;
    qsizetype end = next < text.size() ? sentenceAt(article, next).end : text.size();
    end = std::clamp<qsizetype>(end, offset, std::min(text.size(), offset + maximumContext));
    if (isInsidePair(text, end))
        --end;
    return end;
}

void takeContext(const Article &article, Passage &passage)
{
    const QString &text = article.text();
    const TextRange range = passage.range;
    const TextRange context{contextStart(article, range.start), contextEnd(article, range.end)};
    passage.prefix = text.mid(context.start, range.start - context.start);
    passage.suffix = text.mid(range.end, context.end - range.end);
    if (range.isEmpty())
        return;
    // The sentence beside it helps to tell a sentence that is there twice; a context that was cut, or is a
    // sentence of its own, is enough.
    TextRange sentence = range;
    if (context.start < range.start && sentenceAt(article, range.start).start == context.start) {
        sentence.start = context.start;
        const qsizetype start = contextStart(article, context.start);
        passage.sentenceBefore = text.mid(start, context.start - start);
    }
    if (context.end > range.end && sentenceAt(article, range.end - 1).end == context.end) {
        sentence.end = context.end;
        const qsizetype end = contextEnd(article, context.end);
        passage.sentenceAfter = text.mid(context.end, end - context.end);
    }
    passage.occurrences = int(text.count(QStringView(text).sliced(sentence.start, sentence.length())));
}

} // namespace

QString name(MarkColour colour)
{
    return QString::fromLatin1(colourNames.at(size_t(colour)));
}

MarkColour markColourNamed(QStringView name)
{
    for (size_t i = 0; i < colourNames.size(); ++i)
        if (name == QLatin1String(colourNames[i]))
            return MarkColour(i);
    return MarkColour::Yellow;
}

Passage Passage::cut(const Article &article, TextRange range)
{
    const QString &text = article.text();
    Passage passage;
    passage.article = article.id();
    passage.source = article.source();
    passage.textSha256 = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    passage.canonVersion = CanonicalTextBuilder::rulesVersion;
    passage.range = widened(text, range);
    passage.quote = text.mid(passage.range.start, passage.range.length());

    const CodePoints codePoints(text);
    passage.codePoints = codePoints.fromUtf16(passage.range);
    const int block = article.blockAt(passage.range.start);
    passage.paragraph = article.paragraphNumber(block);
    const qsizetype blockStart = block < 0 ? 0 : article.blocks()[size_t(block)].range.start;
    passage.inParagraph = passage.codePoints.shifted(-codePoints.fromUtf16(blockStart));

    takeContext(article, passage);

    passage.title = article.title();
    passage.titleDerived = article.isTitleDerived();
    passage.authors = article.authors();
    passage.outlet = article.outlet();
    passage.published = article.published();
    passage.url = article.url();
    passage.language = article.language();
    return passage;
}

void Passage::omit(const std::vector<TextRange> &ranges)
{
    omitted.clear();
    std::vector<TextRange> within;
    for (const TextRange &wanted : ranges) {
        const TextRange inQuote = widened(quote, wanted.shifted(-range.start));
        if (inQuote.start < inQuote.end && inQuote.start > 0 && inQuote.end < quote.size())
            within.push_back(inQuote);
    }
    std::sort(within.begin(), within.end(),
              [](const TextRange &a, const TextRange &b) { return a.start < b.start; });
    for (const TextRange &next : within) {
        if (!omitted.empty() && next.start <= omitted.back().end)
            omitted.back().end = std::max(omitted.back().end, next.end);
        else
            omitted.push_back(next);
    }
}

std::vector<TextRange> Passage::pieces() const
{
    std::vector<TextRange> kept;
    qsizetype start = range.start;
    for (const TextRange &gap : omitted) {
        kept.push_back({start, range.start + gap.start});
        start = range.start + gap.end;
    }
    kept.push_back({start, range.end});
    return kept;
}

QString Passage::shownQuote() const
{
    if (omitted.empty())
        return quote;
    QStringList shown;
    for (const TextRange &piece : pieces())
        shown += quote.mid(piece.start - range.start, piece.length()).trimmed();
    return shown.join(QStringLiteral(" […] "));
}

} // namespace Lectern
