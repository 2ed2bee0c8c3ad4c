#pragma once

#include "settings/keymodel.h"

#include <QWidget>

#include <functional>

namespace Lectern {

class KeyList;
class TextButton;
class TextLabel;
class Theme;

/// The editor of keys: the list, what can be done to its current row, and the question whether keys that
/// another action has are to be taken from it. It changes nothing itself.
class KeysPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysPage)

public:
    /// `takenBy` names the action that would lose these keys; "" when none would.
    KeysPage(const Theme &theme, std::function<QString(const QString &id, const QKeySequence &keys)> takenBy,
             QWidget *parent = nullptr);

    KeyList *list() const { return m_list; }
    void setRows(std::vector<KeyRow> rows);
    /// False when nothing fits.
    bool setFilter(const QString &filter);

Q_SIGNALS:
    /// Empty keys: none from now on.
    void keysChosen(const QString &id, const QKeySequence &keys);
    void resetRequested(const QString &id);
    void resetAllRequested();

private:
    void takeKeys(const QString &id, const QKeySequence &keys);
    void updateButtons();

    std::function<QString(const QString &id, const QKeySequence &keys)> m_takenBy;
    KeyList *m_list;
    TextLabel *m_question;
    TextButton *m_change;
    TextButton *m_remove;
    TextButton *m_reset;
    TextButton *m_resetAll;
    TextButton *m_takeOver;
    QString m_askedFor; ///< the action whose keys are in question
    QKeySequence m_askedKeys;
};

} // namespace Lectern
