#include "list/flatlist.h"

#include "library/articlelistmodel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int scrollStep = RowPainter::articleHeight / 3; ///< pixels a step; a wheel notch is three

} // namespace

FlatList::FlatList(const Theme &theme, ArticleListModel &model, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_map(model)
    , m_painter(theme)
{
    setFrameShape(NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Articles"));

    // The scroll bar lies over the rows' right margin instead of taking room from them.
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setViewportMargins(0, 0, -ThinScrollBar::thickness, 0);
    verticalScrollBar()->parentWidget()->raise();

    connect(&theme, &Theme::changed, this, [this] {
        m_painter.forgetRows();
        viewport()->update();
    });
    setModel(&model);
    // After setModel(): the selection model must have forgotten the old rows before a new one becomes
    // current.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &FlatList::rememberPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &FlatList::restorePlace);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        updateGeometries();
        findCurrentAgain();
    });
}

ArticleId FlatList::currentArticle() const
{
    return currentIndex().data(ArticleListModel::IdRole).toString();
}

void FlatList::setCurrentArticle(const ArticleId &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        return setCurrentRow(row);
    m_article = id;
    selectionModel()->clear();
    viewport()->update();
}

void FlatList::enter()
{
    if (!currentIndex().isValid())
        setCurrentRow(m_map.nearestArticle(0, 1));
    setFocus(Qt::ShortcutFocusReason);
}

// Geometry.

QRect FlatList::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return {0, m_map.topOf(index.row()) - verticalOffset(), viewport()->width(), m_map.heightOf(index.row())};
}

QModelIndex FlatList::indexAt(const QPoint &point) const
{
    const int row = m_map.rowAt(point.y() + verticalOffset());
    return row < 0 ? QModelIndex() : m_model.index(row);
}

int FlatList::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void FlatList::updateGeometries()
{
    verticalScrollBar()->setSingleStep(scrollStep);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, qMax(0, m_map.contentHeight() - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void FlatList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const bool isLast = index.row() + 1 == m_model.rowCount();
    const int top = m_map.topOf(m_map.labelOrSelf(index.row()));
    const int bottom = isLast ? m_map.contentHeight() : m_map.topOf(index.row() + 1);
    const int height = viewport()->height();
    const int offset = verticalOffset();
    const bool isFar = bottom < offset - height || top > offset + 2 * height;
    if (hint == PositionAtCenter || (hint == EnsureVisible && isFar))
        verticalScrollBar()->setValue(top - (height - (bottom - top)) / 2);
    else if (hint == PositionAtTop || (hint == EnsureVisible && top < offset))
        verticalScrollBar()->setValue(top);
    else if (hint == PositionAtBottom || (hint == EnsureVisible && bottom > offset + height))
        verticalScrollBar()->setValue(bottom - height);
}

void FlatList::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_hovered >= 0 || viewport()->underMouse())
        hoverAt(viewport()->mapFromGlobal(QCursor::pos()));
}

// The current article.

void FlatList::reset()
{
    m_painter.forgetRows();
    m_hovered = -1;
    QListView::reset();
}

void FlatList::rememberPlace()
{
    m_place = {{}, 0, m_model.answer().query, m_model.answer().order};
    if (verticalOffset() == 0)
        return;
    const QRect current = visualRect(currentIndex());
    const bool isCurrentSeen = current.isValid() && current.intersects(viewport()->rect());
    const int row = isCurrentSeen ? currentIndex().row() : m_map.nearestArticle(indexAt({0, 0}).row(), 1);
    if (const ArticlePtr article = m_model.article(row))
        m_place.article = article->id();
    m_place.top = m_map.topOf(row) - verticalOffset();
}

void FlatList::restorePlace()
{
    updateGeometries();
    findCurrentAgain();
    const bool isSameQuery = m_place.query == m_model.answer().query;
    const bool isSameOrder = m_place.order == m_model.answer().order;
    if (const int row = isSameQuery && isSameOrder ? m_model.rowOf(m_place.article) : -1; row >= 0)
        verticalScrollBar()->setValue(m_map.topOf(row) - m_place.top);
    else if (!isSameQuery || !isSameOrder)
        verticalScrollBar()->setValue(0);
    if (isSameQuery && !isSameOrder)
        scrollTo(currentIndex());
}

void FlatList::findCurrentAgain()
{
    // An answer that holds the article keeps it current, without a word: nothing has changed for the reader.
    const bool scrolls = hasAutoScroll();
    setAutoScroll(false);
    setCurrentRow(m_model.rowOf(m_article));
    setAutoScroll(scrolls);
}

void FlatList::setCurrentRow(int row)
{
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
}

void FlatList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
    const ArticlePtr article = m_model.article(current.row());
    if (!article)
        return;
    m_lastRow = current.row();
    if (article->id() == m_article)
        return;
    m_article = article->id();
    Q_EMIT currentArticleChanged(m_article);
}

