#pragma once

#include "dialogs/dialog.h"
#include "dialogs/verdict.h"
#include "library/highlightimport.h"

namespace Lectern {

class FileDropArea;
class SegmentedControl;
class TextLabel;
class VerdictList;

/// Takes a file of highlights of another program, shows what an import would come to for each of them, asks
/// what to do with those that are kept already, and imports once the user says so. What was done is told in
/// the same place.
class HighlightsDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HighlightsDialog)

public:
    explicit HighlightsDialog(const Theme &theme, QWidget *parent = nullptr);

    FileDropArea *area() const { return m_area; }
    void setProgress(int done, int total);
    void setPlan(HighlightPlan plan);
    void setFailure(const Error &error);
    const HighlightPlan &plan() const { return m_plan; }
    /// The import was carried out: the rows stay as its report.
    void setDone(const ImportedPassages &done);

Q_SIGNALS:
    /// An import of the file at `path` is to be planned.
    void fileChosen(const QString &path);
    /// The plan is to be carried out.
    void importRequested(Lectern::KnownPassages known);
    /// A row was chosen after the import: its passage is to be shown.
    void passageChosen(const QString &id);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class State : quint8 { Empty, Reading, Planned, Done };

    void begin(const QString &path);
    void enter(State state);
    void updateImport();
    KnownPassages known() const;

    State m_state = State::Empty;
    HighlightPlan m_plan;
    std::vector<size_t> m_rows; ///< index in the plan, by row
    FileDropArea *m_area;
    TextLabel *m_summary;
    TextLabel *m_error;
    VerdictList *m_list;
    QWidget *m_question;
    TextLabel *m_asked;
    SegmentedControl *m_known;
    TextLabel *m_status;
    TextButton *m_another;
    TextButton *m_close;
    TextButton *m_import;
};

} // namespace Lectern
