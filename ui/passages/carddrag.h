#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPoint>
#include <QString>

class QWidget;

namespace Lectern {

/// A mouse press on a card, which becomes a click, a drag to another place in the tray, or a drag out of it.
/// While a drag rests near the upper or lower edge it asks for scrolling.
class CardDrag final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardDrag)

public:
    enum class Stage : quint8 { None, Pressed, Dragging, Left };

    /// `area` is the widget whose coordinates are used and whose edges count.
    explicit CardDrag(QWidget *area);

    void press(const QString &id, const QPoint &position);
    /// The pointer moved with the button down. Left: it has gone out of the area; the drag is over here.
    Stage moveTo(const QPoint &position);
    void end();

    Stage stage() const { return m_stage; }
    bool isDragging() const { return m_stage == Stage::Dragging; }
    /// The card that was pressed; "" when none is.
    QString id() const { return m_id; }
    QPoint position() const { return m_position; }

Q_SIGNALS:
    /// Scroll by that many logical pixels; the pointer has not moved.
    void scrollWanted(int by);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *m_area;
    Stage m_stage = Stage::None;
    QString m_id;
    QPoint m_start;
    QPoint m_position;
    QBasicTimer m_timer;
};

} // namespace Lectern
