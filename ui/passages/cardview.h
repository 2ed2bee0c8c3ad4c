#pragma once

#include "passages/cardstack.h"

#include <QAbstractScrollArea>

namespace Lectern {

class Theme;

/// Shows a stack of cards and scrolls it, measuring and painting only what is in view. What the user can do
/// with the cards is its heir's.
class CardView : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardView)

public:
    const CardStack &cards() const { return m_cards; }
    /// The card in viewport coordinates; null when there is none of that id. Measures what is in view first.
    QRect cardRect(const QString &id);

protected:
    CardView(const Theme &theme, const QString &emptySentence, QWidget *parent);

    /// What is in view stays where it is, as far as it is still there.
    void showItems(std::vector<TrayItem> items);
    /// Brings a card into view as a whole, or its top when it is higher than the view.
    void scrollTo(int index);
    /// Leaves room in a card for a widget.
    void setEdit(const QString &id, CardEdit edit);
    QRect editorRect();
    /// Marks where a dragged card would go, as CardStack::gapAt() counts; -1 for nowhere.
    void setDropGap(int gap);
    int dropGap() const { return m_dropGap; }

    int scrolled() const; ///< logical pixels
    /// The card at a place in the viewport; -1 when there is none.
    int indexAt(const QPoint &position) const;
    bool isOnHandle(int index, const QPoint &position);
    /// The answer of a card under a place in the viewport.
    CardAnswer answerAt(int index, const QPoint &position);

    virtual CardLook lookOf(int index) const = 0;
    /// Cards may stand elsewhere in the viewport than before.
    virtual void cardsMoved() = 0;

    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    int cardWidth() const;
    QPoint cardOrigin(int index) const;
    void settle();
    void paintEmpty(QPainter &painter) const;
    void paintDropLine(QPainter &painter) const;

    const Theme &m_theme;
    QString m_emptySentence;
    CardStack m_cards;
    QString m_editedId;
    int m_dropGap = -1;
};

} // namespace Lectern
