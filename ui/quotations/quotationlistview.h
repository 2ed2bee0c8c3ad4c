#pragma once

#include <QListView>

#include <vector>

namespace Lectern {

class QuotationListModel;
class Theme;

/// The list of the room Quotations: rows whose heights are told without laying out words, so that 100,000 of
/// them cost as much as ten. It is a QListView by its class, for accessibility, but lays out and paints by
/// itself. When other quotations come, what is looked at stays where it is.
class QuotationListView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuotationListView)

public:
    QuotationListView(const Theme &theme, QuotationListModel &model, QWidget *parent = nullptr);

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override { QAbstractItemView::doItemsLayout(); }
    void reset() override;
    /// The first row that is in sight; -1 for none.
    int topRow() const;
    /// Scrolls a row to so many pixels below the upper edge.
    void scrollRowTo(int row, int y);

Q_SIGNALS:
    /// The words of the row are to be read in their article.
    void activatedRow(int row);
    void searchRequested();
    void keepRequested(int row);
    void copyRequested(int row);
    void speakerRequested(int row);
    void rejectRequested(int row);
    void undoRequested();
    void redoRequested();
    void menuRequested(int row, const QPoint &globalPosition);
    void leaveRequested();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    int verticalOffset() const override;
    int horizontalOffset() const override { return 0; }
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void measure();
    int heightOf(int row) const;
    int rowAt(int y) const;
    /// The card that a row belongs to, in coordinates of the viewport.
    QRect cardOf(int row) const;
    bool takeKey(const QKeyEvent &event);
    bool takeKeyOf(int row, const QKeyEvent &event);

    const Theme &m_theme;
    QuotationListModel &m_model;
    std::vector<int> m_tops; ///< of all rows and of the end, logical pixels
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace Lectern
