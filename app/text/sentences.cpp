#include "text/sentences.h"

#include "text/article.h"
#include "text/sentencerules.h"

#include <unicode/brkiter.h>

#include <algorithm>
#include <memory>

namespace Lectern {

namespace {

/// ICU's sentence iterator of this thread; it is dear to make.
icu::BreakIterator &sentenceBreaker()
{
    thread_local const std::unique_ptr<icu::BreakIterator> breaker = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status) || !made)
            qFatal("ICU has no sentence break data: %s", u_errorName(status));
        return made;
    }();
    return *breaker;
}

/// All places where a sentence of the line may begin, ascending; the last is the end of the line.
std::vector<qsizetype> candidates(QStringView line)
{
    std::vector<qsizetype> result = furtherBoundaries(line);
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUChars(&text, line.utf16(), line.size(), &status);
    icu::BreakIterator &breaker = sentenceBreaker();
    breaker.setText(&text, status);
    Q_ASSERT(U_SUCCESS(status));
    for (int32_t at = breaker.next(); at != icu::BreakIterator::DONE; at = breaker.next())
        result.push_back(mendedBoundary(line, at));
    result.push_back(line.size());
    utext_close(&text);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

void addTrimmed(QStringView text, TextRange range, std::vector<TextRange> *out)
{
    while (!range.isEmpty() && text[range.start].isSpace())
        ++range.start;
    while (!range.isEmpty() && text[range.end - 1].isSpace())
        --range.end;
    if (!range.isEmpty())
        out->push_back(range);
}

} // namespace

std::vector<TextRange> sentences(QStringView text)
{
    std::vector<TextRange> result;
    qsizetype lineStart = 0;
    while (lineStart < text.size()) {
        qsizetype lineEnd = text.indexOf(u'\n', lineStart);
        if (lineEnd < 0)
            lineEnd = text.size();
        const QStringView line = text.sliced(lineStart, lineEnd - lineStart);
        qsizetype start = 0;
        for (const qsizetype at : candidates(line)) {
            if (at < line.size() && !isSentenceEnd(line, start, at))
                continue;
            addTrimmed(text, {lineStart + start, lineStart + at}, &result);
            start = at;
        }
        lineStart = lineEnd + 1;
    }
    return result;
}

TextRange sentenceAt(const Article &article, qsizetype offset)
{
    const int index = article.blockAt(offset);
    if (index < 0)
        return {};
    const TextRange block = article.blocks()[size_t(index)].range;
    for (const TextRange sentence :
         sentences(QStringView(article.text()).sliced(block.start, block.length())))
        if (sentence.shifted(block.start).contains(offset))
            return sentence.shifted(block.start);
    return block;
}

} // namespace Lectern
