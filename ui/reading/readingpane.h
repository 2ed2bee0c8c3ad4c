#pragma once

#include "reading/mark.h"
#include "page/place.h"
#include "style/readingstyle.h"
#include "text/article.h"
#include "text/findintext.h"

#include <QWidget>

#include <vector>

namespace Lectern {

class ArticleView;
class FindTool;
class NoteCard;
class SelectionPill;
struct PillOffers;
struct Spoken;
class Theme;

/// The pane that shows the article being read: its text with hits and marks, the hit map, and a bar over what
/// is selected. All ranges are UTF-16 units of the article's text.
class ReadingPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingPane)

public:
    enum class Reveal : quint8 { No, Yes };

    explicit ReadingPane(const Theme &theme, QWidget *parent = nullptr);

    /// Shows an article from a place on, without hits, marks and selection. Null: the empty state.
    void setArticle(ArticlePtr article, ReadingPlace place = {});
    ArticlePtr article() const;

    /// The hits are put in reading order; the current one is then none.
    void setHits(std::vector<TextRange> hits);
    /// -1 for none. Reveal::Yes scrolls to the hit unless it is well in sight.
    void setCurrentHit(int index, Reveal reveal = Reveal::Yes);
    int currentHit() const;
    int hitCount() const;

    /// Opens the find bar, which asks with findWanted(). While it finds something, hits of the library's
    /// search are not shown; they are again when it is closed.
    void openFind();
    void setFound(FoundInText found);
    bool isFinding() const;
    /// The next one found (1) or the one before (-1), around the ends of the article.
    void stepFound(int by);

    void setMarks(std::vector<Mark> marks);
    /// Whether the bar with what can be done to selected words comes up beside them; it does unless told.
    void setPillShown(bool isShown) { m_isPillShown = isShown; }
    /// Those that were set, whether they are shown or not.
    const std::vector<Mark> &marks() const { return m_marks; }
    /// The view without marks: text, margin and hit map are as if nothing were kept.
    void setMarksShown(bool areShown);

    /// The mark whose ends can be moved, which keys mean when no text is selected; "" for none.
    QString selectedMark() const;
    /// Without markActivated().
    void selectMark(const QString &passageId);
    /// Selects the next mark (1) or the one before (-1), around the ends of the article.
    void stepMark(int by);
    /// Moves an end of the selected mark by a word; asked for with markEndsMoved() when the keys are let go.
    void moveMarkEnd(MarkEnd end, int by);
    /// What is in sight of a mark, in coordinates of the pane; empty when nothing is.
    QRect markRect(const QString &passageId) const;

    /// Shows the note of a mark beside its words, or lets it be written there.
    void showNote(const QString &passageId);
    void editNote(const QString &passageId);
    bool isEditingNote() const;
    /// Closes an open editor and emits what was written, before the window closes.
    void finishEditing();

    /// Underlines the speaker and the cue of a quotation until another article is shown.
    void setSpoken(const Spoken &spoken);
    /// Scrolls a range to a third of the height and makes it glow for a moment.
    void reveal(TextRange range);
    ReadingPlace place() const;

    TextRange selection() const;
    void setSelection(TextRange range);
    void clearSelection();

    void setReadingStyle(const ReadingStyle &style);

    /// By a page; false when the end or the beginning was in sight already.
    bool pageForward();
    bool pageBackward();

Q_SIGNALS:
    void selectionChanged(Lectern::TextRange selection);
    void markRequested(Lectern::TextRange range, Lectern::MarkColour colour);
    /// Make a passage and open its note.
    void noteRequested(Lectern::TextRange range);
    void copyRequested(Lectern::TextRange range);
    void citeRequested(Lectern::TextRange range);
    void joinRequested(Lectern::TextRange range);
    void leaveOutRequested(Lectern::TextRange range);
    /// The ends of a mark were moved: keep them, or set the marks anew.
    void markEndsMoved(const QString &passageId, Lectern::TextRange ends);
    void noteEdited(const QString &passageId, const QString &note);
    /// A mark or its note sign was clicked, or the keyboard went to it.
    void markActivated(const QString &passageId);
    void linkActivated(const QString &url);
    void placeChanged();
    void findWanted(const QString &text, const Lectern::FindOptions &options);
    void currentHitChanged(int index);
    /// `passageId` is that of the mark under the pointer, "" for none.
    void contextMenuRequested(QPoint globalPosition, Lectern::TextRange selection, const QString &passageId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectView();
    void connectPill();
    void connectNote();
    void showPill();
    void placeNote();
    void applyMarks();
    /// Null for none; until the marks are set anew.
    const Mark *mark(const QString &passageId) const;
    /// Selects a mark and brings it in sight; false when that cannot be.
    bool reachMark(const QString &passageId);
    PillOffers offers() const;

    ArticleView *m_view;
    SelectionPill *m_pill;
    NoteCard *m_note;
    FindTool *m_find;
    std::vector<Mark> m_marks; ///< also while they are not shown
    bool m_areMarksShown = true;
    bool m_isPillShown = true;
};

} // namespace Lectern
