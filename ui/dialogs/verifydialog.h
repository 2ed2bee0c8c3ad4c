#pragma once

#include "base/error.h"
#include "dialogs/dialog.h"
#include "dialogs/verdict.h"
#include "library/verification.h"

namespace Lectern {

class FileDropArea;
class TextLabel;
class VerdictList;

/// Takes an export and shows what became of each of its passages in the sources of today, what is changed or
/// gone first. Says what a hash proves and what not. Not modal, so that the articles can be looked at.
class VerifyDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyDialog)

public:
    explicit VerifyDialog(const Theme &theme, QWidget *parent = nullptr);

    FileDropArea *area() const { return m_area; }
    void setProgress(int done, int total);
    void setResult(std::vector<VerifiedPassage> passages);
    void setFailure(const Error &error);
    /// A sentence beside the buttons.
    void say(const QString &message);
    /// The report as text: the file, every verdict, the sum and its limits.
    QString text() const;

Q_SIGNALS:
    /// The export at `path` is to be verified.
    void fileChosen(const QString &path);
    void passageChosen(const Lectern::VerifiedPassage &passage);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void begin(const QString &path);
    void showResults(bool areThere);
    void copy();

    QString m_path;
    std::vector<VerifiedPassage> m_passages; ///< in the order of the rows
    FileDropArea *m_area;
    TextLabel *m_summary;
    TextLabel *m_error;
    VerdictList *m_list;
    TextLabel *m_limits;
    TextLabel *m_status;
    TextButton *m_another;
    TextButton *m_copy;
};

} // namespace Lectern
