#include "passages/cardselection.h"

namespace Lectern {

void CardSelection::setOrder(QStringList ids)
{
    const qsizetype place = m_order.indexOf(m_current);
    m_order = std::move(ids);
    const QSet<QString> present(m_order.cbegin(), m_order.cend());
    m_selected.intersect(present);
    if (!m_current.isEmpty() && !present.contains(m_current))
        m_current =
            m_order.isEmpty() ? QString() : m_order.at(qBound<qsizetype>(0, place, m_order.size() - 1));
    if (!present.contains(m_anchor))
        m_anchor = m_current;
}

QStringList CardSelection::selected() const
{
    if (m_selected.size() == 1)
        return {*m_selected.cbegin()};
    QStringList ids;
    ids.reserve(m_selected.size());
    for (const QString &id : m_order)
        if (m_selected.contains(id))
            ids += id;
    return ids;
}

QStringList CardSelection::targets() const
{
    if (!m_selected.isEmpty())
        return selected();
    return m_current.isEmpty() ? QStringList() : QStringList(m_current);
}

void CardSelection::select(const QString &id)
{
    clear();
    if (!m_order.contains(id))
        return;
    m_selected = {id};
    m_current = m_anchor = id;
}

void CardSelection::toggle(const QString &id)
{
    if (!m_order.contains(id))
        return;
    if (!m_selected.remove(id))
        m_selected.insert(id);
    m_current = m_anchor = id;
}

void CardSelection::extendTo(const QString &id)
{
    const qsizetype to = m_order.indexOf(id);
    if (to < 0)
        return;
    const qsizetype from = qMax<qsizetype>(0, m_order.indexOf(m_anchor.isEmpty() ? id : m_anchor));
    m_selected.clear();
    for (qsizetype i = qMin(from, to); i <= qMax(from, to); ++i)
        m_selected.insert(m_order.at(i));
    m_anchor = m_order.at(from);
    m_current = id;
}

void CardSelection::selectAll()
{
    m_selected = QSet<QString>(m_order.cbegin(), m_order.cend());
    if (m_current.isEmpty() && !m_order.isEmpty())
        m_current = m_anchor = m_order.first();
}

void CardSelection::clear()
{
    m_selected.clear();
    m_current.clear();
    m_anchor.clear();
}

void CardSelection::setCurrent(const QString &id)
{
    if (m_order.contains(id))
        m_current = m_anchor = id;
}

} // namespace Lectern
