#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QAction;

namespace Lectern {

class MainActions;
class WindowState;

/// Which keys are in force: those that actions are made with, unless the reader has chosen others, which are
/// remembered by the names of the actions.
class Keymap final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Keymap)

public:
    /// Puts the reader's keys in force.
    Keymap(const MainActions &actions, WindowState &state, QObject *parent);

    /// The action that hears these keys where `action` would hear them, or would keep them from it because
    /// the one is the beginning of the other; null when none does.
    QAction *conflict(const QAction &action, const QKeySequence &keys) const;
    bool isStandard(const QAction &action) const;
    /// The first of the action's keys, in place of all that it had; other actions lose them. Empty for none.
    void setKeys(QAction &action, const QKeySequence &keys);
    /// Back to the standard keys; other actions lose them.
    void reset(QAction &action);
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    void put(QAction &action, const QList<QKeySequence> &keys);
    void take(const QAction &from, const QList<QKeySequence> &keys);
    /// Whether there is a place where both are heard.
    bool meet(const QAction &a, const QAction &b) const;
    QList<QAction *> all() const;

    const MainActions &m_actions;
    WindowState &m_state;
    QHash<const QAction *, QList<QKeySequence>> m_standard;
};

} // namespace Lectern
