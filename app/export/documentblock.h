#pragma once

#include "text/passage.h"

#include <vector>

namespace Lectern {

/// How a stretch of a document is set.
enum class DocumentStyle : quint8 {
    Plain,
    Italic,
    Address, ///< an http(s) address
    Kept,    ///< words of a passage that stand among others: marked in its colour
    LeftOut, ///< “[…]”
    Number   ///< of a passage, behind its last words in the text of its article
};

struct DocumentRun
{
    QString text;
    DocumentStyle style = DocumentStyle::Plain;
    MarkColour colour = MarkColour::Yellow; ///< of Kept

    bool operator==(const DocumentRun &) const = default;
};

enum class DocumentRole : quint8 {
    Title,     ///< of an article that is shown whole
    Heading,   ///< inside it, of a level
    Paragraph, ///< of it
    Quote,     ///< may hold line breaks
    Citation,
    Note, ///< may hold line breaks
    Tags,
    Record ///< one line of where the words come from, with a label
};

struct DocumentBlock
{
    DocumentRole role = DocumentRole::Paragraph;
    QString label; ///< "Note", "Tags", "SHA-256 of the file", ...: without the colon; empty for the others
    std::vector<DocumentRun> runs;
    int level = 0; ///< of a heading, 1 to 6

    /// All words, without the label.
    QString text() const;
    /// The runs of each line; a run that holds a line break is cut there. At least one line.
    std::vector<std::vector<DocumentRun>> lines() const;
};

/// A passage, or the text of an article with its passages marked in it.
struct DocumentEntry
{
    const Passage *passage = nullptr; ///< null for the text of an article
    int number = 0;                   ///< of the passage in its article, from 1, when that is shown; else 0
    QString language;                 ///< BCP 47, may be empty
    std::vector<DocumentBlock> blocks;
};

/// The ground of marked words in that colour: six hexadecimal digits.
QString markFill(MarkColour colour);

/// True when the words run from right to left.
bool isRightToLeft(const DocumentBlock &block);

} // namespace Lectern
