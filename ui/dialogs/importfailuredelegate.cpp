#include "dialogs/importfailuredelegate.h"

#include "dialogs/importfailuremodel.h"
#include "style/fonts.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int rowHeight = 76;
constexpr int padding = 12;

void drawElided(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink,
                const QString &text, Qt::TextElideMode mode)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, mode, rect.width()));
}

} // namespace

ImportFailureDelegate::ImportFailureDelegate(const Theme &theme, QWidget *view)
    : QStyledItemDelegate(view)
    , m_theme(theme)
    , m_view(view)
{}

QSize ImportFailureDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, rowHeight};
}

void ImportFailureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasKeyboard = option.state.testFlag(QStyle::State_HasFocus) && m_view->hasFocus();
    painter->setPen(hasKeyboard ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
    painter->setBrush(isSelected ? t.tint : isHovered ? t.hover : QColor(Qt::transparent));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 2, -4, -2), 8, 8);

    const QRect room = option.rect.adjusted(4 + padding, 10, -4 - padding, -10);
    const QString kind = index.data(ImportFailureModel::KindRole).toString();
    painter->setFont(Fonts::ui(11, QFont::DemiBold));
    const int badgeWidth = painter->fontMetrics().horizontalAdvance(kind) + 16;
    const QRect badge(room.right() - badgeWidth + 1, room.top(), badgeWidth, 18);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.badge);
    painter->drawRoundedRect(badge, 9, 9);
    painter->setPen(t.ink2);
    painter->drawText(badge, Qt::AlignCenter, kind);

    drawElided(*painter, QRect(room.left(), room.top() - 1, room.width() - badgeWidth - 12, 20),
               Fonts::ui(14, QFont::DemiBold), t.ink, index.data().toString(), Qt::ElideMiddle);
    drawElided(*painter, QRect(room.left(), room.top() + 20, room.width(), 18), Fonts::ui(13), t.ink2,
               index.data(ImportFailureModel::SentenceRole).toString(), Qt::ElideRight);
    drawElided(*painter, QRect(room.left(), room.top() + 39, room.width(), 17), Fonts::ui(12), t.ink3,
               index.data(ImportFailureModel::FolderRole).toString(), Qt::ElideMiddle);
    painter->restore();
}

} // namespace Lectern
