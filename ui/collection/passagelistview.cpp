#include "collection/passagelistview.h"

#include "collection/passagerow.h"
#include "library/passagelistmodel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QResizeEvent>
#include <QSet>

#include <algorithm>

namespace Lectern {

const QString PassageListView::idsMimeType = QStringLiteral("application/x-lectern-passage-ids");

PassageListView::PassageListView(const Theme &theme, PassageListModel &model, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setFrameShape(NoFrame);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Passages"));
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setViewportMargins(0, 0, -ThinScrollBar::thickness, 0);
    verticalScrollBar()->parentWidget()->raise();
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    setModel(&model);
    measure();
}

std::vector<const Passage *> PassageListView::selectedPassages() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    std::vector<const Passage *> passages;
    QSet<QString> seen;
    for (const QModelIndex &row : rows) {
        const Passage *passage = m_model.passage(row.row());
        if (!passage || seen.contains(passage->id))
            continue;
        seen.insert(passage->id);
        passages.push_back(passage);
    }
    return passages;
}

QStringList PassageListView::selectedIds() const
{
    QStringList ids;
    for (const Passage *passage : selectedPassages())
        ids += passage->id;
    return ids;
}

void PassageListView::select(const QString &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
}

// Geometry.

void PassageListView::measure()
{
    m_tops.clear();
    m_tops.reserve(size_t(m_model.rowCount()) + 1);
    int top = 8;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        m_tops.push_back(top);
        top += m_model.isHeading(row) ? PassageRow::headingHeight : PassageRow::height;
    }
    m_tops.push_back(top);
}

int PassageListView::rowAt(int y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const auto row = int(after - m_tops.begin()) - 1;
    return row < m_model.rowCount() ? row : -1;
}

QRect PassageListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || size_t(index.row()) + 1 >= m_tops.size())
        return {};
    const int top = m_tops[size_t(index.row())];
    return {0, top - verticalOffset(), viewport()->width(), m_tops[size_t(index.row()) + 1] - top};
}

QModelIndex PassageListView::indexAt(const QPoint &point) const
{
    return m_model.index(rowAt(point.y() + verticalOffset()));
}

int PassageListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void PassageListView::updateGeometries()
{
    verticalScrollBar()->setSingleStep(PassageRow::height / 3);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, qMax(0, m_tops.empty() ? 0 : m_tops.back() + 16 - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void PassageListView::scrollTo(const QModelIndex &index, ScrollHint)
{
    const QRect row = visualRect(index);
    if (!row.isValid())
        return;
    const bool isBelowHeading = m_model.isHeading(index.row() - 1);
    const int top = row.top() - (isBelowHeading ? PassageRow::headingHeight : 0);
    if (top < 0)
        verticalScrollBar()->setValue(verticalOffset() + top);
    else if (row.bottom() >= viewport()->height())
        verticalScrollBar()->setValue(verticalOffset() + row.bottom() + 1 - viewport()->height());
}

void PassageListView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    updateGeometries();
    if (event->size().height() < event->oldSize().height())
        scrollTo(currentIndex());
}

void PassageListView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void PassageListView::reset()
{
    m_hovered = -1;
    measure();
    QListView::reset();
    updateGeometries();
}

// Keyboard.

int PassageListView::nearestPassage(int row, int step) const
{
    for (int at = row; at >= 0 && at < m_model.rowCount(); at += step)
        if (m_model.passage(at))
            return at;
    return -1;
}

QModelIndex PassageListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = m_model.rowCount();
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    const int page = qMax(1, viewport()->height() / PassageRow::height - 1);
    int row = from;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = nearestPassage(from - 1, -1);
        break;
    case MoveDown:
    case MoveNext:
        row = nearestPassage(from + 1, 1);
        break;
    case MovePageUp:
        row = nearestPassage(qMax(0, from - page), 1);
        break;
    case MovePageDown:
        row = nearestPassage(qMin(count - 1, from + page), -1);
        break;
    case MoveHome:
        row = nearestPassage(0, 1);
        break;
    case MoveEnd:
        row = nearestPassage(count - 1, -1);
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return row < 0 ? currentIndex() : m_model.index(row);
}

void PassageListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const int first = rowAt(rect.normalized().top() + verticalOffset());
    const int last = rowAt(rect.normalized().bottom() + verticalOffset());
    if (first >= 0)
        selectionModel()->select(
            QItemSelection(m_model.index(first), m_model.index(last < 0 ? m_model.rowCount() - 1 : last)),
            flags);
}

