#pragma once

#include <QString>

namespace Lectern {

/// How the reader wants articles to be set. Shared by the reading pane, which sets them, and its settings
/// popup.
struct ReadingStyle
{
    QString family;           ///< "" for the first of Fonts::readingFamilies()
    int fontSize = 19;        ///< logical pixels, 15-28
    qreal lineHeight = 1.55;  ///< line distance in font sizes, 1.3-2.0
    int measure = 66;         ///< characters in a line of average letters, 50-90
    qreal paragraphGap = 0.8; ///< space between paragraphs in font sizes
    bool justified = false;

    bool operator==(const ReadingStyle &) const = default;
};

} // namespace Lectern
