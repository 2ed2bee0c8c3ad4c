#pragma once

#include <QObject>

#include <vector>

class QAction;
class QBoxLayout;
class QStackedWidget;
class QWidget;

namespace Lectern {

/// The main views of the window, of which one is shown: each has an action that shows it, which is checked
/// while it does.
class MainViews final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainViews)

public:
    struct View
    {
        QString name; ///< is remembered between sessions
        QAction *action;
        QWidget *widget;              ///< takes the keyboard through its focus proxy
        QBoxLayout *messagePlace;     ///< messages are shown first in it while the view is the current one
        std::vector<QWidget *> panes; ///< in the order in which F6 visits them
    };
    /// `first` is the one that is shown when none is asked for.
    MainViews(const View &first, QWidget *window);

    /// The widget to lay out.
    QWidget *widget() const;
    void add(const View &view);
    /// F6 visits `pane`, too, behind the others of the view.
    void addPane(const QString &name, QWidget *pane);
    /// Gives the keyboard to the pane of the current view that stands `step` places behind the one that has
    /// it.
    void moveFocus(int step) const;
    QString current() const;
    QBoxLayout *messagePlace() const;
    /// An unknown name changes nothing.
    void show(const QString &name);

Q_SIGNALS:
    void shown(const QString &name);

private:
    const View &shownView() const;

    QStackedWidget *m_stack;
    std::vector<View> m_views;
};

} // namespace Lectern
