#pragma once

#include "text/passage.h"

#include <QWidget>

namespace Lectern {

class PillButton;
class Theme;

/// The bar that floats over a selection: mark it in a colour, write a note, copy, copy with citation, add to
/// the tray. Tab and the arrow keys go through it, Escape leaves it.
class SelectionPill final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionPill)

public:
    SelectionPill(const Theme &theme, QWidget *parent);

    /// Shows it 10 px above the selection, or below when there is no room above, inside of `area`. Both in
    /// the parent's coordinates; `selection` bounds what is visible of it.
    void showAt(const QRect &selection, const QRect &area);
    /// Hides it; the keyboard focus goes back to the text if it was here.
    void dismiss();
    /// The bar itself, without its shadow, in the parent's coordinates.
    QRect barRect() const;

Q_SIGNALS:
    void markRequested(Lectern::MarkColour colour);
    void noteRequested();
    void copyRequested();
    void citeRequested();
    /// It had the keyboard focus and was dismissed.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    PillButton *add(PillButton *button, const QString &name, int gap);
    void stepFocus(int by);

    const Theme &m_theme;
    QList<PillButton *> m_buttons;
    int m_dividerX = 0;
    int m_right = 0; ///< where the next button goes
};

} // namespace Lectern
