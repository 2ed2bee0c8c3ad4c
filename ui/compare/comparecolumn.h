#pragma once

#include "compare/comparefilter.h"
#include "library/comparisonsession.h"
#include "page/articleheader.h"
#include "page/documentlayout.h"
#include "style/readingstyle.h"

#include <QWidget>

#include <optional>

namespace Lectern {

class DocumentScroll;
class Theme;
class ThinScrollBar;

/// One account of a comparison: the article as one page, what it shares with the others marked in it.
class CompareColumn final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareColumn)

public:
    explicit CompareColumn(const Theme &theme, QWidget *parent = nullptr);
    ~CompareColumn() override;

    void setAccount(const ComparisonPtr &comparison, int account);
    void setReadingStyle(const ReadingStyle &style);
    void setLook(const CompareLook &look);

    /// Top and bottom of a passage in this widget, also beyond its edges; nothing where the account does not
    /// have it.
    std::optional<std::pair<qreal, qreal>> extent(int passage);
    /// Scrolls so that the top of a passage stands at `y` of this widget, by `most` pixels at most.
    void placePassage(int passage, qreal y, int most);
    /// Scrolls so that a place of the text is visible.
    void showOffset(qsizetype offset);
    /// Top of what is visible, in pixels of the page.
    int scrollValue() const;
    /// The passage that is nearest to the middle of what is visible; -1 when there is none.
    int middlePassage();
    /// The next (+1) or previous (-1) difference of words from what is visible: scrolls to it. Its passage,
    /// -1 for none.
    int stepDifference(int step);

    QSize minimumSizeHint() const override { return {200, 200}; }

Q_SIGNALS:
    void scrolled();
    void passageClicked(int passage);
    /// `passage` is the one at that place, -1 for none.
    void menuRequested(const QPoint &at, int passage);
    /// The article is to be read by itself, at this range.
    void articleRequested(const Lectern::ArticlePtr &article, Lectern::TextRange at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOut();
    QPointF origin() const;
    qsizetype offsetAt(QPointF point);
    int passageAt(qsizetype offset) const;
    const Comparison::Account *shown() const;

    const Theme &m_theme;
    ComparisonPtr m_comparison;
    int m_account = 0;
    CompareLook m_look;
    ReadingStyle m_style;
    ArticleHeader m_header;
    DocumentLayout m_layout;
    ThinScrollBar *m_bar;
    DocumentScroll *m_scroll;
    qsizetype m_difference = -1; ///< where the keyboard's difference begins
};

} // namespace Lectern
