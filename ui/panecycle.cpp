#include "panecycle.h"

namespace Lectern {

QWidget *PaneCycle::from(const QWidget *focus, int step) const
{
    const int count = int(m_panes.size());
    int at = 0;
    for (int i = 0; i < count; ++i)
        if (focus && (focus == m_panes[size_t(i)] || m_panes[size_t(i)]->isAncestorOf(focus)))
            at = i;
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (m_panes[size_t(at)]->isVisible())
            return m_panes[size_t(at)];
    }
    return nullptr;
}

} // namespace Lectern
