#include "quotations/quotationlistview.h"

#include "library/quotationlistmodel.h"
#include "quotations/quotationrow.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QContextMenuEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

constexpr int sideMargin = 24;
constexpr int topMargin = 4;
constexpr int bottomMargin = 16;

} // namespace

QuotationListView::QuotationListView(const Theme &theme, QuotationListModel &model, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setFrameShape(NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Quotations"));
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setViewportMargins(0, 0, -ThinScrollBar::thickness, 0);
    verticalScrollBar()->parentWidget()->raise();
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    setModel(&model);
    measure();
}

// Geometry.

void QuotationListView::measure()
{
    const int count = m_model.rowCount();
    m_tops.clear();
    m_tops.reserve(size_t(count) + 1);
    int top = topMargin;
    for (int row = 0; row < count; ++row) {
        m_tops.push_back(top);
        top += heightOf(row);
        if (row + 1 == count || !m_model.isVariant(row + 1))
            top += QuotationRow::cardGap;
    }
    m_tops.push_back(top);
}

int QuotationListView::heightOf(int row) const
{
    return m_model.isVariant(row) ? QuotationRow::variantHeight
                                  : QuotationRow::headHeightOf(m_model.utterance(row).words,
                                                               viewport()->width() - 2 * sideMargin);
}

void QuotationListView::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != event->size().width()) {
        // Words need other numbers of lines; what is looked at stays where it is.
        const int row = topRow();
        const int y = row < 0 ? 0 : m_tops[size_t(row)] - verticalOffset();
        measure();
        updateGeometries();
        scrollRowTo(row, y);
    }
    QListView::resizeEvent(event);
}

int QuotationListView::rowAt(int y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const auto row = int(after - m_tops.begin()) - 1;
    return row < m_model.rowCount() ? row : -1;
}

QRect QuotationListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || size_t(index.row()) + 1 >= m_tops.size())
        return {};
    const int row = index.row();
    return {0, m_tops[size_t(row)] - verticalOffset(), viewport()->width(), heightOf(row)};
}

QRect QuotationListView::cardOf(int row) const
{
    const int head = m_model.head(row);
    const int end = head + 1 + m_model.variantCount(head);
    const int top = m_tops[size_t(head)];
    return {sideMargin, top - verticalOffset(), viewport()->width() - 2 * sideMargin,
            m_tops[size_t(end)] - QuotationRow::cardGap - top};
}

QModelIndex QuotationListView::indexAt(const QPoint &point) const
{
    const QModelIndex index = m_model.index(rowAt(point.y() + verticalOffset()), 0);
    return visualRect(index).contains(QPoint(0, point.y())) ? index : QModelIndex();
}

int QuotationListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void QuotationListView::updateGeometries()
{
    verticalScrollBar()->setSingleStep(QuotationRow::headHeight / 3);
    verticalScrollBar()->setPageStep(viewport()->height());
    const int end = m_tops.empty() ? 0 : m_tops.back() + bottomMargin;
    verticalScrollBar()->setRange(0, qMax(0, end - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void QuotationListView::scrollTo(const QModelIndex &index, ScrollHint)
{
    const QRect row = visualRect(index);
    if (!row.isValid())
        return;
    if (row.top() < topMargin)
        verticalScrollBar()->setValue(verticalOffset() + row.top() - topMargin);
    else if (row.bottom() >= viewport()->height())
        verticalScrollBar()->setValue(verticalOffset() + row.bottom() + topMargin - viewport()->height());
}

void QuotationListView::scrollRowTo(int row, int y)
{
    if (row >= 0 && row < m_model.rowCount())
        verticalScrollBar()->setValue(m_tops[size_t(row)] - y);
}

int QuotationListView::topRow() const
{
    return m_model.rowCount() == 0 ? -1 : qMax(0, rowAt(qMax(topMargin, verticalOffset())));
}

void QuotationListView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void QuotationListView::reset()
{
    m_hovered = -1;
    m_pressed = -1;
    measure();
    QListView::reset();
    updateGeometries();
}

// Keyboard.

QModelIndex QuotationListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = m_model.rowCount() - 1;
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    const int page = qMax(1, viewport()->height() / QuotationRow::headHeight - 1);
    int row = from;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = from - 1;
        break;
    case MoveDown:
    case MoveNext:
        row = from + 1;
        break;
    case MovePageUp:
        row = from - page;
        break;
    case MovePageDown:
        row = from + page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return last < 0 ? QModelIndex() : m_model.index(qBound(0, row, last), 0);
}

void QuotationListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    if (const QModelIndex index = indexAt(rect.center()); index.isValid())
        selectionModel()->select(index, flags);
}

bool QuotationListView::event(QEvent *event)
{
    // What the window would hear, and means something here while the list has the keyboard.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isFind = key->modifiers() == Qt::ControlModifier &&
                            (key->key() == Qt::Key_F || key->key() == Qt::Key_K || key->key() == Qt::Key_L);
        if (isFind || key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
            key->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

bool QuotationListView::takeKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Escape && modifiers == Qt::NoModifier) {
        Q_EMIT leaveRequested();
        return true;
    }
    if ((modifiers == Qt::ControlModifier &&
         (event.key() == Qt::Key_F || event.key() == Qt::Key_K || event.key() == Qt::Key_L)) ||
        (modifiers == Qt::NoModifier && event.key() == Qt::Key_Slash)) {
        Q_EMIT searchRequested();
        return true;
    }
    if (event.matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
        return true;
    }
    if (event.matches(QKeySequence::Redo)) {
        Q_EMIT redoRequested();
        return true;
    }
    return currentIndex().isValid() && takeKeyOf(currentIndex().row(), event);
}

bool QuotationListView::takeKeyOf(int row, const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested(row);
        return true;
    }
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activatedRow(row);
        return true;
    case Qt::Key_H:
        Q_EMIT keepRequested(row);
        return true;
    case Qt::Key_S:
        Q_EMIT speakerRequested(row);
        return true;
    case Qt::Key_Delete:
        Q_EMIT rejectRequested(row);
        return true;
    case Qt::Key_Menu:
        Q_EMIT menuRequested(row, viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return true;
    default:
        return false;
    }
}

void QuotationListView::keyPressEvent(QKeyEvent *event)
{
    if (takeKey(*event))
        event->accept();
    else if (!event->text().isEmpty() && event->text().at(0).isPrint() &&
             event->modifiers() == Qt::NoModifier)
        event->ignore(); // letters are keys here, and never search as in other lists
    else
        QListView::keyPressEvent(event);
}

void QuotationListView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

// Mouse.

void QuotationListView::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()).row() : -1;
}

void QuotationListView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const int row = indexAt(event->position().toPoint()).row();
    if (event->button() == Qt::LeftButton && row >= 0 && row == std::exchange(m_pressed, -1))
        Q_EMIT activatedRow(row);
}

void QuotationListView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    Q_EMIT menuRequested(index.row(), event->globalPos());
}

bool QuotationListView::viewportEvent(QEvent *event)
{
    int hovered = m_hovered;
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        hovered = indexAt(static_cast<QHoverEvent *>(event)->position().toPoint()).row();
    else if (event->type() == QEvent::HoverLeave)
        hovered = -1;
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->update();
    }
    return QListView::viewportEvent(event);
}

void QuotationListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(event->rect(), tokens.paper);
    if (m_model.rowCount() == 0)
        return;
    const int first = rowAt(qMax(event->rect().top() + verticalOffset(), m_tops.front()));
    for (int row = first; row >= 0 && row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        const QRect rect = visualRect(index);
        if (rect.top() > event->rect().bottom())
            break;
        QuotationRow::paint(
            painter, cardOf(row), rect, m_model, row,
            {selectionModel()->isSelected(index), row == m_hovered, hasFocus() && index == currentIndex()},
            tokens);
    }
}

} // namespace Lectern
