#include "passages/cardstack.h"

#include <algorithm>

namespace Lectern {

void CardStack::setItems(std::vector<TrayItem> items)
{
    std::vector<Card> cards;
    cards.reserve(items.size());
    QHash<QString, int> indexes;
    indexes.reserve(qsizetype(items.size()));
    for (TrayItem &item : items) {
        const int old = indexOf(item.passage.id);
        indexes.insert(item.passage.id, int(cards.size()));
        if (old >= 0 && m_cards[size_t(old)].item == item) {
            cards.push_back(std::move(m_cards[size_t(old)]));
            continue;
        }
        Card &card = cards.emplace_back();
        card.item = std::move(item);
        forget(card);
    }
    m_cards = std::move(cards);
    m_indexes = std::move(indexes);
    m_tops.clear();
}

void CardStack::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    for (Card &card : m_cards)
        forget(card);
    m_tops.clear();
}

void CardStack::setEdit(const QString &id, CardEdit edit)
{
    if (id == m_editedId && edit == m_edit)
        return;
    const QString before = m_editedId;
    m_editedId = id;
    m_edit = edit;
    for (const QString &changed : {before, id}) {
        const int index = indexOf(changed);
        if (index >= 0)
            forget(m_cards[size_t(index)]);
    }
    m_tops.clear();
}

void CardStack::forget(Card &card) const
{
    card.layout.reset();
    card.isMeasured = false;
    card.height = CardLayout::estimatedHeight(card.item, m_width);
}

void CardStack::refreshTops() const
{
    if (!m_tops.empty())
        return;
    m_tops.reserve(m_cards.size() + 1);
    int y = topMargin;
    for (const Card &card : m_cards) {
        m_tops.push_back(y);
        y += card.height + gap;
    }
    m_tops.push_back(y);
}

QStringList CardStack::ids() const
{
    QStringList ids;
    ids.reserve(count());
    for (const Card &card : m_cards)
        ids += card.item.passage.id;
    return ids;
}

int CardStack::top(int index) const
{
    refreshTops();
    return m_tops.at(size_t(index));
}

int CardStack::totalHeight() const
{
    return isEmpty() ? 0 : top(count()) - gap + bottomMargin;
}

int CardStack::nearest(int y) const
{
    if (isEmpty())
        return -1;
    refreshTops();
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    return qMax(0, int(after - m_tops.begin()) - 1);
}

int CardStack::at(int y) const
{
    const int index = nearest(y);
    if (index < 0 || y < top(index) || y >= top(index) + height(index))
        return -1;
    return index;
}

int CardStack::gapAt(int y) const
{
    const int index = nearest(y);
    if (index < 0)
        return 0;
    return y < top(index) + height(index) / 2 ? index : index + 1;
}

const CardLayout &CardStack::layout(int index)
{
    Card &card = m_cards.at(size_t(index));
    if (!card.layout) {
        const CardEdit edit = card.item.passage.id == m_editedId ? m_edit : CardEdit();
        card.layout = std::make_unique<CardLayout>(card.item, m_width, edit);
        if (card.height != card.layout->height())
            m_tops.clear();
        card.height = card.layout->height();
        card.isMeasured = true;
    }
    return *card.layout;
}

int CardStack::settle(int scroll, int page)
{
    const auto shows = [&](int index) { return index < count() && top(index) < scroll + page; };
    for (bool changed = !isEmpty(); changed;) {
        changed = false;
        const int first = nearest(scroll);
        int held = first;
        while (shows(held) && !isMeasured(held))
            ++held;
        if (!shows(held))
            held = first;
        const int before = top(held);
        for (int i = first; shows(i); ++i) {
            changed = changed || !isMeasured(i);
            layout(i);
        }
        scroll = qBound(0, scroll + top(held) - before, qMax(0, totalHeight() - page));
    }
    return scroll;
}

void CardStack::keepLayouts(int first, int last)
{
    for (int i = 0; i < count(); ++i)
        if (i < first || i > last)
            m_cards[size_t(i)].layout.reset();
}

} // namespace Lectern
