#include "dialogs/folderdelegate.h"

#include "dialogs/foldermodel.h"
#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int rowHeight = 60;
constexpr int iconSize = 20;
constexpr int gap = 12;

/// Draws words at the right end of a line and takes their room from it.
void drawAtRight(QPainter &painter, QRect &line, const QFont &font, const QColor &ink, const QString &text)
{
    if (text.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, text);
    line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(text) - gap);
}

void drawElided(QPainter &painter, const QRect &line, const QFont &font, const QColor &ink,
                const QString &text)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideMiddle, line.width()));
}

} // namespace

FolderDelegate::FolderDelegate(const Theme &theme, QWidget *view)
    : QStyledItemDelegate(view)
    , m_theme(theme)
    , m_view(view)
{}

QSize FolderDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, rowHeight};
}

void FolderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool hasKeyboard = option.state.testFlag(QStyle::State_HasFocus) && m_view->hasFocus();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(hasKeyboard ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
    painter->setBrush(isSelected ? t.tint : isHovered ? t.hover : QColor(Qt::transparent));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 2, -1, -2), 8, 8);

    const QRect room = option.rect.adjusted(gap, 8, -gap, -8);
    const bool isFolder = index.data(FolderModel::IsFolderRole).toBool();
    Icons::paint(*painter, QRect(room.left(), room.top(), iconSize, room.height()),
                 isFolder ? QStringLiteral("folder") : QStringLiteral("file"), iconSize,
                 isSelected ? t.tintInk : t.ink2);

    QRect first = room.adjusted(iconSize + gap, 2, 0, 0);
    first.setHeight(20);
    QRect second = first.translated(0, 22);
    second.setHeight(18);
    drawAtRight(*painter, first, Fonts::ui(12, QFont::Medium), t.ink2,
                index.data(FolderModel::CountRole).toString());
    drawAtRight(*painter, second, Fonts::ui(12, QFont::Medium), t.danger,
                index.data(FolderModel::TroubleRole).toString());
    drawElided(*painter, first, Fonts::ui(14, QFont::DemiBold), isSelected ? t.tintInk : t.ink,
               index.data().toString());
    drawElided(*painter, second, Fonts::ui(12), t.ink3, index.data(FolderModel::PathRole).toString());
    painter->restore();
}

} // namespace Lectern
