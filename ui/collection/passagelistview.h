#pragma once

#include <QListView>

#include <functional>
#include <memory>
#include <vector>

class QMimeData;

namespace Lectern {

class PassageListModel;
struct Passage;
class Theme;

/// The list of the room Passages: cards and headings of fixed heights, so that 100,000 of them cost as much
/// as ten. It is a QListView by its class, for accessibility, but lays out and paints by itself. Several
/// passages can be selected, and dragged into other programs as text and HTML with their citations. Its keys
/// are those of the tray; those that would change several passages at once only say so.
class PassageListView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PassageListView)

public:
    /// Names the dragged passages for lists of this program: their ids, a line each.
    static const QString idsMimeType;

    PassageListView(const Theme &theme, PassageListModel &model, QWidget *parent = nullptr);

    /// What other programs get of dragged passages.
    using MimeOf = std::function<std::unique_ptr<QMimeData>(const std::vector<Passage> &)>;
    void setMimeOf(MimeOf mimeOf) { m_mimeOf = std::move(mimeOf); }

    /// In the order of the list, each once.
    QStringList selectedIds() const;
    void select(const QString &id);

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override { QAbstractItemView::doItemsLayout(); }
    void reset() override;

Q_SIGNALS:
    void activatedPassage(const QString &id);
    void searchRequested();
    /// The new words of the passage are to be taken, or its place to be found.
    void takeRequested(const QString &id);
    /// It is to be kept as it was.
    void keepRequested(const QString &id);
    void removeRequested(const QStringList &ids);
    void starRequested(const QString &id);
    /// `place` is that of the passage, in viewport coordinates.
    void tagsRequested(const QStringList &ids, const QRect &place);
    void noteRequested(const QString &id, const QRect &place);
    void colourRequested(const QString &id, int colour);
    void copyRequested(const QStringList &ids);
    void moveRequested(const QString &id, int by);
    /// A key that changes one passage was pressed while several are selected; nothing was done.
    void severalMeant();
    void menuRequested(const QPoint &globalPosition);
    void leaveRequested();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    int verticalOffset() const override;
    int horizontalOffset() const override { return 0; }
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void startDrag(Qt::DropActions actions) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// In the order of the list, each once. Valid until the model changes.
    std::vector<const Passage *> selectedPassages() const;
    void measure();
    int rowAt(int y) const;
    int nearestPassage(int row, int step) const;
    bool takeKey(const QKeyEvent &event);
    /// Keys that mean one passage.
    bool takeKeyOf(const QString &id, const QKeyEvent &event);
    bool refuseKey(const QKeyEvent &event);

    const Theme &m_theme;
    PassageListModel &m_model;
    std::vector<int> m_tops; ///< of all rows and of the end, logical pixels
    MimeOf m_mimeOf;
    int m_hovered = -1;
};

} // namespace Lectern
