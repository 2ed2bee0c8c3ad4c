#pragma once

#include "passages/cardlayout.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace Lectern {

/// The tray's cards one under the other: which is where. A card is measured when somebody looks at it, until
/// then its height is an estimate, so that ten thousand passages cost nothing. All y are logical pixels from
/// the top of the stack.
class CardStack final
{
    Q_DISABLE_COPY_MOVE(CardStack)

public:
    static constexpr int gap = 10;      ///< between cards
    static constexpr int topMargin = 1; ///< above the first
    static constexpr int bottomMargin = gap;

    CardStack() = default;

    /// Cards that are the same as before keep their measures.
    void setItems(std::vector<TrayItem> items);
    void setWidth(int width);
    /// Makes room for an editor in one card; an empty id takes it away.
    void setEdit(const QString &id, CardEdit edit);

    int count() const { return int(m_cards.size()); }
    bool isEmpty() const { return m_cards.empty(); }
    const TrayItem &item(int index) const { return m_cards.at(size_t(index)).item; }
    const QString &id(int index) const { return item(index).passage.id; }
    /// -1 when there is no such card.
    int indexOf(const QString &id) const { return m_indexes.value(id, -1); }

    QStringList ids() const;

    int top(int index) const;
    int height(int index) const { return m_cards.at(size_t(index)).height; }
    int totalHeight() const;
    bool isMeasured(int index) const { return m_cards.at(size_t(index)).isMeasured; }

    /// The card whose stretch (its gap below included) holds y; the first or last beyond the ends; -1 when
    /// there are none.
    int nearest(int y) const;
    /// The card under y; -1 for the space between cards.
    int at(int y) const;
    /// Where a card dropped at y goes: 0 before the first ... count() behind the last.
    int gapAt(int y) const;

    /// Measures the card; heights and tops may change.
    const CardLayout &layout(int index);
    /// Measures every card that shows in `page` pixels from `scroll` on. Heights that turn out other than
    /// estimated would push the words about; returns the scroll value at which what was measured before, or
    /// the first card, stays where it is.
    int settle(int scroll, int page);
    /// Frees the layouts of cards outside [first, last]; their heights stay.
    void keepLayouts(int first, int last);

private:
    struct Card
    {
        TrayItem item;
        std::unique_ptr<CardLayout> layout;
        int height = 0;
        bool isMeasured = false;
    };

    void forget(Card &card) const;
    void refreshTops() const;

    std::vector<Card> m_cards;
    QHash<QString, int> m_indexes;
    mutable std::vector<int> m_tops; ///< one more than cards; empty when it has to be made anew
    int m_width = 300;
    QString m_editedId;
    CardEdit m_edit;
};

} // namespace Lectern
