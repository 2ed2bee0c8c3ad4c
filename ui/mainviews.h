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
    explicit MainViews(QWidget *window);

    /// The widget to lay out.
    QWidget *widget() const;
    /// `name` is remembered between sessions. The view takes the keyboard through its focus proxy; messages
    /// are shown first in `messagePlace` while it is the current one.
    void add(const QString &name, QAction *action, QWidget *view, QBoxLayout *messagePlace);
    QString current() const;
    QBoxLayout *messagePlace() const;
    /// An unknown name changes nothing.
    void show(const QString &name);

Q_SIGNALS:
    void shown(const QString &name);

private:
    struct View
    {
        QString name;
        QAction *action;
        QWidget *widget;
        QBoxLayout *messagePlace;
    };
    QStackedWidget *m_stack;
    std::vector<View> m_views;
};

} // namespace Lectern
