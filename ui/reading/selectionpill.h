#pragma once

#include "text/passage.h"

#include <QWidget>

#include <vector>

namespace Lectern {

class PillButton;
class Theme;

/// What the bar offers besides what it always does.
struct PillOffers
{
    bool join = false;     ///< add the selection to a passage of the article
    bool leaveOut = false; ///< leave it out of the passage that it lies in
};

/// The bar that floats over a selection: mark it in a colour, write a note, copy, copy with citation, add to
/// a passage or leave out of it, add to the tray. Tab and the arrow keys go through it, Escape leaves it.
class SelectionPill final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionPill)

public:
    SelectionPill(const Theme &theme, QWidget *parent);

    /// Shows it 10 px above the selection, or below when there is no room above, inside of `area`. Both in
    /// the parent's coordinates; `selection` bounds what is visible of it.
    void showAt(const QRect &selection, const QRect &area, PillOffers offers = {});
    /// Hides it; the keyboard focus goes back to the text if it was here.
    void dismiss();
    /// The bar itself, without its shadow, in the parent's coordinates.
    QRect barRect() const;

Q_SIGNALS:
    void markRequested(Lectern::MarkColour colour);
    void noteRequested();
    void copyRequested();
    void citeRequested();
    void joinRequested();
    void leaveOutRequested();
    /// It had the keyboard focus and was dismissed.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    PillButton *add(PillButton *button, int gap);
    /// Places the buttons that are offered; false when they need more room than there is. A compact bar
    /// leaves out what the usual keys for copying do as well.
    bool layOut(PillOffers offers, bool isCompact, int room);
    void name(PillButton *button, const QString &words, const QString &key);
    void nameDots();
    void stepFocus(int by);

    const Theme &m_theme;
    /// A button and the space before it.
    struct Place
    {
        PillButton *button;
        int gap;
    };
    std::vector<Place> m_places;
    std::vector<PillButton *> m_dots; ///< in the order of MarkColour
    PillButton *m_copy = nullptr;
    PillButton *m_cite = nullptr;
    PillButton *m_join = nullptr;
    PillButton *m_leaveOut = nullptr;
    int m_dividerX = 0;
};

} // namespace Lectern
