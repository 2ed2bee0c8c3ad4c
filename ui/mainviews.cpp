#include "mainviews.h"

#include "panecycle.h"

#include <QAction>
#include <QApplication>
#include <QStackedWidget>

namespace Lectern {

MainViews::MainViews(const View &first, QWidget *window)
    : QObject(window)
    , m_stack(new QStackedWidget(window))
{
    add(first);
}

QWidget *MainViews::widget() const
{
    return m_stack;
}

void MainViews::add(const View &view)
{
    m_stack->addWidget(view.widget);
    m_views.push_back(view);
    view.action->setCheckable(true);
    view.action->setChecked(m_views.size() == 1);
    connect(view.action, &QAction::triggered, this, [this, name = view.name] { show(name); });
}

void MainViews::addPane(const QString &name, QWidget *pane)
{
    for (View &view : m_views)
        if (view.name == name)
            view.panes.push_back(pane);
}

void MainViews::moveFocus(int step) const
{
    if (QWidget *next = PaneCycle(shownView().panes).from(QApplication::focusWidget(), step))
        next->setFocus(Qt::TabFocusReason);
}

const MainViews::View &MainViews::shownView() const
{
    return m_views[size_t(m_stack->currentIndex())];
}

QString MainViews::current() const
{
    return shownView().name;
}

QBoxLayout *MainViews::messagePlace() const
{
    return shownView().messagePlace;
}

void MainViews::show(const QString &name)
{
    for (const View &view : m_views)
        if (view.name == name)
            m_stack->setCurrentWidget(view.widget);
    for (const View &view : m_views)
        view.action->setChecked(view.name == current());
    Q_EMIT shown(current());
}

} // namespace Lectern
