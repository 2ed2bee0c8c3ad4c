#pragma once

class QPainter;
class QRect;

namespace Lectern {

struct Tokens;

/// A card that floats over the window, with a soft shadow that needs no compositor.
namespace FloatingCard {

constexpr int shadow = 10; ///< room that a widget leaves around its card, logical pixels

/// Paints it for a widget's rectangle, shadow included.
void paint(QPainter &painter, const QRect &widget, const Tokens &tokens);

} // namespace FloatingCard
} // namespace Lectern
