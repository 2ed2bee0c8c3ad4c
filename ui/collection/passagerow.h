#pragma once

#include "library/passagestanding.h"

#include <QRect>

class QPainter;

namespace Lectern {

struct Tokens;

/// How a row of the list of passages stands out.
struct PassageRowLook
{
    bool isSelected = false;
    bool isHovered = false;
    bool hasFocusRing = false;
};

/// The paint of the list of passages: headings, and passages as cards with the colour, two lines of words,
/// the source, and what the user added to them.
namespace PassageRow {

constexpr int headingHeight = 44; ///< logical pixels
constexpr int height = 112;

void paintHeading(QPainter &painter, const QRect &rect, const QString &title, int count,
                  const Tokens &tokens);
void paint(QPainter &painter, const QRect &rect, const Passage &passage, const PassageStanding &standing,
           PassageRowLook look, const Tokens &tokens);

} // namespace PassageRow

} // namespace Lectern
