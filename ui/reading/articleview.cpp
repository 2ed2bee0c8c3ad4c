#include "reading/articleview.h"

#include "reading/articleviewaccess.h"
#include "reading/hitmap.h"
#include "reading/hovering.h"
#include "reading/pagepainter.h"
#include "reading/pageticks.h"
#include "style/theme.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QWheelEvent>

namespace Lectern {

namespace {

constexpr int sideMargin = 48;  ///< between the column and the pane's edges; holds the note signs
constexpr int tickDelayMs = 60; ///< ticks follow heights that become known not oftener than this

} // namespace

ArticleView::ArticleView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_hitMap(new HitMap(theme))
    , m_scroll(m_layout, *m_hitMap)
    , m_tool(m_layout, m_scroll)
    , m_marks(m_layout, m_scroll, m_overlay)
{
    installArticleViewAccess();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBar(m_hitMap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_tickTimer.setSingleShot(true);
    m_tickTimer.setInterval(tickDelayMs);

    connect(&m_theme, &Theme::changed, this, &ArticleView::applyTheme);
    connect(&m_scroll, &DocumentScroll::scrolled, this, &ArticleView::scrolled);
    connect(&m_scroll, &DocumentScroll::scrolled, viewport(), qOverload<>(&QWidget::update));
    connect(&m_scroll, &DocumentScroll::heightsChanged, &m_tickTimer, [this] {
        if (!m_tickTimer.isActive())
            m_tickTimer.start();
    });
    connect(&m_tickTimer, &QTimer::timeout, this, &ArticleView::updateTicks);
    connect(&m_flash, &Flash::changed, viewport(), qOverload<>(&QWidget::update));
    connect(m_hitMap, &HitMap::tickActivated, this, &ArticleView::activateTick);
    connect(&m_tool, &SelectionTool::finished, this, &ArticleView::selectionFinished);
    connect(&m_tool, &SelectionTool::changed, this, [this] {
        viewport()->update();
        announceSelection(*this);
        Q_EMIT selectionChanged(selection());
    });
    connect(&m_marks, &MarkTool::changed, this, [this] {
        updateTicks();
        viewport()->update();
    });
    connect(&m_marks, &MarkTool::selectionChanged, this,
            [this] { announceMark(*this, m_marks.selected(), m_theme); });
    applyTheme();
}

ArticleView::~ArticleView() = default;

void ArticleView::applyTheme()
{
    m_layout.setLinkInk(m_theme.tokens().accent);
    updateTicks();
    viewport()->update();
}

void ArticleView::setArticle(ArticlePtr article, const ReadingPlace &place)
{
    m_flash.stop();
    m_article = std::move(article);
    m_marks.reset();
    m_overlay = {};
    const bool hadSelection = !selection().isEmpty();
    m_tool.reset();
    m_header.setArticle(m_article);
    layOutPage(place);
    viewport()->setCursor(m_article ? Qt::IBeamCursor : Qt::ArrowCursor);
    setAccessibleName(m_article ? m_article->title() : tr("Article"));
    setAccessibleDescription({});
    if (hadSelection)
        Q_EMIT selectionChanged({});
}

void ArticleView::setReadingStyle(const ReadingStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    layOutPage(place());
    Q_EMIT scrolled();
}

int ArticleView::wantedColumnWidth() const
{
    return qMax(1, qMin(TypeSheet::columnWidth(m_style), width() - 2 * sideMargin));
}

void ArticleView::centreColumn(int column)
{
    m_columnLeft = (width() - column) / 2;
    m_tool.setColumnLeft(m_columnLeft);
    m_marks.setColumnLeft(m_columnLeft);
}

void ArticleView::layOutPage(const ReadingPlace &place)
{
    const int column = wantedColumnWidth();
    centreColumn(column);
    const TypeSheet sheet(m_style, column);
    m_header.layOut(sheet, column);
    m_layout.setPage(m_article, sheet, {column, m_header.topRoom(), m_header.afterTitleRoom()});
    m_scroll.setViewHeight(viewport()->height());
    m_scroll.restore(place);
    updateTicks();
    viewport()->update();
}

void ArticleView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (wantedColumnWidth() != m_layout.columnWidth() || m_layout.article() != m_article) {
        layOutPage(place());
    } else {
        centreColumn(m_layout.columnWidth());
        m_scroll.setViewHeight(viewport()->height());
    }
    Q_EMIT scrolled();
}

/// The page is painted where the scroll bar says; there is nothing to move.
void ArticleView::scrollContentsBy(int, int) {}

void ArticleView::setHits(std::vector<TextRange> hits)
{
    m_overlay.hits = SortedRanges(m_article ? std::move(hits) : std::vector<TextRange>());
    m_overlay.currentHit = -1;
    updateTicks();
    viewport()->update();
}

void ArticleView::setCurrentHit(int index)
{
    m_overlay.currentHit = index >= 0 && index < hitCount() ? index : -1;
    updateTicks();
    viewport()->update();
}

void ArticleView::setMarks(std::vector<Mark> marks)
{
    if (!m_article)
        marks.clear();
    m_marks.setMarks(std::move(marks));
}

void ArticleView::stepMark(int by)
{
    m_marks.step(by);
    const QString id = m_marks.selectedId();
    if (id.isEmpty())
        return;
    m_scroll.keepInSight(m_marks.selected()->range.start);
    Q_EMIT markActivated(id);
}

void ArticleView::updateTicks()
{
    m_hitMap->setTicks(ticksOf(m_layout, m_overlay, m_theme.tokens()));
}

void ArticleView::activateTick(TickKind kind, int index)
{
    if (kind != TickKind::Mark)
        return hitActivated(index);
    const Mark mark = m_overlay.marks[size_t(index)];
    m_marks.select(mark.passageId);
    reveal(mark.range);
    Q_EMIT markActivated(mark.passageId);
}

void ArticleView::reveal(TextRange range)
{
    if (!m_article)
        return;
    m_scroll.showOffset(range.start);
    m_overlay.flash = range;
    m_flash.start();
}

bool ArticleView::pageForward()
{
    return m_article && m_scroll.turnPage(+1);
}

bool ArticleView::pageBackward()
{
    return m_article && m_scroll.turnPage(-1);
}

QPointF ArticleView::origin() const
{
    return {qreal(m_columnLeft), -qreal(m_scroll.value())};
}

qsizetype ArticleView::offsetAt(QPoint point)
{
    return m_layout.offsetAt(QPointF(point) - origin(), HitMode::Gap);
}

PointProbe ArticleView::probe()
{
    const std::pair<int, int> rows = m_scroll.prepare();
    return {m_layout, m_overlay, rows, origin()};
}

std::vector<QRectF> ArticleView::boxes(TextRange range)
{
    return probe().boxes(range);
}

QString ArticleView::passageAt(QPoint point)
{
    const int mark = probe().markAt(point);
    return mark < 0 ? QString() : m_overlay.marks[size_t(mark)].passageId;
}

QRect ArticleView::caretRect(qsizetype offset)
{
    return m_layout.caretRect(offset).translated(origin()).toAlignedRect();
}

void ArticleView::setSelection(TextRange range)
{
    if (m_article)
        m_tool.select(range.intersected({0, m_article->text().size()}));
}

void ArticleView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens.paper);
    if (!m_article)
        return paintNoPage(painter, viewport()->rect(), tr("Choose an article to read."), tokens);
    const std::pair<int, int> rows = m_scroll.prepare();
    m_overlay.selection = selection();
    m_overlay.flashStrength = m_flash.strength();
    m_overlay.caret = m_tool.isCaretShown() && hasFocus() ? caret() : -1;
    paintPage(painter, m_header, m_layout, m_overlay, tokens, rows, origin());
}

