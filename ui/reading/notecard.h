#pragma once

#include "reading/mark.h"

#include <QWidget>

namespace Lectern {

class IconButton;
class NoteEditor;
class NoteText;
class Theme;

/// The note of a mark on a card beside its words: in the margin where there is room, else below or above
/// them, and over them only where they fill the pane. It shows the note as its Markdown means it and lets it
/// be edited in place.
class NoteCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteCard)

public:
    NoteCard(const Theme &theme, QWidget *parent);

    /// "" when it is closed.
    QString passageId() const { return m_id; }
    bool isEditing() const { return m_editor != nullptr; }

    void showNote(Mark mark);
    /// Takes the keyboard.
    void edit(Mark mark);
    /// The mark was kept anew: what is being written stays.
    void update(const Mark &mark);
    /// Says what was written, if it is something else than before. When update() has then come with it,
    /// closes the editor, and the card, too, where there is no note; else it could not be kept, and stays
    /// open with what was written.
    void finishEditing();
    /// Finishes and closes; the keyboard goes back to the text if it was here.
    void dismiss();
    /// Closes without a word, for another article.
    void drop();

    /// Puts it beside the words of its mark. All in the parent's coordinates: `words` bounds what is in sight
    /// of them, `column` is where the article's text stands in `area`.
    void placeBeside(const QRect &words, const QRect &column, const QRect &area);
    /// The card without its shadow, in the parent's coordinates.
    QRect cardRect() const;

Q_SIGNALS:
    void noteEdited(const QString &passageId, const QString &note);
    void linkActivated(const QString &url);
    /// It wants another height.
    void sizeWanted();
    /// It had the keyboard and needs it no more.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openEditor();
    void closeEditor();
    void store();
    int wantedHeight(int width) const;

    const Theme &m_theme;
    NoteText *m_text;
    NoteEditor *m_editor = nullptr; ///< while the note is being edited
    IconButton *m_edit;
    IconButton *m_close;
    QString m_id;
    QString m_note; ///< as it is kept
    MarkColour m_colour = MarkColour::Yellow;
};

} // namespace Lectern
