#pragma once

#include "reading/mark.h"
#include "reading/place.h"
#include "style/readingstyle.h"
#include "text/article.h"

#include <QWidget>

#include <vector>

namespace Lectern {

class ArticleView;
class SelectionPill;
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
    void setMarks(std::vector<Mark> marks);

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
    /// A mark or its note sign was clicked.
    void markActivated(const QString &passageId);
    void linkActivated(const QString &url);
    void placeChanged();
    void currentHitChanged(int index);
    /// `passageId` is that of the mark under the pointer, "" for none.
    void contextMenuRequested(QPoint globalPosition, Lectern::TextRange selection, const QString &passageId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectView();
    void connectPill();
    void showPill();

    ArticleView *m_view;
    SelectionPill *m_pill;
};

} // namespace Lectern
