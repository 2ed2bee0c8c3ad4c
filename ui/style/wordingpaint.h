#pragma once

#include "text/mergedwording.h"

#include <QPointF>

class QPainter;
class QTextLayout;

namespace Lectern {

struct Tokens;

/// The paint of words that differ from another wording: what was dropped is struck out, what was added is
/// underlined, both on the ground of differences; what is only written otherwise has dots below.
namespace WordingPaint {

/// Below the words. `origin` is where the layout is drawn, `lines` how many of its lines are.
void paintGrounds(QPainter &painter, const QTextLayout &layout, QPointF origin, int lines,
                  const std::vector<WordingPart> &parts, const Tokens &tokens);
/// Over them.
void paintLines(QPainter &painter, const QTextLayout &layout, QPointF origin, int lines,
                const std::vector<WordingPart> &parts, const Tokens &tokens);

} // namespace WordingPaint
} // namespace Lectern
