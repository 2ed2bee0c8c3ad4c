#pragma once

#include <QPlainTextEdit>

namespace Lectern {

class Theme;

/// Where a note is written, inside its card. Ctrl+Enter or leaving it ends the writing, Esc takes it back.
class NoteEditor final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteEditor)

public:
    NoteEditor(const Theme &theme, const QString &note, QWidget *parent);

    /// The text as it was typed: no-break spaces stay, every line break is `\n`.
    QString note() const;
    /// What it needs to show all of the text, within bounds.
    int wantedHeight() const;

Q_SIGNALS:
    void storeRequested();  ///< keep what is written, go on
    void finishRequested(); ///< keep it and close
    void cancelRequested();
    void heightWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void applyColours();

    const Theme &m_theme;
};

} // namespace Lectern
