#pragma once

#include "text/passage.h"

#include <QColor>

#include <array>

namespace Lectern {

/// Every colour of the program, by what it is for. Contrast of text on its grounds is at least WCAG AA
/// (tested).
struct Tokens
{
    bool isDark = false;

    QColor chrome; ///< rail, top bar
    QColor list;   ///< list, tray, gutter
    QColor paper;  ///< reading pane, search field
    QColor card;   ///< passage cards
    QColor ink;
    QColor ink2; ///< source names, icons
    QColor ink3; ///< dates, snippets
    QColor line; ///< 1 px dividers
    QColor rowLine;
    QColor accent;
    QColor onAccent;
    QColor tint; ///< ground of what is selected
    QColor tintInk;
    QColor hover;
    QColor hit;
    QColor hitInk;
    QColor currentHit;
    QColor currentHitInk;
    QColor hitTick; ///< in hit map
    QColor currentHitTick;
    QColor selection;
    QColor badge;
    QColor raised; ///< the chosen segment on a badge ground
    QColor noteBox;
    QColor noteMarker; ///< ground of the round note sign in the margin
    QColor noteMarkerInk;
    QColor pill; ///< floating bar over a selection
    QColor pillInk;
    QColor pillButton;
    QColor pillButtonInk;
    QColor difference; ///< ground of words that accounts have differently
    QColor danger; ///< errors in words
    QColor success;

    std::array<QColor, markColourCount> mark;     ///< ground of a highlight, by MarkColour
    std::array<QColor, markColourCount> markEdge; ///< its underline, bar and dot

    const QColor &markOf(MarkColour colour) const { return mark[size_t(colour)]; }
    const QColor &markEdgeOf(MarkColour colour) const { return markEdge[size_t(colour)]; }

    static Tokens light();
    static Tokens sepia();
    static Tokens dark();
};

} // namespace Lectern
