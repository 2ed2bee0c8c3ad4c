#include "text/titles.h"

#include "text/canonicaltext.h"
#include "text/folding.h"
#include "text/sentences.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype maximumDerivedTitle = 90;
/// A heading that stands farther down is not the title of the article.
constexpr size_t lastTitleBlock = 8;

QString ellipsis()
{
    return QStringLiteral(" …");
}

bool hasWords(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

/// The body's first block of words: not a byline or caption unless there is nothing else. Null when there are
/// no words.
const Block *firstTextualBlock(const ArticleDraft &draft)
{
    const Block *second = nullptr;
    for (const Block &block : draft.blocks) {
        if (block.kind == BlockKind::Image || block.kind == BlockKind::Rule ||
            !hasWords(QStringView(draft.text).mid(block.range.start, block.range.length())))
            continue;
        if (block.kind != BlockKind::Byline && block.kind != BlockKind::Caption)
            return &block;
        if (!second)
            second = &block;
    }
    return second;
}

/// Blocks that keep their lines may break one inside the title, which is a single line.
QString onOneLine(QStringView text)
{
    return text.toString().replace(u'\n', u' ').replace(u'\t', u' ');
}

/// Where to cut a sentence that is too long: before the last word that reaches too far, without loose
/// punctuation.
qsizetype titleCut(QStringView sentence)
{
    qsizetype end = maximumDerivedTitle;
    while (end > 0 && !sentence[end].isSpace())
        --end;
    if (end == 0) { // no word ends in time
        QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, sentence.data(), sentence.size());
        graphemes.setPosition(maximumDerivedTitle);
        end = graphemes.isAtBoundary() ? maximumDerivedTitle : graphemes.toPreviousBoundary();
        return end > 0 ? end : maximumDerivedTitle;
    }
    static const QStringView loose = u",;:-–—(";
    while (end > 1 && (sentence[end - 1].isSpace() || loose.contains(sentence[end - 1])))
        --end;
    return end;
}

/// For comparison of titles: white space and typography folded.
QString plainTitle(QStringView title)
{
    return fold(title).simplified();
}

/// A title as canonical text; empty when nothing is left of it.
QString canonicalTitle(const QString &title)
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Heading, title, 1);
    return builder.take().text;
}

bool canBeTitle(const Block &block)
{
    switch (block.kind) {
    case BlockKind::Paragraph:
    case BlockKind::Heading:
        return true;
    default:
        return false;
    }
}

/// The block that says the title: the first block or the first heading near the top. -1 when none does.
int findTitleBlock(const ArticleDraft &draft, const QString &title)
{
    const QString wanted = plainTitle(title);
    const auto saysIt = [&](const Block &block) {
        return canBeTitle(block) &&
               plainTitle(QStringView(draft.text).mid(block.range.start, block.range.length())) == wanted;
    };
    if (!draft.blocks.empty() && saysIt(draft.blocks.front()))
        return 0;
    for (size_t i = 0; i < std::min(draft.blocks.size(), lastTitleBlock); ++i)
        if (draft.blocks[i].kind == BlockKind::Heading)
            return saysIt(draft.blocks[i]) ? int(i) : -1;
    return -1;
}

/// Moves all ranges when something is put in front of them.
void shiftAll(ArticleDraft &draft, qsizetype by)
{
    for (Block &block : draft.blocks)
        block.range = block.range.shifted(by);
    for (Span &span : draft.spans)
        span.range = span.range.shifted(by);
}

/// Takes block `index`, which is not the first, out of its place and puts it in front.
void moveToFront(ArticleDraft &draft, size_t index)
{
    const TextRange moved = draft.blocks[index].range;
    const qsizetype length = moved.length() + 1;
    const QString words = draft.text.mid(moved.start, moved.length());
    draft.text.remove(moved.start - 1, length);
    draft.text.prepend(words + u'\n');

    for (size_t i = 0; i < index; ++i)
        draft.blocks[i].range = draft.blocks[i].range.shifted(length);
    draft.blocks[index].range = {0, moved.length()};
    std::rotate(draft.blocks.begin(), draft.blocks.begin() + qsizetype(index),
                draft.blocks.begin() + qsizetype(index) + 1);
    for (Span &span : draft.spans) {
        if (moved.contains(span.range))
            span.range = span.range.shifted(-moved.start);
        else if (span.range.start < moved.start)
            span.range = span.range.shifted(length);
    }
    std::stable_sort(draft.spans.begin(), draft.spans.end(),
                     [](const Span &a, const Span &b) { return a.range.start < b.range.start; });
}

} // namespace

void placeTitle(ArticleDraft &draft, const QString &title)
{
    const QString words = canonicalTitle(title);
    if (words.isEmpty())
        return;
    const int found = findTitleBlock(draft, words);
    if (found > 0) {
        moveToFront(draft, size_t(found));
    } else if (found < 0) {
        draft.text.prepend(draft.text.isEmpty() ? words : words + u'\n');
        shiftAll(draft, words.size() + 1);
        draft.blocks.insert(draft.blocks.begin(), Block{BlockKind::Heading, 1, {0, words.size()}});
    }
    Block &block = draft.blocks.front();
    block.kind = BlockKind::Heading;
    block.level = 1;
    draft.title = draft.text.mid(block.range.start, block.range.length());
    draft.titleDerived = false;
}

void deriveTitle(ArticleDraft &draft, const QString &fallback)
{
    draft.titleDerived = true;
    draft.title = fallback;
    const Block *block = firstTextualBlock(draft);
    if (!block)
        return;
    const QStringView words = QStringView(draft.text).mid(block->range.start, block->range.length());
    for (const TextRange range : sentences(words)) {
        const QStringView sentence = words.mid(range.start, range.length());
        if (!hasWords(sentence))
            continue;
        draft.title = sentence.size() <= maximumDerivedTitle
                          ? onOneLine(sentence)
                          : onOneLine(sentence.first(titleCut(sentence))) + ellipsis();
        return;
    }
}

TextRange derivedTitleRange(const ArticleDraft &draft)
{
    const Block *block = firstTextualBlock(draft);
    QStringView title = draft.title;
    if (title.endsWith(ellipsis()))
        title.chop(ellipsis().size());
    if (!block || title.isEmpty())
        return {};
    // Nothing but characters that are no words may stand before it.
    const QString words = onOneLine(QStringView(draft.text).mid(block->range.start, block->range.length()));
    const qsizetype at = words.indexOf(title);
    if (at < 0 || hasWords(QStringView(words).first(at)))
        return {};
    return {block->range.start + at, block->range.start + at + title.size()};
}

} // namespace Lectern
