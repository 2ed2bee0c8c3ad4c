#include "settings/keylist.h"

#include "style/fonts.h"
#include "style/keycaps.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Lectern {

namespace {

constexpr int padding = 12;
constexpr int gap = 12;
constexpr qreal radius = 8;
constexpr int mostCaps = 3; ///< keys of one action that are shown

class KeyRowDelegate final : public QStyledItemDelegate
{
public:
    KeyRowDelegate(const Theme &theme, KeyList *list)
        : QStyledItemDelegate(list)
        , m_theme(theme)
        , m_list(list)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, KeyList::rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const KeyRow &row = m_list->rows()->row(index.row());
        const bool isCurrent = index == m_list->currentIndex();
        const QRect all = option.rect;
        const auto placed = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, all, rect);
        };
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(isCurrent && m_list->hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(isCurrent ? t.tint : t.hover);
            painter->drawRoundedRect(QRectF(all).adjusted(1, 1, -1, -1), radius, radius);
        }
        int end = all.right() - padding;
        if (isCurrent && m_list->isWaiting()) {
            const QString words = KeyList::tr("Press the new keys · Esc leaves");
            painter->setFont(Fonts::ui(13, QFont::DemiBold));
            const int wide = painter->fontMetrics().horizontalAdvance(words);
            painter->setPen(t.tintInk);
            painter->drawText(placed({end - wide, all.top(), wide, all.height()}), Qt::AlignCenter, words);
            end -= wide + gap;
        } else {
            end = paintKeys(*painter, row, all, end, option.direction) - gap;
        }
        const QFont font = Fonts::ui(14, row.isStandard ? QFont::Normal : QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(isCurrent ? t.tintInk : t.ink);
        const QRect words(all.left() + padding, all.top(), end - all.left() - padding, all.height());
        painter->drawText(placed(words),
                          Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                          QFontMetrics(font).elidedText(row.text, Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    /// Returns where they begin.
    int paintKeys(QPainter &painter, const KeyRow &row, const QRect &all, int end,
                  Qt::LayoutDirection direction) const
    {
        QStringList names;
        for (const QKeySequence &keys : row.keys.mid(0, mostCaps))
            names += keys.toString(QKeySequence::NativeText);
        if (names.isEmpty()) {
            painter.setFont(Fonts::ui(12));
            painter.setPen(m_theme.tokens().ink3);
            const QString none = QStringLiteral("–");
            const QRect rect(end - 16, all.top(), 16, all.height());
            painter.drawText(QStyle::visualRect(direction, all, rect), Qt::AlignCenter, none);
            return rect.left();
        }
        const KeyCaps::Row caps(names);
        const QRect rect(end - caps.width(), all.top() + (all.height() - KeyCaps::capHeight) / 2,
                         caps.width(), KeyCaps::capHeight);
        caps.paint(painter, QStyle::visualRect(direction, all, rect).topLeft(), m_theme.tokens());
        return rect.left();
    }

    const Theme &m_theme;
    KeyList *m_list;
};

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

} // namespace

KeyList::KeyList(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_model(new KeyModel(this))
{
    setAccessibleName(tr("Keys"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setItemDelegate(new KeyRowDelegate(theme, this));
    setEditTriggers(NoEditTriggers);
    setModel(m_model);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        setWaiting(false);
        if (m_model->rowCount() > 0)
            setCurrentIndex(m_model->index(0));
        Q_EMIT stateChanged();
    });
}

QString KeyList::currentId() const
{
    return currentIndex().isValid() ? m_model->row(currentIndex().row()).id : QString();
}

void KeyList::waitForKeys()
{
    setFocus(Qt::OtherFocusReason);
    setWaiting(currentIndex().isValid());
}

void KeyList::setWaiting(bool waits)
{
    if (waits == m_isWaiting)
        return;
    m_isWaiting = waits;
    viewport()->update();
    Q_EMIT stateChanged();
}

bool KeyList::event(QEvent *event)
{
    // Whatever is pressed now is meant for the list, also what means something to the window.
    if (event->type() == QEvent::ShortcutOverride && m_isWaiting) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_isWaiting) {
        keyPressEvent(static_cast<QKeyEvent *>(event)); // Tab, too
        return true;
    }
    return QListView::event(event);
}

void KeyList::keyPressEvent(QKeyEvent *event)
{
    if (m_isWaiting) {
        if (isModifier(event->key()))
            return;
        setWaiting(false);
        if (event->key() != Qt::Key_Escape)
            Q_EMIT keysPressed(currentId(), QKeySequence(event->keyCombination()));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        waitForKeys();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removalRequested(currentId());
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void KeyList::mouseDoubleClickEvent(QMouseEvent *)
{
    waitForKeys();
}

void KeyList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    setWaiting(false);
    Q_EMIT stateChanged();
}

void KeyList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    setWaiting(false);
}

} // namespace Lectern
