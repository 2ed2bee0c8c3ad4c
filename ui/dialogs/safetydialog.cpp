#include "dialogs/safetydialog.h"

#include "dialogs/backupspanel.h"
#include "dialogs/mirrorpanel.h"

#include <QVBoxLayout>

namespace Lectern {

SafetyDialog::SafetyDialog(const Theme &theme, QWidget *parent)
    : Dialog(theme, tr("Backups and plain-text copy"), parent)
    , m_backups(new BackupsPanel(theme))
    , m_mirror(new MirrorPanel(theme))
{
    body()->setSpacing(24);
    body()->addWidget(m_backups, 1);
    body()->addWidget(m_mirror);
    TextButton *close = addButton(ButtonKind::Primary, tr("Close"));
    connect(close, &TextButton::clicked, this, &QDialog::accept);
    resize(720, 720);
    m_backups->setFocus();
}

} // namespace Lectern
