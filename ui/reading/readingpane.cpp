#include "reading/readingpane.h"

#include "reading/articleview.h"
#include "reading/selectionpill.h"

namespace Lectern {

ReadingPane::ReadingPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_view(new ArticleView(theme, this))
    , m_pill(new SelectionPill(theme, this))
{
    setFocusProxy(m_view);
    connectView();
    connectPill();
}

void ReadingPane::connectView()
{
    connect(m_view, &ArticleView::selectionChanged, m_pill, &SelectionPill::dismiss);
    connect(m_view, &ArticleView::selectionChanged, this, &ReadingPane::selectionChanged);
    connect(m_view, &ArticleView::selectionFinished, this, &ReadingPane::showPill);
    connect(m_view, &ArticleView::scrolled, m_pill, &SelectionPill::dismiss);
    connect(m_view, &ArticleView::scrolled, this, &ReadingPane::placeChanged);
    connect(m_view, &ArticleView::copyRequested, this, &ReadingPane::copyRequested);
    connect(m_view, &ArticleView::markActivated, this, &ReadingPane::markActivated);
    connect(m_view, &ArticleView::linkActivated, this, &ReadingPane::linkActivated);
    connect(m_view, &ArticleView::hitActivated, this, [this](int index) {
        setCurrentHit(index, Reveal::No);
        reveal(m_view->hit(index));
    });
    connect(m_view, &ArticleView::contextMenuRequested, this, [this](QPoint at, const QString &passage) {
        Q_EMIT contextMenuRequested(at, selection(), passage);
    });
}

void ReadingPane::connectPill()
{
    connect(m_pill, &SelectionPill::left, m_view, [this] { m_view->setFocus(); });
    connect(m_pill, &SelectionPill::markRequested, this, [this](MarkColour colour) {
        m_pill->dismiss();
        Q_EMIT markRequested(selection(), colour);
    });
    const auto offer = [this](void (SelectionPill::*asked)(), void (ReadingPane::*request)(TextRange)) {
        connect(m_pill, asked, this, [this, request] {
            m_pill->dismiss();
            Q_EMIT(this->*request)(selection());
        });
    };
    offer(&SelectionPill::noteRequested, &ReadingPane::noteRequested);
    offer(&SelectionPill::copyRequested, &ReadingPane::copyRequested);
    offer(&SelectionPill::citeRequested, &ReadingPane::citeRequested);
}

void ReadingPane::resizeEvent(QResizeEvent *)
{
    m_view->setGeometry(rect());
}

void ReadingPane::showPill()
{
    QRectF visible;
    for (const QRectF &box : m_view->boxes(selection()))
        if (box.bottom() > 0 && box.top() < m_view->viewport()->height())
            visible |= box;
    if (!visible.isEmpty())
        m_pill->showAt(visible.toAlignedRect(), m_view->viewport()->geometry());
}

void ReadingPane::setArticle(ArticlePtr article, ReadingPlace place)
{
    m_pill->dismiss();
    m_view->setArticle(std::move(article), place);
}

ArticlePtr ReadingPane::article() const
{
    return m_view->article();
}

void ReadingPane::setHits(std::vector<TextRange> hits)
{
    m_view->setHits(std::move(hits));
}

void ReadingPane::setCurrentHit(int index, Reveal reveal)
{
    const int before = currentHit();
    m_view->setCurrentHit(index);
    const int now = currentHit();
    if (now >= 0 && reveal == Reveal::Yes)
        m_view->keepInSight(m_view->hit(now));
    if (now != before)
        Q_EMIT currentHitChanged(now);
}

int ReadingPane::currentHit() const
{
    return m_view->currentHit();
}

int ReadingPane::hitCount() const
{
    return m_view->hitCount();
}

void ReadingPane::setMarks(std::vector<Mark> marks)
{
    m_view->setMarks(std::move(marks));
}

void ReadingPane::reveal(TextRange range)
{
    m_view->reveal(range);
}

ReadingPlace ReadingPane::place() const
{
    return m_view->place();
}

TextRange ReadingPane::selection() const
{
    return m_view->selection();
}

void ReadingPane::setSelection(TextRange range)
{
    m_view->setSelection(range);
}

void ReadingPane::clearSelection()
{
    m_view->clearSelection();
}

void ReadingPane::setReadingStyle(const ReadingStyle &style)
{
    m_view->setReadingStyle(style);
}

bool ReadingPane::pageForward()
{
    return m_view->pageForward();
}

bool ReadingPane::pageBackward()
{
    return m_view->pageBackward();
}

} // namespace Lectern
