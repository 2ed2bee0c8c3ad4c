#pragma once

#include "text/block.h"

#include <vector>

namespace Lectern {

/// The text of an article as everything in Lectern sees it, with its blocks and spans.
struct CanonicalText
{
    QString text;
    std::vector<Block> blocks;
    std::vector<Span> spans;
};

/// Makes canonical text, rules "canon 1", from what importers find:
///  - one block per paragraph, heading, item, cell or caption, joined by one `\n`; blocks with nothing to see
///  (all
///    white space and format controls) vanish;
///  - inside a block runs of white space (not NBSP and its narrow and figure kin) become one space and the
///  ends are
///    trimmed; Pre and Verse keep their spaces and line breaks (`\n`), but not blank lines at their ends;
///  - CR, CRLF, U+2028, U+2029, U+0085, VT and FF count as line breaks; other C0 and C1 controls are dropped,
///  but a
///    tab stays in Pre and is a space in Verse;
///  - characters are never normalised; soft hyphen and ZWSP stay;
///  - lone surrogates, U+FDD0, U+FDD1, U+FFFE and U+FFFF become U+FFFD; a U+FEFF that starts the text is
///  dropped.
class CanonicalTextBuilder
{
public:
    /// Stored with each article; anything that moves an offset must raise it.
    static constexpr int rulesVersion = 1;

    /// Starts a block; one still open is ended first.
    void beginBlock(BlockKind kind, int level = 0);
    /// Adds text to the open block; opens a Paragraph when there is none.
    void append(QStringView text);
    /// A line break inside the open block: `\n` in Pre and Verse, a space elsewhere.
    void lineBreak();
    /// Starts a span here; between blocks at the start of the next block. The end of a block ends all its
    /// spans.
    void beginSpan(SpanKind kind, const QString &target = {});
    /// Ends the innermost open span of that kind; nothing happens when there is none.
    void endSpan(SpanKind kind);
    void endBlock();

    /// A whole block in one call.
    void addBlock(BlockKind kind, QStringView text, int level = 0);
    /// A block that holds one U+FFFC: Image or Rule.
    void addObject(BlockKind kind);

    bool isEmpty() const;
    /// What was built; the builder is empty afterwards.
    CanonicalText take();

private:
    struct OpenSpan
    {
        SpanKind kind;
        qsizetype start;
        QString target;
    };

    bool keepsSpaces() const;
    void putSpace();
    void putCharacter(char32_t c);
    void putLineBreak();
    void closeSpan(size_t index);

    CanonicalText m_result;
    std::vector<OpenSpan> m_openSpans;
    Block m_block;
    qsizetype m_resumeAt = 0; ///< length of the text before the open block and the line break in front of it
    size_t m_firstSpan = 0;   ///< index of the open block's first span
    bool m_open = false;
    bool m_pendingSpace = false; ///< white space was seen and is put before the next character
    bool m_afterReturn = false;  ///< the last character was CR, so that LF is part of the same line break
};

} // namespace Lectern
