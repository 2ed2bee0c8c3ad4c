#include "dialogs/choicelist.h"

#include "style/fonts.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace Lectern {

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int hintRole = Qt::UserRole + 1;
constexpr int rowHeight = 36;

class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    ChoiceDelegate(const Theme &theme, QWidget *list)
        : QStyledItemDelegate(list)
        , m_theme(theme)
        , m_list(list)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const QRectF row = QRectF(option.rect).adjusted(1, 1, -1, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool hasKeyboard = isChosen && m_list->hasFocus();
        painter->setPen(hasKeyboard ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(isChosen                                         ? t.tint
                          : option.state.testFlag(QStyle::State_MouseOver) ? t.hover
                                                                           : QColor(Qt::transparent));
        painter->drawRoundedRect(row, 8, 8);
        const QRectF text = row.adjusted(12, 0, -12, 0);
        painter->setFont(Fonts::ui(12, QFont::Medium));
        painter->setPen(isChosen ? t.tintInk : t.ink3);
        const QString hint = index.data(hintRole).toString();
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, hint);
        const int room = int(text.width()) - painter->fontMetrics().horizontalAdvance(hint) - 8;
        painter->setFont(Fonts::ui(14, isChosen ? QFont::DemiBold : QFont::Medium));
        painter->setPen(isChosen ? t.tintInk : t.ink);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->restore();
    }

private:
    const Theme &m_theme;
    QWidget *m_list;
};

} // namespace

ChoiceList::ChoiceList(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new ChoiceDelegate(theme, this));
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    viewport()->setAttribute(Qt::WA_Hover);
    applyColours();
    connect(&theme, &Theme::changed, this, &ChoiceList::applyColours);
}

void ChoiceList::applyColours()
{
    QPalette colours = m_theme.palette();
    colours.setColor(QPalette::Base, m_theme.tokens().list);
    setPalette(colours);
}

void ChoiceList::addChoice(const QString &key, const QString &label, const QString &hint)
{
    auto *item = new QListWidgetItem(label, this);
    item->setData(keyRole, key);
    item->setData(hintRole, hint);
}

QString ChoiceList::choice() const
{
    return currentItem() ? currentItem()->data(keyRole).toString() : QString();
}

void ChoiceList::setChoice(const QString &key)
{
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(keyRole).toString() == key)
            setCurrentRow(row);
}

} // namespace Lectern
