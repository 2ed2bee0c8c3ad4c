#include "library/articlelistmodel.h"
#include "list/flatlist.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace Lectern {

namespace {

constexpr int mostPicked = 10000; ///< articles at once

} // namespace

// Mouse and focus.

void FlatList::mousePressEvent(QMouseEvent *event)
{
    m_usesKeyboard = false;
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    const ArticlePtr article = m_model.article(index.row());
    const StoryMap::Story *story = article ? nullptr : m_model.story(index.row());
    if (event->button() == Qt::RightButton)
        return; // asks for a menu, and opens nothing
    if (event->button() == Qt::LeftButton && story) {
        if (RowPainter::compareButton(visualRect(index)).contains(point))
            Q_EMIT compareRequested(story->accounts);
        else
            Q_EMIT storyActivated(story->centre, viewport()->mapToGlobal(visualRect(index).bottomLeft()));
        return;
    }
    if (event->button() == Qt::LeftButton && article && event->modifiers() == Qt::ControlModifier) {
        if (m_picked.isEmpty() && !currentArticle().isEmpty() && currentArticle() != article->id())
            togglePicked(currentArticle());
        togglePicked(article->id());
        return;
    }
    if (event->button() == Qt::LeftButton && article && event->modifiers() == Qt::ShiftModifier) {
        pickTo(index.row());
        return;
    }
    clearPicked();
    QListView::mousePressEvent(event);
    viewport()->update();
}

void FlatList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const ArticlePtr article = m_model.article(indexAt(event->position().toPoint()).row());
    if (article && event->button() == Qt::LeftButton)
        Q_EMIT articleActivated(article->id());
}

void FlatList::focusInEvent(QFocusEvent *event)
{
    // Not the base class's: it makes the first row current, which would open an article that nobody chose.
    QAbstractScrollArea::focusInEvent(event);
    m_usesKeyboard = event->reason() != Qt::MouseFocusReason;
    viewport()->update();
}

void FlatList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

bool FlatList::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        hoverAt(static_cast<QHoverEvent *>(event)->position().toPoint());
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        setHoveredRow(-1);
        break;
    case QEvent::ContextMenu: {
        openMenu(*static_cast<QContextMenuEvent *>(event));
        return true;
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const ArticlePtr article = m_model.article(indexAt(help->pos()).row());
        const StoryMap::Story *story = article ? nullptr : m_model.story(indexAt(help->pos()).row());
        if (article && m_painter.isTitleElided(article->id()))
            QToolTip::showText(help->globalPos(), article->title().toHtmlEscaped(), viewport());
        else if (story && RowPainter::compareButton(visualRect(indexAt(help->pos()))).contains(help->pos()))
            QToolTip::showText(help->globalPos(), tr("Compare the accounts"), viewport());
        else if (story)
            QToolTip::showText(help->globalPos(), tr("About this story"), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    default:
        break;
    }
    return QListView::viewportEvent(event);
}

void FlatList::hoverAt(const QPoint &point)
{
    const bool isInside = viewport()->rect().contains(point);
    const int row = isInside ? indexAt(point).row() : -1;
    setHoveredRow(m_model.article(row) || m_model.story(row) ? row : -1);
}

void FlatList::setHoveredRow(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

void FlatList::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(*event); // by the keyboard
}

void FlatList::openMenu(const QContextMenuEvent &event)
{
    const bool isKey = event.reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event.pos());
    const ArticlePtr article = m_model.article(index.row());
    const QPoint at = isKey ? viewport()->mapToGlobal(visualRect(index).center()) : event.globalPos();
    if (const StoryMap::Story *story = article ? nullptr : m_model.story(index.row()))
        Q_EMIT menuRequested(at, story->accounts);
    else if (article)
        Q_EMIT menuRequested(at, isPicked(index) ? pickedArticles() : std::vector<ArticleId>{article->id()});
}

// Picked articles.

bool FlatList::isPicked(const QModelIndex &index) const
{
    return !m_picked.isEmpty() && m_picked.contains(index.data(ArticleListModel::IdRole).toString());
}

void FlatList::togglePicked(const ArticleId &id)
{
    if (id.isEmpty())
        return;
    if (!m_picked.remove(id))
        m_picked.insert(id);
    m_pickAnchor = id;
    viewport()->update();
    Q_EMIT picked(int(m_picked.size()));
}

void FlatList::pickTo(int row)
{
    if (m_pickAnchor.isEmpty() || m_model.rowOf(m_pickAnchor) < 0)
        m_pickAnchor = currentArticle();
    const int anchor = m_model.rowOf(m_pickAnchor);
    const int first = anchor < 0 ? row : qMin(anchor, row);
    const int last = qMin(qMax(anchor, row), first + mostPicked - 1);
    m_picked.clear();
    for (int at = first; at <= last; ++at)
        if (const ArticleId id = m_model.index(at).data(ArticleListModel::IdRole).toString(); !id.isEmpty())
            m_picked.insert(id);
    viewport()->update();
    Q_EMIT picked(int(m_picked.size()));
}

void FlatList::clearPicked()
{
    m_pickAnchor.clear();
    if (m_picked.isEmpty())
        return;
    m_picked.clear();
    viewport()->update();
    Q_EMIT picked(0);
}

std::vector<ArticleId> FlatList::pickedArticles() const
{
    constexpr int fewPicked = 32; // each of them is looked for; more are met on a walk over all rows
    std::vector<std::pair<int, ArticleId>> rows;
    if (m_picked.size() <= fewPicked) {
        for (const ArticleId &id : m_picked)
            if (const int row = m_model.rowOf(id); row >= 0)
                rows.emplace_back(row, id);
    } else {
        for (int row = 0; row < m_model.rowCount() && qsizetype(rows.size()) < m_picked.size(); ++row)
            if (isPicked(m_model.index(row)))
                rows.emplace_back(row, m_model.index(row).data(ArticleListModel::IdRole).toString());
    }
    std::sort(rows.begin(), rows.end());
    std::vector<ArticleId> ids;
    for (auto &[row, id] : rows)
        ids.push_back(std::move(id));
    return ids;
}

} // namespace Lectern
