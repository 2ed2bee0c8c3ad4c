#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace Lectern {

/// Which cards are selected and which has the keyboard, by id, over an order that may change under it.
class CardSelection final
{
public:
    /// The new order of all cards. Cards that are gone are deselected; when the current one is gone, the card
    /// that took its place is current.
    void setOrder(QStringList ids);

    bool contains(const QString &id) const { return m_selected.contains(id); }
    bool isEmpty() const { return m_selected.isEmpty(); }
    /// In the order of the cards.
    QStringList selected() const;
    /// The card that the keyboard acts on; "" when there is none.
    QString current() const { return m_current; }
    /// The selected cards, or the current one when none is selected.
    QStringList targets() const;

    /// Selects one card alone, and starts ranges there. An unknown id clears.
    void select(const QString &id);
    /// Adds a card or takes it out.
    void toggle(const QString &id);
    /// Selects everything between where the last range started and this card.
    void extendTo(const QString &id);
    void selectAll();
    void clear();
    /// Makes a card current without selecting it.
    void setCurrent(const QString &id);

private:
    QStringList m_order;
    QSet<QString> m_selected;
    QString m_current;
    QString m_anchor; ///< where ranges start
};

} // namespace Lectern
