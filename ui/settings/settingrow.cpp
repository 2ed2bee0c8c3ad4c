#include "settings/settingrow.h"

#include "settings/toggle.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "text/folding.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Lectern {

SettingRow::SettingRow(const Theme &theme, QAction *action, const QString &description, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    const QString name = QString(action->text()).remove(QLatin1Char('&')).remove(QChar(0x2026));
    m_words = fold(name + QLatin1Char(' ') + description);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 12, 0, 12);
    row->setSpacing(24);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(new TextLabel(theme, name, 14, QFont::Medium));
    auto *told = new TextLabel(theme, description, 13, QFont::Normal, TextTone::Ink2);
    told->setWordWrap(true);
    words->addWidget(told);
    row->addLayout(words, 1);
    if (action->isCheckable()) {
        auto *toggle = new Toggle(theme, {}, this);
        toggle->setAccessibleName(name);
        toggle->setAccessibleDescription(description);
        toggle->setChecked(action->isChecked());
        connect(toggle, &QCheckBox::toggled, action, &QAction::setChecked);
        connect(action, &QAction::toggled, toggle, &QCheckBox::setChecked);
        row->addWidget(toggle, 0, Qt::AlignVCenter);
    } else {
        auto *button = new TextButton(theme, ButtonKind::Plain, tr("Open…"), this);
        button->setAutoDefault(false);
        button->setAccessibleName(name);
        button->setAccessibleDescription(description);
        button->setEnabled(action->isEnabled());
        connect(button, &QAbstractButton::clicked, this, [this, action] { Q_EMIT commanded(action); });
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
}

bool SettingRow::fits(const QStringList &words) const
{
    return std::all_of(words.begin(), words.end(),
                       [this](const QString &word) { return m_words.contains(word); });
}

void SettingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.tokens().rowLine);
}

} // namespace Lectern