void FlatList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                           const QList<int> &roles)
{
    if (topLeft.row() == bottomRight.row())
        m_painter.forgetRow(topLeft.data(ArticleListModel::IdRole).toString());
    else
        m_painter.forgetRows();
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    viewport()->update();
}

void FlatList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.topLeft());
    if (m_model.article(index.row()))
        selectionModel()->select(index, flags);
}

QItemSelectionModel::SelectionFlags FlatList::selectionCommand(const QModelIndex &index, const QEvent *) const
{
    return index.flags() & Qt::ItemIsSelectable ? QItemSelectionModel::ClearAndSelect
                                                : QItemSelectionModel::NoUpdate;
}

// Keyboard.

QModelIndex FlatList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (!currentIndex().isValid()) {
        const bool isToEnd = action == MoveEnd;
        return m_model.index(
            m_map.nearestArticle(isToEnd ? m_model.rowCount() - 1 : m_lastRow, isToEnd ? -1 : 1));
    }
    const auto moved = [this](RowMap::Move move) {
        return m_model.index(m_map.moved(currentIndex().row(), move, viewport()->height()));
    };
    switch (action) {
    case MoveUp:
    case MovePrevious:
        return moved(RowMap::Move::Up);
    case MoveDown:
    case MoveNext:
        return moved(RowMap::Move::Down);
    case MovePageUp:
        return moved(RowMap::Move::PageUp);
    case MovePageDown:
        return moved(RowMap::Move::PageDown);
    case MoveHome:
        return moved(RowMap::Move::Home);
    case MoveEnd:
        return moved(RowMap::Move::End);
    case MoveLeft:
    case MoveRight:
        break;
    }
    return currentIndex();
}

bool FlatList::isTypingAhead() const
{
    return m_typeAhead.isValid() && m_typeAhead.elapsed() < QApplication::keyboardInputInterval();
}

bool FlatList::event(QEvent *event)
{
    // Letters that belong to a title that is being typed mean nothing else.
    if (event->type() == QEvent::ShortcutOverride && isTypingAhead()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
        if (isPlain && !key->text().isEmpty() && key->text().at(0).isPrint()) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

void FlatList::keyPressEvent(QKeyEvent *event)
{
    m_usesKeyboard = true;
    const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    const bool isLetter = isPlain && !event->text().isEmpty() && event->text().at(0).isPrint();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Right:
        if (isPlain && currentIndex().isValid())
            Q_EMIT articleActivated(currentArticle());
        else
            event->ignore();
        return;
    case Qt::Key_Left:
        event->ignore();
        return;
    case Qt::Key_Space: // belongs to the article, unless it is part of a title that is being typed
        if (!isTypingAhead()) {
            event->ignore();
            return;
        }
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() != Qt::ShiftModifier)
            break;
        if (m_pickAnchor.isEmpty())
            m_pickAnchor = currentArticle();
        setCurrentRow(moveCursor(event->key() == Qt::Key_Down ? MoveDown : MoveUp, Qt::NoModifier).row());
        pickTo(currentIndex().row());
        return;
    case Qt::Key_Insert:
        togglePicked(currentArticle());
        return;
    case Qt::Key_Escape:
        if (m_picked.isEmpty())
            break;
        clearPicked();
        return;
    case Qt::Key_J:
    case Qt::Key_K:
        if (event->modifiers() == Qt::NoModifier && !isTypingAhead()) {
            setCurrentRow(moveCursor(event->key() == Qt::Key_J ? MoveDown : MoveUp, Qt::NoModifier).row());
            return;
        }
        break;
    default:
        break;
    }
    if (isLetter) {
        m_typeAhead.start();
        keyboardSearch(event->text());
        return;
    }
    QListView::keyPressEvent(event);
}

void FlatList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), m_theme.tokens().list);
    const int current = currentIndex().row();
    const int last = m_model.rowCount() - 1;
    const auto standsOut = [this, current](int row) { return row == current || row == m_hovered; };
    const int bottom = event->rect().bottom();
    const int first = m_map.rowAt(event->rect().top() + verticalOffset());
    for (int row = first; row >= 0 && row <= last; ++row) {
        const QModelIndex index = m_model.index(row);
        const QRect rect = visualRect(index);
        if (rect.top() > bottom)
            break;
        if (index.data(ArticleListModel::IsSectionRole).toBool()) {
            if (m_model.story(row))
                m_painter.paintStory(painter, rect, index, row == m_hovered);
            else
                m_painter.paintSection(painter, rect, index);
            continue;
        }
        RowState state;
        state.isCurrent = row == current;
        state.isHovered = row == m_hovered;
        state.hasFocusRing = state.isCurrent && hasFocus() && m_usesKeyboard;
        state.isPicked = isPicked(index);
        state.hasDivider = !standsOut(row) && !standsOut(row + 1) && row != last;
        m_painter.paintArticle(painter, rect, index, state);
    }
}

} // namespace Lectern
