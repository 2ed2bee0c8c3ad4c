#include "style/choicebox.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Lectern {

namespace {

constexpr int rowHeight = 32;

/// A row of the list: the chosen one on tint, separators as lines.
class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {120, isSeparator(index) ? 9 : rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isSeparator(index)) {
            painter->fillRect(
                QRect(option.rect.left() + 12, option.rect.center().y(), option.rect.width() - 24, 1),
                t.line);
        } else {
            const bool isChosen = option.state.testFlag(QStyle::State_Selected);
            painter->setPen(Qt::NoPen);
            painter->setBrush(isChosen ? t.tint : QColor(Qt::transparent));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 6, 6);
            painter->setFont(Fonts::ui(13));
            painter->setPen(isChosen ? t.tintInk : t.ink);
            const QRect words = option.rect.adjusted(12, 0, -12, 0);
            painter->drawText(
                words, Qt::AlignVCenter | Qt::AlignLeft,
                painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
        }
        painter->restore();
    }

private:
    static bool isSeparator(const QModelIndex &index)
    {
        return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator");
    }

    const Theme &m_theme;
};

} // namespace

ChoiceBox::ChoiceBox(const Theme &theme, QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setFont(Fonts::ui(13));
    setMaxVisibleItems(14);
    auto *list = new QListView(this);
    list->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setFrameShape(QFrame::NoFrame);
    setView(list);
    setItemDelegate(new RowDelegate(theme, this));
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, &ChoiceBox::applyTheme);
    applyTheme();
}

void ChoiceBox::applyTheme()
{
    QPalette colours = m_theme.palette();
    colours.setColor(QPalette::Base, m_theme.tokens().card);
    colours.setColor(QPalette::Window, m_theme.tokens().card);
    view()->setPalette(colours);
    update();
}

void ChoiceBox::showPopup()
{
    QComboBox::showPopup();
    // What frames the list is Qt's own; it takes the colour of the card.
    if (QWidget *frame = view()->parentWidget())
        frame->setPalette(view()->palette());
}

void ChoiceBox::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(!isEnabled() ? t.list : underMouse() ? t.hover : t.card);
    painter.setPen(QPen(hasFocus() ? t.accent : t.line, hasFocus() ? 1.5 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
    painter.setPen(isEnabled() ? t.ink : t.ink3);
    painter.setFont(font());
    const QRect words = rect().adjusted(12, 0, -32, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(currentText(), Qt::ElideMiddle, words.width()));
    Icons::paint(painter, QRectF(width() - 28, 0, 20, height()), QStringLiteral("chevron-down"), 16,
                 isEnabled() ? t.ink2 : t.ink3);
}

} // namespace Lectern
