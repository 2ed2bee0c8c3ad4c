#pragma once

#include "reading/markends.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

#include <optional>

namespace Lectern {

class DocumentLayout;
class DocumentScroll;
struct Overlay;

/// Selects marks and changes their ends, by mouse and keyboard. What is shown while an end is being moved is
/// only a preview: when the hand lets go, endsMoved() asks for it, and the marks that are set then count.
/// Points are in coordinates of the viewport.
class MarkTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkTool)

public:
    /// All must outlive it.
    MarkTool(DocumentLayout &layout, DocumentScroll &scroll, Overlay &overlay, QObject *parent = nullptr);

    /// Ends a move that is under way, without asking for it.
    void setMarks(std::vector<Mark> marks);
    /// For another article: no marks, nothing selected, without a signal.
    void reset();
    void setColumnLeft(int x) { m_columnLeft = x; }

    /// "" for none.
    QString selectedId() const;
    const Mark *selected() const;
    /// "" or an unknown one selects none.
    void select(const QString &passageId);
    /// Selects the shortest of several marks under a click (indexes in Overlay::marks, the shortest first);
    /// when one of them is selected already, the next longer one, and after the longest the shortest again.
    void click(const std::vector<int> &under);
    /// Selects the next mark (1) or the one before (-1), from the selected one or from what is in sight,
    /// around the ends of the article; nothing without marks.
    void step(int by);

    void press(MarkEnd end);
    void drag(QPoint point, EndStep step);
    bool isDragging() const { return m_dragged.has_value(); }
    /// Moves an end by a word; several moves before finish() are one.
    void moveEnd(MarkEnd end, int by);
    /// The hand let go, or has paused: asks for the ends that are shown.
    void finish();
    /// Takes a move back; false when none is under way.
    bool cancel();

Q_SIGNALS:
    /// What is to be painted has changed.
    void changed();
    void selectionChanged(const QString &passageId);
    void endsMoved(const QString &passageId, Lectern::TextRange ends);

private:
    void selectIndex(int index);
    void show(const Mark &mark);

    DocumentLayout &m_layout;
    DocumentScroll &m_scroll;
    Overlay &m_overlay;
    std::optional<MarkEnd> m_dragged;
    std::optional<Mark> m_before; ///< the mark as it is kept, while an end is being moved
    QTimer m_pause;               ///< keys that pause so long have let go
    QTimer m_dragTimer;           ///< scrolls while the mouse stands still beyond the edge
    QPoint m_draggedTo;
    EndStep m_step = EndStep::Word;
    int m_columnLeft = 0;
};

} // namespace Lectern
