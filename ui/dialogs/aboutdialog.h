#pragma once

#include "dialogs/dialog.h"

namespace Lectern {

/// Says what the program is, under which licence, built on what, and which walls stand around the reading of
/// files.
class AboutDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    /// `walls` as Sandbox::walls() gives them; "" when no file was read yet.
    AboutDialog(const Theme &theme, const QString &walls, QWidget *parent = nullptr);
};

} // namespace Lectern
