#pragma once

#include "passages/passagebackups.h"

#include <QWidget>

namespace Lectern {

class ChoiceList;
class TextButton;
class TextLabel;
class Theme;

/// The dated backups of the passages: makes one, and restores one after it has asked.
class BackupsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupsPanel)

public:
    explicit BackupsPanel(const Theme &theme, QWidget *parent = nullptr);

    /// The newest first; `kept` passages are kept now.
    void setBackups(std::vector<PassageBackup> backups, int kept);
    /// A sentence about what was done.
    void say(const QString &message);
    /// Why the last backup could not be made, or one not be restored; "" when all is well.
    void complain(const QString &message);

Q_SIGNALS:
    void backUpRequested();
    /// The user wants it and has said so twice.
    void restoreRequested(const Lectern::PassageBackup &backup);

private:
    QWidget *newButtons();
    QWidget *newQuestion();
    void ask();
    void answer(bool restore);

    const Theme &m_theme;
    std::vector<PassageBackup> m_backups;
    int m_kept = 0;
    TextLabel *m_error;
    ChoiceList *m_list;
    TextLabel *m_none;
    TextLabel *m_status;
    TextLabel *m_asked;
    TextButton *m_backUp;
    TextButton *m_restore;
    TextButton *m_cancel;
    QWidget *m_buttons;
    QWidget *m_question;
};

} // namespace Lectern
