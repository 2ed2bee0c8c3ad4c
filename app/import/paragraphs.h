#pragma once

#include "text/block.h"

#include <vector>

namespace Lectern {

/// A block of a plain text, its lines joined as its kind wants it: by a blank, by `\n` in Verse.
struct TextBlock
{
    BlockKind kind = BlockKind::Paragraph;
    int level = 0; ///< as Block::level
    QString text;
    bool blankAfter = false; ///< an empty line follows, or the end of the text

    bool operator==(const TextBlock &) const = default;
};

/// Finds the blocks of a plain text whose line breaks are `\n`. Knows paragraphs between blank lines, a
/// paragraph a line, print (indented starts) and hard-wrapped lines, which are joined; a word divided at the
/// end of a line is joined without its hyphen only when the joined word occurs elsewhere in the text.
/// Headings: underlined, numbered, in capitals, or a short line without a terminal mark between blank lines.
/// Lists, `>` quotes, verse, and rules of dashes or asterisks.
std::vector<TextBlock> textBlocks(QStringView text);

} // namespace Lectern
