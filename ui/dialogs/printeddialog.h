#pragma once

#include "dialogs/dialog.h"
#include "dialogs/printedmodel.h"

#include <QTimer>

class QListView;
class QPlainTextEdit;

namespace Lectern {

class TextLabel;

/// Who printed a sentence: a place to paste it, and below it every article that has it. Not modal.
class PrintedDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintedDialog)

public:
    explicit PrintedDialog(const Theme &theme, QWidget *parent = nullptr);

    QString sentence() const;
    /// Asks for it at once.
    void setSentence(const QString &sentence);
    /// Of the sentence; those of another are not shown.
    void setResults(const QString &sentence, const std::vector<PrintedIn> &results);

Q_SIGNALS:
    void asked(const QString &sentence);
    void articleRequested(const Lectern::ArticlePtr &article, Lectern::TextRange at);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();
    void open(const QModelIndex &index);

    PrintedModel *m_model;
    QPlainTextEdit *m_sentence;
    TextLabel *m_summary;
    QListView *m_view;
    QTimer m_pause; ///< since the last letter
};

} // namespace Lectern
