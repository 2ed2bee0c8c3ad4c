#pragma once

#include "dialogs/dialog.h"

namespace Lectern {

class BackupsPanel;
class MirrorPanel;

/// Where else the passages are: their backups, and their plain-text copy. Not modal.
class SafetyDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SafetyDialog)

public:
    explicit SafetyDialog(const Theme &theme, QWidget *parent = nullptr);

    BackupsPanel *backups() const { return m_backups; }
    MirrorPanel *mirror() const { return m_mirror; }

private:
    BackupsPanel *m_backups;
    MirrorPanel *m_mirror;
};

} // namespace Lectern
