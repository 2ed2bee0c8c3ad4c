#pragma once

#include "dialogs/dialog.h"
#include "import/importing.h"

#include <QStringList>

#include <vector>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace Lectern {

class ImportFailureModel;
class TextLabel;

/// Names every file that gave no article, and why. Not modal; it may be given a new report while it is open.
class ImportReportDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportReportDialog)

public:
    explicit ImportReportDialog(const Theme &theme, QWidget *parent = nullptr);

    /// `articles` is how many were read.
    void setReport(qsizetype articles, std::vector<ImportFailure> failures);
    /// What Copy puts on the clipboard: a line for every failure that the filter lets through, tab-separated.
    QString text() const;

Q_SIGNALS:
    /// Read these files again: those that the filter lets through, each once.
    void retryRequested(const QStringList &paths);

private:
    QStringList shownPaths() const;
    void refresh();
    void copy();

    ImportFailureModel *m_model;
    QSortFilterProxyModel *m_filtered;
    TextLabel *m_summary;
    QLineEdit *m_filter;
    QListView *m_view;
    TextLabel *m_status;
    TextButton *m_copy;
    TextButton *m_retry;
    qsizetype m_articles = 0;
};

} // namespace Lectern
