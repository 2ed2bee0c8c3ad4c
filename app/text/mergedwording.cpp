#include "text/mergedwording.h"

namespace Lectern {

namespace {

std::vector<WordingPart> parts(const std::vector<WordDifference> &differences,
                               TextRange WordDifference::*side, WordingMark mark)
{
    std::vector<WordingPart> result;
    for (const WordDifference &difference : differences)
        if (!(difference.*side).isEmpty())
            result.push_back({difference.*side, difference.kind == DifferenceKind::Typographic
                                                    ? WordingMark::Typographic
                                                    : mark});
    return result;
}

/// Words that stood apart by what is between them only in one wording need a space between them in both.
bool needsSpace(const QString &text, QStringView next)
{
    return !text.isEmpty() && !next.isEmpty() && text.back().isLetterOrNumber() &&
           next.front().isLetterOrNumber();
}

} // namespace

std::vector<WordingPart> partsBefore(const std::vector<WordDifference> &differences)
{
    return parts(differences, &WordDifference::before, WordingMark::Dropped);
}

std::vector<WordingPart> partsAfter(const std::vector<WordDifference> &differences)
{
    return parts(differences, &WordDifference::after, WordingMark::Added);
}

MergedWording mergedWording(QStringView before, QStringView after,
                            const std::vector<WordDifference> &differences)
{
    MergedWording merged;
    const auto append = [&merged](QStringView words, WordingMark mark) {
        if (words.isEmpty())
            return;
        if (needsSpace(merged.text, words))
            merged.text += u' ';
        const qsizetype start = merged.text.size();
        merged.text += words;
        merged.parts.push_back({{start, merged.text.size()}, mark});
    };
    qsizetype at = 0;
    for (const WordDifference &difference : differences) {
        merged.text += before.sliced(at, difference.before.start - at);
        at = difference.before.end;
        const QStringView now = after.sliced(difference.after.start, difference.after.length());
        if (difference.kind == DifferenceKind::Typographic) {
            append(now, WordingMark::Typographic);
            continue;
        }
        append(before.sliced(difference.before.start, difference.before.length()), WordingMark::Dropped);
        if (difference.kind == DifferenceKind::Replaced && !merged.text.back().isSpace() &&
            now.front().isLetterOrNumber())
            merged.text += u' '; // old and new words are read apart
        append(now, WordingMark::Added);
    }
    const QStringView rest = before.sliced(at);
    if (!merged.parts.empty() && needsSpace(merged.text, rest))
        merged.text += u' ';
    merged.text += rest;
    return merged;
}

} // namespace Lectern
