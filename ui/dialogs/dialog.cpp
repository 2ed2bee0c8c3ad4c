#include "dialogs/dialog.h"

#include "style/textlabel.h"

#include <QVBoxLayout>

namespace Lectern {

Dialog::Dialog(const Theme &theme, const QString &heading, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_body(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setWindowTitle(heading);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(new TextLabel(theme, heading, 17, QFont::DemiBold));
    m_body->setSpacing(12);
    column->addLayout(m_body, 1);
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    column->addLayout(m_buttons);
}

TextButton *Dialog::addButton(ButtonKind kind, const QString &text)
{
    auto *button = new TextButton(m_theme, kind, text, this);
    m_buttons->addWidget(button);
    return button;
}

void Dialog::addBesideButtons(QWidget *widget)
{
    m_buttons->insertWidget(m_leftCount++, widget);
}

} // namespace Lectern
