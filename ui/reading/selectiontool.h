#pragma once

#include "reading/caretmotion.h"
#include "reading/clickcounter.h"
#include "reading/viewselection.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

namespace Lectern {

class DocumentLayout;
class DocumentScroll;

/// Selects text by mouse and keyboard: it turns presses, drags and keys into a ViewSelection and scrolls
/// along. Points are in coordinates of the viewport.
class SelectionTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionTool)

public:
    /// Both must outlive it.
    SelectionTool(DocumentLayout &layout, DocumentScroll &scroll, QObject *parent = nullptr);

    TextRange range() const { return m_selection.range(); }
    qsizetype caret() const { return m_selection.caret(); }
    /// True after the caret was moved by keys, until the mouse is pressed.
    bool isCaretShown() const { return m_isCaretShown; }
    void setColumnLeft(int x) { m_columnLeft = x; }

    void select(TextRange range);
    void clear();
    /// For another article: clears without a signal.
    void reset();

    void press(QPoint point, bool isDouble, Qt::KeyboardModifiers modifiers);
    void move(QPoint point);
    /// True when the press was a click: nothing was selected by it.
    bool release();
    bool isPressed() const { return m_isPressed; }

    void extend(CaretMove move);
    void selectAll();
    /// Shift was let go.
    void finishExtending();

Q_SIGNALS:
    void changed();
    /// The reader is done selecting.
    void finished();

private:
    void take(const ViewSelection &selection);
    void dragTo(QPoint point);
    QPointF toPage(QPoint point) const;

    DocumentLayout &m_layout;
    DocumentScroll &m_scroll;
    ViewSelection m_selection;
    CaretMotion m_motion;
    ClickCounter m_clicks;
    QTimer m_dragTimer; ///< scrolls while the mouse stands still beyond the edge
    QPoint m_pressedAt;
    QPoint m_draggedTo;
    Granularity m_granularity = Granularity::Character;
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_isExtending = false;
    bool m_isCaretShown = false;
    int m_columnLeft = 0;
};

} // namespace Lectern
