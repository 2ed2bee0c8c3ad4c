#pragma once

#include <QWidget>

#include <vector>

namespace Lectern {

/// The order in which F6 visits the panes, leaving out those that are hidden.
class PaneCycle final
{
public:
    explicit PaneCycle(std::vector<QWidget *> panes)
        : m_panes(std::move(panes))
    {}

    /// The visible pane `step` places behind the one with the keyboard focus (behind the first when none has
    /// it); null where no pane is visible.
    QWidget *from(const QWidget *focus, int step) const;

private:
    std::vector<QWidget *> m_panes;
};

} // namespace Lectern
