#pragma once

#include "dialogs/dialog.h"
#include "library/libraryroot.h"

#include <vector>

class QListView;

namespace Lectern {

class FolderModel;
class SegmentedControl;
class TextLabel;

/// Lists the folders and files that the library reads and lets some be added, taken out and looked at in the
/// file manager. Not modal; what it shows may change while it is open.
class FoldersDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoldersDialog)

public:
    explicit FoldersDialog(const Theme &theme, QWidget *parent = nullptr);

    /// `looksPeriodically`: changes are found late, because not every folder can be watched.
    void setRoots(std::vector<LibraryRoot> roots, bool looksPeriodically);
    /// What the index takes, in bytes: of text, on the disk, in memory now, and in memory at most.
    struct Memory
    {
        qint64 text = 0;
        qint64 mapped = 0;
        qint64 resident = 0;
        qint64 budget = 0;
    };
    void setMemory(const Memory &memory);
    /// The chosen folder or file; "" when there is none.
    QString current() const;

Q_SIGNALS:
    void addRequested();
    void removeRequested(const QString &path);
    void showRequested(const QString &path);
    /// The index may keep so many bytes in memory.
    void budgetPicked(qint64 bytes);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addMemoryRow(const Theme &theme);
    void updateButtons();
    void remove();

    FolderModel *m_model;
    TextLabel *m_summary;
    QListView *m_view;
    TextLabel *m_note;
    TextLabel *m_memory;
    SegmentedControl *m_budget;
    TextButton *m_add;
    TextButton *m_show;
    TextButton *m_remove;
};

} // namespace Lectern