bool ArticleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover({-1, -1});
    return QAbstractScrollArea::viewportEvent(event);
}

void ArticleView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_scroll.finishGlide();
    const QPoint point = event->position().toPoint();
    if (const std::optional<MarkEnd> end = probe().handleAt(point))
        m_marks.press(*end);
    else
        m_tool.press(point, false, event->modifiers());
    viewport()->update();
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !probe().handleAt(event->position().toPoint()))
        m_tool.press(event->position().toPoint(), true, event->modifiers());
}

void ArticleView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_marks.isDragging())
        m_marks.drag(point,
                     event->modifiers().testFlag(Qt::AltModifier) ? EndStep::Character : EndStep::Word);
    else if (m_tool.isPressed())
        m_tool.move(point);
    else
        hover(point);
}

void ArticleView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_marks.isDragging())
        m_marks.finish();
    else if (m_tool.release())
        click(event->position().toPoint());
}

void ArticleView::click(QPoint point)
{
    if (const Span *link = probe().linkAt(point)) {
        Q_EMIT linkActivated(link->target);
        return;
    }
    const int sign = probe().noteSignAt(point);
    m_marks.click(probe().marksAt(point));
    const QString id = m_marks.selectedId();
    if (id.isEmpty())
        Q_EMIT marksLeft();
    else
        Q_EMIT markActivated(id);
    if (sign >= 0 && !id.isEmpty())
        Q_EMIT noteActivated(id);
}

void ArticleView::hover(QPoint point)
{
    if (m_article && showHovered(*viewport(), probe(), m_overlay, point))
        viewport()->update();
}

void ArticleView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = byKey ? caretRect(caret()).bottomLeft() : event->pos();
    const QString passage = byKey ? m_marks.selectedId() : passageAt(at);
    if (!passage.isEmpty())
        m_marks.select(passage);
    Q_EMIT contextMenuRequested(viewport()->mapToGlobal(at), passage);
}

void ArticleView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // for whoever zooms
        return;
    }
    m_scroll.scrollByWheel(*event);
    event->accept();
}

void ArticleView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (const std::optional<CaretMove> move = selectingMove(*event)) {
        m_tool.extend(*move);
        viewport()->update();
    } else if (event->matches(QKeySequence::Copy) && !selection().isEmpty()) {
        Q_EMIT copyRequested(selection());
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_tool.selectAll();
    } else if (isEnter && m_marks.selected()) {
        Q_EMIT noteActivated(m_marks.selectedId());
    } else if (event->key() == Qt::Key_Escape) {
        event->setAccepted(leaveByEscape());
    } else if (!m_scroll.scrollByKey(*event)) {
        event->ignore();
    }
}

/// What is under way first, then the selection, then the selected mark.
bool ArticleView::leaveByEscape()
{
    if (m_marks.cancel())
        return true;
    if (!selection().isEmpty()) {
        m_tool.clear();
        return true;
    }
    if (!m_marks.selected())
        return false;
    m_marks.select({});
    Q_EMIT marksLeft();
    return true;
}

void ArticleView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Shift)
        m_tool.finishExtending();
    if ((event->key() == Qt::Key_Shift || event->key() == Qt::Key_Alt) && !m_marks.isDragging())
        m_marks.finish();
    QAbstractScrollArea::keyReleaseEvent(event);
}

} // namespace Lectern
