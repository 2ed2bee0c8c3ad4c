#pragma once

#include "library/passagelistmodel.h"

#include <QListWidget>

namespace Lectern {

class Theme;

/// The passages that the user has to say something about.
struct WaitingPassages
{
    int count = 0;          ///< as far as they are known
    bool isLooking = false; ///< more may be found

    bool operator==(const WaitingPassages &) const = default;
};

/// What the room Passages can be narrowed to: all, those that wait for the user, the user's collections,
/// colours and tags, each with the number of its passages. Passages can be dropped on a collection; F2
/// renames one; collections are put in another order by dragging them, or by Alt and an arrow.
class ScopeList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScopeList)

public:
    explicit ScopeList(const Theme &theme, QWidget *parent = nullptr);

    /// Shows what there is in the store (null: nothing), and keeps what is chosen as long as it is there.
    void showStore(const PassageStore *store, const WaitingPassages &waiting = {});
    /// Shows how many wait, and leaves everything else as it is: a name that is being written, too.
    void showWaiting(const WaitingPassages &waiting);
    const PassageScope &scope() const { return m_scope; }
    void setScope(const PassageScope &scope);
    /// Opens the name of a collection for writing.
    void editName(const QString &collection);

Q_SIGNALS:
    void scopeChosen();
    void renamed(const QString &collection, const QString &name);
    void removeRequested(const QString &collection);
    void dropped(const QString &collection, const QStringList &ids);
    /// To stand at `to` among the other collections, 0 first.
    void moved(const QString &collection, int to);
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void addHeading(const QString &text);
    void addScope(const QString &text, int count, const PassageScope &scope);
    void describe(QListWidgetItem *item, const QString &text, int count, const PassageScope &scope);
    PassageScope scopeOf(const QListWidgetItem *item) const;
    /// The rows of the collections, from the first to behind the last.
    std::pair<int, int> collectionRows() const;
    /// Before which of these rows a collection falls that is let go at `y`.
    int rowForDrop(int y) const;
    void showDropRow(int row);
    void moveBy(int step);

    const Theme &m_theme;
    std::vector<PassageScope> m_scopes; ///< of the rows; headings have that of all
    PassageScope m_scope;
    bool m_isFilling = false;
    QPoint m_pressedAt;
    int m_dropRow = -1; ///< a collection that is dragged falls before it; -1 while none is
};

} // namespace Lectern
