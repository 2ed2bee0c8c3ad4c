#pragma once

#include <QRect>

class QPainter;

namespace Lectern {

class QuotationListModel;
struct Tokens;

/// How a row of the list of quotations stands out.
struct QuotationRowLook
{
    bool isSelected = false;
    bool isHovered = false;
    bool hasFocusRing = false;
};

/// The paint of the list of quotations: a card for each utterance, its longest wording first, and a line for
/// each of its variants below.
namespace QuotationRow {

constexpr int headHeight = 118; ///< logical pixels, of one with two lines of words
constexpr int lineHeight = 22;
constexpr int variantHeight = 58;
constexpr int cardGap = 8; ///< below the last row of a card

/// The height of the longest of a group; one line lower when its words surely fit into one line of the card.
int headHeightOf(QStringView words, int cardWidth);

/// `card` is that of the whole group, of which the row paints its slice `rect`.
void paint(QPainter &painter, const QRect &card, const QRect &rect, const QuotationListModel &model, int row,
           QuotationRowLook look, const Tokens &tokens);

} // namespace QuotationRow

} // namespace Lectern
