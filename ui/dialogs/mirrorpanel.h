#pragma once

#include "library/mirrorsession.h"

#include <QWidget>

#include <functional>

namespace Lectern {

class SegmentedControl;
class TextButton;
class TextLabel;
class Theme;

/// The setting of the plain-text copy of the passages: on or off, its folder, and how it is doing.
class MirrorPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MirrorPanel)

public:
    /// Asks the user for a folder; "" when the user thought better of it.
    using Chooser = std::function<QString(QWidget *parent, const QString &proposal)>;

    explicit MirrorPanel(const Theme &theme, QWidget *parent = nullptr);

    /// By default QFileDialog::getExistingDirectory().
    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }
    void showSession(const MirrorSession &session);
    /// Why the setting cannot be remembered.
    void complain(const QString &message);

Q_SIGNALS:
    /// "" turns it off.
    void folderPicked(const QString &folder);
    void retryRequested();
    void showFolderRequested(const QString &folder);

private:
    void choose();

    Chooser m_chooser;
    QString m_folder;     ///< "" while it is off
    QString m_lastFolder; ///< that it had when it was turned off here
    SegmentedControl *m_switch;
    TextLabel *m_place;
    TextLabel *m_state;
    TextLabel *m_error;
    TextButton *m_choose;
    TextButton *m_open;
    TextButton *m_retry;
};

} // namespace Lectern
