#include "trail.h"

namespace Lectern {

void Trail::visit(const ArticleId &id)
{
    if (!m_ids.empty() && m_ids[m_at] == id)
        return;
    if (!m_ids.empty())
        m_ids.resize(m_at + 1);
    m_ids.push_back(id);
    if (m_ids.size() > longest)
        m_ids.erase(m_ids.begin());
    m_at = m_ids.size() - 1;
}

bool Trail::canGo(int step) const
{
    return step < 0 ? m_at > 0 : m_at + 1 < m_ids.size();
}

ArticleId Trail::go(int step)
{
    if (!canGo(step))
        return {};
    m_at = step < 0 ? m_at - 1 : m_at + 1;
    return m_ids[m_at];
}

} // namespace Lectern
