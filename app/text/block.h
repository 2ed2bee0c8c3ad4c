#pragma once

#include "base/textrange.h"

#include <QString>

namespace Lectern {

/// What a block of an article is. Names as on the command line: name(BlockKind).
enum class BlockKind : quint8 {
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Pre,   ///< white space kept, monospaced
    Verse, ///< line breaks kept
    Cell,
    Caption,
    Byline,
    Image, ///< one U+FFFC
    Rule   ///< one U+FFFC
};

QString name(BlockKind kind);
/// False when there is no kind of that name.
bool blockKindNamed(QStringView name, BlockKind *kind);

/// A block of the canonical text. Blocks are ascending, do not overlap, and are joined by exactly one `\n`,
/// which belongs to neither neighbour.
struct Block
{
    BlockKind kind = BlockKind::Paragraph;
    quint8 level = 0; ///< heading level 1-6; nesting depth of list items and quotes, from 1; else 0
    TextRange range;

    bool operator==(const Block &) const = default;
};

/// What a stretch inside a block is.
enum class SpanKind : quint8 { Emphasis, Strong, Code, Link, Strike, Superscript, Subscript };

/// A stretch of one block. Spans are ascending by start and may nest.
struct Span
{
    SpanKind kind = SpanKind::Emphasis;
    TextRange range;
    QString target; ///< of a link: the absolute or relative URL as written; else empty

    bool operator==(const Span &) const = default;
};

} // namespace Lectern