bool PassageListView::event(QEvent *event)
{
    // What the window would hear, and means something here while the list has the keyboard.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove =
            key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        const bool isFind = key->modifiers() == Qt::ControlModifier &&
                            (key->key() == Qt::Key_F || key->key() == Qt::Key_K || key->key() == Qt::Key_L);
        if (isMove || isFind || key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

bool PassageListView::takeKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return true;
    }
    if ((modifiers == Qt::ControlModifier &&
         (event.key() == Qt::Key_F || event.key() == Qt::Key_K || event.key() == Qt::Key_L)) ||
        (modifiers == Qt::NoModifier && event.key() == Qt::Key_Slash)) {
        Q_EMIT searchRequested();
        return true;
    }
    const QStringList ids = selectedIds();
    if (event.matches(QKeySequence::Copy) ||
        (event.key() == Qt::Key_C && modifiers == (Qt::ControlModifier | Qt::ShiftModifier))) {
        if (!ids.isEmpty())
            Q_EMIT copyRequested(ids);
        return true;
    }
    if (event.key() == Qt::Key_Menu) {
        Q_EMIT menuRequested(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return true;
    }
    if (ids.isEmpty())
        return false;
    if (modifiers == Qt::NoModifier && event.key() == Qt::Key_T) {
        Q_EMIT tagsRequested(ids, visualRect(currentIndex()));
        return true;
    }
    return ids.size() == 1 ? takeKeyOf(ids.front(), event) : refuseKey(event);
}

bool PassageListView::refuseKey(const QKeyEvent &event)
{
    const bool changes = event.key() == Qt::Key_Delete || event.key() == Qt::Key_S ||
                         event.key() == Qt::Key_Y || event.key() == Qt::Key_K ||
                         (event.key() >= Qt::Key_1 && event.key() < Qt::Key_1 + markColourCount);
    if (changes && event.modifiers() == Qt::NoModifier)
        Q_EMIT severalMeant();
    return changes;
}

bool PassageListView::takeKeyOf(const QString &id, const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)) {
        Q_EMIT moveRequested(id, event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activatedPassage(id);
        return true;
    case Qt::Key_Delete:
        Q_EMIT removeRequested({id});
        return true;
    case Qt::Key_S:
        Q_EMIT starRequested(id);
        return true;
    case Qt::Key_Y:
        Q_EMIT takeRequested(id);
        return true;
    case Qt::Key_K:
        Q_EMIT keepRequested(id);
        return true;
    case Qt::Key_N:
        Q_EMIT noteRequested(id, visualRect(currentIndex()));
        return true;
    default:
        break;
    }
    const int colour = event.key() - Qt::Key_1;
    if (colour < 0 || colour >= markColourCount)
        return false;
    Q_EMIT colourRequested(id, colour);
    return true;
}

void PassageListView::keyPressEvent(QKeyEvent *event)
{
    if (takeKey(*event))
        event->accept();
    else if (!event->text().isEmpty() && event->text().at(0).isPrint() &&
             event->modifiers() == Qt::NoModifier)
        event->ignore(); // letters are keys here, and never search as in other lists
    else
        QListView::keyPressEvent(event);
}

void PassageListView::focusInEvent(QFocusEvent *event)
{
    // Not the base class's: it makes the first row current, and that is a heading.
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

// Mouse.

void PassageListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Passage *passage = m_model.passage(indexAt(event->position().toPoint()).row());
    if (passage && event->button() == Qt::LeftButton)
        Q_EMIT activatedPassage(passage->id);
}

void PassageListView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selectedIds().isEmpty())
        Q_EMIT menuRequested(event->globalPos());
}

void PassageListView::startDrag(Qt::DropActions)
{
    QStringList ids;
    std::vector<Passage> passages;
    for (const Passage *passage : selectedPassages()) {
        ids += passage->id;
        passages.push_back(*passage);
    }
    if (passages.empty() || !m_mimeOf)
        return;
    std::unique_ptr<QMimeData> mime = m_mimeOf(passages);
    mime->setData(idsMimeType, ids.join(QLatin1Char('\n')).toUtf8());
    auto *drag = new QDrag(this);
    drag->setMimeData(mime.release());
    drag->exec(Qt::CopyAction);
}

bool PassageListView::viewportEvent(QEvent *event)
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

void PassageListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(event->rect(), tokens.paper);
    if (event->rect().top() + verticalOffset() >= m_tops.back())
        return;
    int row = qMax(0, rowAt(qMax(event->rect().top() + verticalOffset(), m_tops.front())));
    for (; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        const QRect rect = visualRect(index);
        if (rect.top() > event->rect().bottom())
            break;
        if (const Passage *passage = m_model.passage(row))
            PassageRow::paint(painter, rect, *passage, m_model.standing(row),
                              {selectionModel()->isSelected(index), row == m_hovered,
                               hasFocus() && index == currentIndex()},
                              tokens);
        else
            PassageRow::paintHeading(painter, rect, index.data().toString(),
                                     index.data(PassageListModel::CountRole).toInt(), tokens);
    }
}

} // namespace Lectern
