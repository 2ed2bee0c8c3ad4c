#pragma once

#include "page/articleheader.h"
#include "page/documentlayout.h"
#include "page/documentscroll.h"
#include "reading/flash.h"
#include "reading/marktool.h"
#include "reading/overlay.h"
#include "reading/pointprobe.h"
#include "reading/selectiontool.h"

#include <QAbstractScrollArea>

namespace Lectern {

class HitMap;
enum class TickKind : quint8;
class Theme;

/// Shows one article and lets its text be selected. Every position in it is an offset in Article::text(), in
/// UTF-16 units. Points are in coordinates of the viewport.
class ArticleView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleView)

public:
    explicit ArticleView(const Theme &theme, QWidget *parent = nullptr);
    ~ArticleView() override;

    /// Null shows the empty state. Hits, marks and selection are cleared.
    void setArticle(ArticlePtr article, const ReadingPlace &place);
    const ArticlePtr &article() const { return m_article; }
    void setReadingStyle(const ReadingStyle &style);

    void setHits(std::vector<TextRange> hits);
    int hitCount() const { return m_overlay.hits.count(); }
    TextRange hit(int index) const { return m_overlay.hits.at(index); }
    int currentHit() const { return m_overlay.currentHit; }
    /// -1 for none. Does not scroll.
    void setCurrentHit(int index);
    void setMarks(std::vector<Mark> marks);
    /// Selects marks and moves their ends.
    MarkTool &markTool() { return m_marks; }
    /// Selects the next passage (1) or the one before (-1) and shows it, as a click on it does.
    void stepMark(int by);

    /// Underlined until another article is shown.
    void setSpoken(const Spoken &spoken)
    {
        m_overlay.spoken = spoken;
        viewport()->update();
    }
    /// Scrolls the range to a third of the height, and makes it glow for a moment.
    void reveal(TextRange range);
    /// Scrolls to the range only when it is not well in sight.
    void keepInSight(TextRange range) { m_scroll.keepInSight(range.start); }
    /// The same at once, without gliding there.
    void bringInSight(TextRange range)
    {
        keepInSight(range);
        m_scroll.finishGlide();
    }
    const ReadingPlace &place() const { return m_scroll.place(); }
    bool pageForward();
    bool pageBackward();

    TextRange selection() const { return m_tool.range(); }
    void setSelection(TextRange range);
    void clearSelection() { m_tool.clear(); }
    qsizetype caret() const { return m_tool.caret(); }

    /// The caret position nearest to a point.
    qsizetype offsetAt(QPoint point);
    /// Where a caret before the offset stands, also when it is out of sight.
    QRect caretRect(qsizetype offset);
    /// The boxes of a range as far as its rows are in sight.
    std::vector<QRectF> boxes(TextRange range);
    /// The passage whose mark or note sign is under a point; "" for none.
    QString passageAt(QPoint point);
    /// The text's column, as high as the viewport.
    QRect columnRect() const { return {m_columnLeft, 0, m_layout.columnWidth(), viewport()->height()}; }
    HitMap &hitMap() const { return *m_hitMap; }

Q_SIGNALS:
    void selectionChanged(Lectern::TextRange selection);
    /// The reader has let go of the mouse or Shift after selecting.
    void selectionFinished();
    void scrolled();
    void copyRequested(Lectern::TextRange selection);
    /// The reader has chosen a mark.
    void markActivated(const QString &passageId);
    /// The note of a mark is to be shown: its sign was clicked, or Enter pressed on the selected mark.
    void noteActivated(const QString &passageId);
    /// The reader has pressed the mouse beside all marks, or Escape.
    void marksLeft();
    void linkActivated(const QString &url);
    /// A tick of the hit map was clicked.
    void hitActivated(int index);
    void contextMenuRequested(QPoint globalPosition, const QString &passageId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void applyTheme();
    void centreColumn(int column);
    /// Sets the page for the article, style and width of now, and goes back to the place.
    void layOutPage(const ReadingPlace &place);
    int wantedColumnWidth() const;
    QPointF origin() const;
    void updateTicks();
    void activateTick(TickKind kind, int index);
    PointProbe probe();
    void click(QPoint point);
    bool leaveByEscape();
    void hover(QPoint point);

    const Theme &m_theme;
    HitMap *m_hitMap;
    DocumentLayout m_layout;
    DocumentScroll m_scroll;
    SelectionTool m_tool;
    Overlay m_overlay;
    MarkTool m_marks;
    ArticleHeader m_header;
    Flash m_flash;
    ArticlePtr m_article;
    ReadingStyle m_style;
    QTimer m_tickTimer;
    int m_columnLeft = 48;
};

} // namespace Lectern
