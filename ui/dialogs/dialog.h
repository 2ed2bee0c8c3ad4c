#pragma once

#include "style/textbutton.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace Lectern {

class Theme;

/// What all dialogs share: a heading, a body, and a row of buttons below it.
class Dialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dialog)

protected:
    /// The heading is the window's title, too.
    Dialog(const Theme &theme, const QString &heading, QWidget *parent);

    const Theme &theme() const { return m_theme; }
    QVBoxLayout *body() const { return m_body; }
    /// Puts a button at the right end of the row.
    TextButton *addButton(ButtonKind kind, const QString &text);
    /// Puts a widget at the left end of the row.
    void addBesideButtons(QWidget *widget);

private:
    const Theme &m_theme;
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    int m_leftCount = 0;
};

} // namespace Lectern
