#include "search/snippet.h"

#include "text/words.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr QChar object(0xfffc); // stands for an image or a rule

bool isBlank(QChar c)
{
    if (c.unicode() > u' ' && c.unicode() < 0x7f)
        return false;
    return c.isSpace() || c == object || c.category() == QChar::Other_Control;
}

/// Whether a text may be cut here without taking a character apart.
bool isBoundary(const QString &text, qsizetype at)
{
    return at <= 0 || at >= text.size() || (!text[at].isLowSurrogate() && !text[at].isMark());
}

/// Whether a word, or a letter where these are words, begins here as far as spaces tell.
bool isWordStart(const QString &text, qsizetype at)
{
    if (at <= 0 || at >= text.size())
        return true;
    if (text[at].unicode() < 0x80 && text[at - 1].unicode() < 0x80)
        return !isBlank(text[at]) && isBlank(text[at - 1]);
    return isBoundary(text, at) && !isBlank(text[at]) &&
           (isBlank(text[at - 1]) || writesWithoutSpaces(text[at]) || writesWithoutSpaces(text[at - 1]));
}

/// A stretch of an article that is whole in itself, and out of which a window is cut.
struct Frame
{
    TextRange range;
    std::vector<TextRange> hits; ///< inside the range
};

/// The body with its hits, or the title when only it has some.
Frame chooseFrame(const Article &article, const std::vector<TextRange> &hits)
{
    const QString &text = article.text();
    const TextRange title = article.titleRange();
    Frame body{{title.end, text.size()}, {}};
    while (!body.range.isEmpty() && isBlank(text[body.range.start]))
        ++body.range.start;
    if (body.range.isEmpty())
        return {{0, text.size()}, hits};
    Frame heading{title, {}};
    for (const TextRange hit : hits) {
        Frame &frame = title.contains(hit) ? heading : body;
        const TextRange inside = hit.intersected(frame.range);
        if (!inside.isEmpty())
            frame.hits.push_back(inside);
    }
    return body.hits.empty() && !heading.hits.empty() ? heading : body;
}

/// Where a window begins whose first hit begins at `hit`: a few words before, in the same paragraph.
qsizetype windowStart(const QString &text, const Frame &frame, qsizetype hit, int length)
{
    constexpr int wordsBefore = 4;
    const qsizetype limit = std::max(frame.range.start, hit - length / 4);
    qsizetype start = hit;
    int words = 0;
    for (qsizetype at = hit - 1; at >= limit && text[at] != u'\n' && words < wordsBefore; --at) {
        if (at != frame.range.start && !isWordStart(text, at))
            continue;
        start = at;
        words += at > 0 && isBlank(text[at - 1]) ? 1 : 0;
    }
    return start;
}

/// Where a window that should end at `end` is cut: behind a word, but not before `least`.
qsizetype windowEnd(const QString &text, const Frame &frame, qsizetype least, qsizetype end)
{
    constexpr qsizetype longestWord = 24;
    if (end >= frame.range.end)
        return frame.range.end;
    for (qsizetype at = end; at > std::max(least, end - longestWord); --at) {
        if (isBlank(text[at]) || isWordStart(text, at))
            return at;
    }
    while (!isBoundary(text, end))
        ++end;
    return std::min(end, frame.range.end);
}

/// Where the article begins to tell: behind bylines, pictures and captions.
qsizetype firstWords(const Article &article, const Frame &frame)
{
    for (const Block &block : article.blocks()) {
        const bool tells = block.kind != BlockKind::Byline && block.kind != BlockKind::Image &&
                           block.kind != BlockKind::Rule && block.kind != BlockKind::Caption;
        if (tells && block.range.start >= frame.range.start && frame.range.contains(block.range))
            return block.range.start;
    }
    return frame.range.start;
}

/// The window with most hits, the first of those.
TextRange densestWindow(const Article &article, const Frame &frame, int length)
{
    const QString &text = article.text();
    if (frame.hits.empty()) {
        const qsizetype start = firstWords(article, frame);
        return {start, windowEnd(text, frame, start, start + length)};
    }
    TextRange best;
    qsizetype bestCount = 0;
    auto behind = frame.hits.begin();
    for (auto first = frame.hits.begin(); first != frame.hits.end(); ++first) {
        const qsizetype start = windowStart(text, frame, first->start, length);
        // A phrase longer than the window makes it longer, within reason.
        const qsizetype end = std::max(start + length, std::min(first->end, start + 2 * qsizetype(length)));
        behind = std::max(behind, first + 1);
        while (behind != frame.hits.end() && behind->end <= end)
            ++behind;
        if (behind - first > bestCount) {
            bestCount = behind - first;
            const qsizetype least = std::prev(behind)->end <= end ? std::prev(behind)->end : start + length;
            best = {start, windowEnd(text, frame, least, end)};
        }
    }
    return best;
}

/// The window as one line: any run of blanks is one space.
Snippet lineOf(const QString &text, const Frame &frame, TextRange window)
{
    while (!window.isEmpty() && isBlank(text[window.start]))
        ++window.start;
    while (!window.isEmpty() && isBlank(text[window.end - 1]))
        --window.end;

    Snippet result;
    if (window.start > frame.range.start)
        result.text = QStringLiteral("… ");
    std::vector<qsizetype> places; // of each unit of the window in the line; one more for the end
    for (qsizetype at = window.start; at < window.end; ++at) {
        places.push_back(result.text.size());
        if (!isBlank(text[at]))
            result.text += text[at];
        else if (!result.text.endsWith(u' '))
            result.text += u' ';
    }
    places.push_back(result.text.size());
    for (const TextRange hit : frame.hits) {
        const TextRange inside = hit.intersected(window);
        if (inside.isEmpty() || inside.start != hit.start)
            continue;
        result.hits.push_back(
            {places[size_t(inside.start - window.start)], places[size_t(inside.end - window.start)]});
    }
    if (!std::all_of(text.begin() + window.end, text.begin() + frame.range.end, isBlank))
        result.text += QStringLiteral(" …");
    return result;
}

} // namespace

Snippet snippet(const Article &article, const std::vector<TextRange> &hits, int length)
{
    const Frame frame = chooseFrame(article, hits);
    return lineOf(article.text(), frame, densestWindow(article, frame, std::max(length, 1)));
}

} // namespace Lectern
