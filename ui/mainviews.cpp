#include "mainviews.h"

#include <QAction>
#include <QStackedWidget>

namespace Lectern {

MainViews::MainViews(QWidget *window)
    : QObject(window)
    , m_stack(new QStackedWidget(window))
{}

QWidget *MainViews::widget() const
{
    return m_stack;
}

void MainViews::add(const QString &name, QAction *action, QWidget *view, QBoxLayout *messagePlace)
{
    m_stack->addWidget(view);
    m_views.push_back({name, action, view, messagePlace});
    action->setCheckable(true);
    action->setChecked(m_views.size() == 1);
    connect(action, &QAction::triggered, this, [this, name] { show(name); });
}

QString MainViews::current() const
{
    return m_views[size_t(m_stack->currentIndex())].name;
}

QBoxLayout *MainViews::messagePlace() const
{
    return m_views[size_t(m_stack->currentIndex())].messagePlace;
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
