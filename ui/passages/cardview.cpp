#include "passages/cardview.h"

#include "style/fonts.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QHelpEvent>
#include <QPainter>
#include <QSet>
#include <QSignalBlocker>
#include <QToolTip>

namespace Lectern {

namespace {

constexpr int sideMargin = 16;

} // namespace

CardView::CardView(const Theme &theme, const QString &emptySentence, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_emptySentence(emptySentence)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    verticalScrollBar()->setSingleStep(44);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void CardView::showItems(std::vector<TrayItem> items)
{
    QSet<QString> present;
    for (const TrayItem &item : items)
        present.insert(item.passage.id);
    // The first card in view that will still be there holds the view in place.
    int held = qMax(0, m_cards.nearest(scrolled()));
    while (held < m_cards.count() && !present.contains(m_cards.id(held)))
        ++held;
    const QString heldId = held < m_cards.count() ? m_cards.id(held) : QString();
    const int offset = heldId.isEmpty() ? 0 : scrolled() - m_cards.top(held);
    const bool wasAtTop = scrolled() == 0;

    m_cards.setItems(std::move(items));
    settle();
    if (const int index = m_cards.indexOf(heldId); index >= 0 && !wasAtTop)
        verticalScrollBar()->setValue(m_cards.top(index) + offset);
    settle();
    viewport()->update();
    cardsMoved();
}

QRect CardView::cardRect(const QString &id)
{
    settle();
    const int index = m_cards.indexOf(id);
    return index < 0 ? QRect() : QRect(cardOrigin(index), QSize(cardWidth(), m_cards.height(index)));
}

int CardView::scrolled() const
{
    return verticalScrollBar()->value();
}

int CardView::cardWidth() const
{
    // Does not depend on whether the scroll bar shows: it stands in the cards' margin.
    return width() - 2 * sideMargin;
}

QPoint CardView::cardOrigin(int index) const
{
    return {sideMargin, m_cards.top(index) - scrolled()};
}

int CardView::indexAt(const QPoint &position) const
{
    const bool isBeside = position.x() < sideMargin || position.x() >= sideMargin + cardWidth();
    return isBeside ? -1 : m_cards.at(position.y() + scrolled());
}

bool CardView::isOnHandle(int index, const QPoint &position)
{
    return index >= 0 && m_cards.layout(index).handleRect().translated(cardOrigin(index)).contains(position);
}

CardAnswer CardView::answerAt(int index, const QPoint &position)
{
    return index < 0 ? CardAnswer::None : m_cards.layout(index).answerAt(position - cardOrigin(index));
}

void CardView::settle()
{
    m_cards.setWidth(cardWidth());
    const int page = viewport()->height();
    const int value = m_cards.settle(scrolled(), page);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, qMax(0, m_cards.totalHeight() - page));
    const QSignalBlocker quiet(verticalScrollBar());
    verticalScrollBar()->setValue(value);
}

void CardView::scrollTo(int index)
{
    // What lies around the card is measured only after going there, so look twice.
    for (int round = 0; round < 2; ++round) {
        m_cards.layout(index);
        const int page = viewport()->height();
        verticalScrollBar()->setRange(0, qMax(0, m_cards.totalHeight() - page));
        const int top = m_cards.top(index) - CardStack::gap;
        const int bottom = top + m_cards.height(index) + 2 * CardStack::gap;
        if (top < scrolled() || bottom - top > page)
            verticalScrollBar()->setValue(top);
        else if (bottom > scrolled() + page)
            verticalScrollBar()->setValue(bottom - page);
        settle();
    }
    viewport()->update();
    cardsMoved();
}

void CardView::setEdit(const QString &id, CardEdit edit)
{
    m_editedId = id;
    m_cards.setEdit(id, edit);
    settle();
    viewport()->update();
}

QRect CardView::editorRect()
{
    const int index = m_cards.indexOf(m_editedId);
    return index < 0 ? QRect() : m_cards.layout(index).editorRect().translated(cardOrigin(index));
}

void CardView::setDropGap(int gap)
{
    m_dropGap = gap;
    viewport()->update();
}

bool CardView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = indexAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       index < 0 ? QString() : m_cards.layout(index).toolTip(m_cards.item(index).passage),
                       viewport());
    return true;
}

void CardView::resizeEvent(QResizeEvent *)
{
    const int index = m_cards.nearest(scrolled());
    const int offset = index < 0 ? 0 : scrolled() - m_cards.top(index);
    m_cards.setWidth(cardWidth());
    if (index >= 0)
        verticalScrollBar()->setValue(m_cards.top(index) + offset);
    settle();
    cardsMoved();
}

void CardView::scrollContentsBy(int, int)
{
    settle();
    viewport()->update();
    cardsMoved();
}

void CardView::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), t.list);
    if (m_cards.isEmpty())
        return paintEmpty(painter);
    const int first = m_cards.nearest(scrolled());
    int last = first;
    for (; last < m_cards.count() && m_cards.top(last) < scrolled() + viewport()->height(); ++last)
        m_cards.layout(last).paint(painter, cardOrigin(last), t, lookOf(last));
    m_cards.keepLayouts(first - 50, last + 50);
    if (m_dropGap >= 0)
        paintDropLine(painter);
}

void CardView::paintEmpty(QPainter &painter) const
{
    painter.setFont(Fonts::ui(15));
    painter.setPen(m_theme.tokens().ink2);
    const QRect room = viewport()->rect().adjusted(40, 0, -40, 0);
    QRect words = painter.boundingRect(room, Qt::AlignHCenter | Qt::TextWordWrap, m_emptySentence);
    words.moveCenter(QPoint(room.center().x(), viewport()->height() * 2 / 5));
    painter.drawText(words, Qt::AlignHCenter | Qt::TextWordWrap, m_emptySentence);
}

void CardView::paintDropLine(QPainter &painter) const
{
    const int y = m_cards.top(m_dropGap) - CardStack::gap / 2 - scrolled();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().accent);
    painter.drawRoundedRect(QRect(sideMargin, y - 1, cardWidth(), 2), 1, 1);
    painter.drawEllipse(QPoint(sideMargin, y), 4, 4);
}

} // namespace Lectern
