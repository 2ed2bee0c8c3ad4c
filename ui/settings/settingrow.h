#pragma once

#include <QWidget>

class QAction;

namespace Lectern {

class Theme;

/// A line of the settings: what it is about, what it does, and at its end a switch or a button for an action.
/// An action that is checkable has a switch.
class SettingRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingRow)

public:
    SettingRow(const Theme &theme, QAction *action, const QString &description, QWidget *parent = nullptr);

    /// Whether all these folded words are in it.
    bool fits(const QStringList &words) const;

Q_SIGNALS:
    /// The button was pressed.
    void commanded(QAction *action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_words; ///< folded
};

} // namespace Lectern
