#include "palette/paletterow.h"

#include "palette/palettemodel.h"
#include "style/fonts.h"
#include "style/icons.h"
#include "style/keycaps.h"
#include "style/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace Lectern {

namespace {

constexpr int sideMargin = 8; ///< of the ground of the chosen row
constexpr int padding = 12;
constexpr int iconSize = 16;
constexpr int textLeft = sideMargin + padding + iconSize + 12;
constexpr int gap = 12;
constexpr qreal radius = 8;

/// One line with the hits in the accent, cut where there is no more room.
void drawWords(QPainter &painter, const QRect &room, const PaletteModel::Row &row, const Tokens &tokens,
               bool isChosen)
{
    const QFont font = Fonts::ui(14);
    const QString words = QFontMetrics(font).elidedText(row.entry.text, Qt::ElideRight, room.width());
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &hit : row.hits) {
        QTextLayout::FormatRange strong;
        strong.start = int(hit.start);
        strong.length = int(qMin<qsizetype>(hit.end, words.size()) - hit.start);
        strong.format.setForeground(isChosen ? tokens.tintInk : tokens.accent);
        strong.format.setFontWeight(QFont::DemiBold);
        if (strong.length > 0)
            formats += strong;
    }
    QTextLayout layout(words, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room.width() + gap); // stronger letters are wider
    layout.endLayout();
    painter.setPen(isChosen ? tokens.tintInk : tokens.ink);
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const qreal left = isMirrored ? room.right() - line.naturalTextWidth() : room.left();
    layout.draw(&painter, QPointF(left, room.top() + (room.height() - line.height()) / 2));
}

} // namespace

PaletteRow::PaletteRow(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize PaletteRow::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, height};
}

void PaletteRow::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const PaletteModel::Row &row = static_cast<const PaletteModel *>(index.model())->row(index.row());
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(isMirrored ? Qt::RightToLeft : Qt::LeftToRight, option.rect, rect);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect all = option.rect;
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isChosen ? t.tint : t.hover);
        painter->drawRoundedRect(QRectF(all).adjusted(sideMargin, 1, -sideMargin, -1), radius, radius);
    }
    painter->setLayoutDirection(option.direction);
    const QColor quiet = isChosen ? t.tintInk : t.ink3;
    Icons::paint(*painter, placed({all.left() + sideMargin + padding, all.top(), iconSize, all.height()}),
                 row.entry.icon, iconSize, isChosen ? t.tintInk : t.ink2);

    int end = all.right() - sideMargin - padding;
    if (const KeyCaps::Row caps(row.entry.keys); caps.width() > 0) {
        const QRect rect(end - caps.width(), all.top() + (all.height() - KeyCaps::capHeight) / 2,
                         caps.width(), KeyCaps::capHeight);
        caps.paint(*painter, placed(rect).topLeft(), t);
        end = rect.left() - gap;
    }
    if (row.entry.isOn) {
        Icons::paint(*painter, placed({end - iconSize, all.top(), iconSize, all.height()}),
                     QStringLiteral("check"), iconSize, quiet);
        end -= iconSize + gap;
    }
    const QFont small = Fonts::ui(12);
    const int mostDetail = all.width() / 3;
    const QString detail = QFontMetrics(small).elidedText(row.entry.detail, Qt::ElideRight, mostDetail);
    const int detailWidth = QFontMetrics(small).horizontalAdvance(detail);
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(placed({end - detailWidth, all.top(), detailWidth, all.height()}), Qt::AlignCenter,
                      detail);
    end -= detailWidth > 0 ? detailWidth + gap : 0;
    const QRect words(all.left() + textLeft, all.top(), qMax(0, end - all.left() - textLeft), all.height());
    drawWords(*painter, placed(words), row, t, isChosen);
    painter->restore();
}

} // namespace Lectern
