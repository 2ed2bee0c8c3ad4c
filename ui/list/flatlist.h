#pragma once

#include "list/rowmap.h"
#include "list/rowpainter.h"
#include "search/searcher.h"

#include <QElapsedTimer>
#include <QListView>

namespace Lectern {

class ArticleListModel;

/// The list of articles: rows and section labels of fixed heights, so that nothing it does costs time by the
/// number of rows. It is a QListView by its class, for accessibility, but lays out and paints by itself.
/// Section labels are never current: moves skip them.
///
/// The current article outlives answers: it is current again as soon as an answer holds it. While the
/// question stays the same, so does the place where the list stands; rows that come in behind the others move
/// nothing.
class FlatList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlatList)

public:
    FlatList(const Theme &theme, ArticleListModel &model, QWidget *parent = nullptr);

    /// The article of the current row; "" when no row is current.
    ArticleId currentArticle() const;
    /// Makes its row current and scrolls there; an article that is not shown becomes current when an answer
    /// holds it.
    void setCurrentArticle(const ArticleId &id);
    /// Gives the list the keyboard; the first article becomes current when none is.
    void enter();

    /// The articles that were picked to be acted on together, with Ctrl or Shift and a click, Insert, or
    /// Shift and an arrow; in the order of the list.
    std::vector<ArticleId> pickedArticles() const;
    void clearPicked();

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override { QAbstractItemView::doItemsLayout(); }
    void reset() override;

Q_SIGNALS:
    /// Another article became current; never "".
    void currentArticleChanged(const Lectern::ArticleId &id);
    /// Enter, Right or a double click: the person wants to be in the article.
    void articleActivated(const Lectern::ArticleId &id);
    /// The label of a story was clicked; `at` is below it, in global coordinates.
    void storyActivated(const Lectern::ArticleId &account, QPoint at);
    void compareRequested(const std::vector<Lectern::ArticleId> &accounts);
    /// For these articles: those that are picked, one, or the accounts of a story.
    void menuRequested(QPoint at, const std::vector<Lectern::ArticleId> &articles);
    void picked(int count);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    int verticalOffset() const override;
    int horizontalOffset() const override { return 0; }
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    /// Nothing: the base class selects what a pressed mouse is dragged over, and so would open one article
    /// after the other.
    void mouseMoveEvent(QMouseEvent *) override {}
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// Where the list stood when the model began to change.
    struct Place
    {
        ArticleId article; ///< one that was seen; "" at the beginning of the list
        int top = 0;       ///< its distance from the viewport's top, pixels
        Query query;
        Order order = Order::Relevance;
    };
    void rememberPlace();
    void restorePlace();
    void findCurrentAgain();

    void setCurrentRow(int row);
    void setHoveredRow(int row);
    void openMenu(const QContextMenuEvent &event);
    bool isPicked(const QModelIndex &index) const;
    void togglePicked(const ArticleId &id);
    /// Picks all from where picking began to this row, and nothing else.
    void pickTo(int row);
    void hoverAt(const QPoint &point);
    bool isTypingAhead() const;

    const Theme &m_theme;
    ArticleListModel &m_model;
    RowMap m_map;
    RowPainter m_painter;
    ArticleId m_article; ///< made current last, whether it is shown or not
    int m_lastRow = 0;   ///< where it was, so that moves go on from there when it is gone
    Place m_place;
    int m_hovered = -1;
    QSet<ArticleId> m_picked;
    ArticleId m_pickAnchor;      ///< where picking of a range begins; "" for the current article
    bool m_usesKeyboard = false; ///< the last touch was a key: the current row shows its outline
    QElapsedTimer m_typeAhead;   ///< since the last letter that searched
};

} // namespace Lectern
