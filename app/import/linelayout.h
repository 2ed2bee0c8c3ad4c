#pragma once

#include <QStringView>

#include <vector>

namespace Lectern {

/// A line of a plain text without its line break.
struct TextLine
{
    QStringView text;     ///< without white space at its ends
    qsizetype indent = 0; ///< columns before it; a tab reaches the next multiple of 8

    bool isBlank() const { return text.isEmpty(); }
};

/// Cuts a text at its line breaks (`\n` only). The views point into `text`.
std::vector<TextLine> linesOf(QStringView text);

/// How a plain text breaks its lines, told by the lines themselves.
struct LineLayout
{
    bool isWrapped = false;      ///< an editor or a mailer broke paragraphs into lines of nearly equal length
    qsizetype width = 0;         ///< when wrapped: the column that lines reach
    bool startsIndented = false; ///< a paragraph begins with an indent, as in print

    /// At least 55 % of the lines that are followed by another line end within one band of 10 columns:
    /// wrapped.
    static LineLayout of(const std::vector<TextLine> &lines);
};

} // namespace Lectern
