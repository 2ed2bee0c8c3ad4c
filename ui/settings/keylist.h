#pragma once

#include "settings/keymodel.h"

#include <QListView>

namespace Lectern {

class Theme;

/// The rows of the editor of keys. Enter, F2 or a double click waits for new keys in the current row: the
/// next keys that are pressed are told, Escape leaves all as it is.
class KeyList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyList)

public:
    static constexpr int rowHeight = 38; ///< logical pixels

    KeyList(const Theme &theme, QWidget *parent = nullptr);

    KeyModel *rows() const { return m_model; }
    /// Of the current row; "" for none.
    QString currentId() const;
    bool isWaiting() const { return m_isWaiting; }
    void waitForKeys();

Q_SIGNALS:
    void keysPressed(const QString &id, const QKeySequence &keys);
    void removalRequested(const QString &id);
    /// Another row is the current one, or keys are waited for, or no longer.
    void stateChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setWaiting(bool waits);

    KeyModel *m_model;
    bool m_isWaiting = false;
};

} // namespace Lectern
