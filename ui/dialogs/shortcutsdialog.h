#pragma once

#include "dialogs/dialog.h"

#include <QStringList>

#include <vector>

class QAction;

namespace Lectern {

/// A line of the list of shortcuts: what happens, and the keys for it, each as "Ctrl+K".
struct ShortcutRow
{
    QString text;
    QStringList keys;
};

/// Shortcuts that belong together.
struct ShortcutGroup
{
    QString title;
    std::vector<ShortcutRow> rows;

    /// The actions that have a shortcut, in their order.
    static ShortcutGroup of(const QString &title, const QList<QAction *> &actions);
};

/// All shortcuts on one page, in two columns.
class ShortcutsDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    ShortcutsDialog(const Theme &theme, const std::vector<ShortcutGroup> &groups, QWidget *parent = nullptr);

private:
    QWidget *newGroup(const ShortcutGroup &group);
};

} // namespace Lectern
