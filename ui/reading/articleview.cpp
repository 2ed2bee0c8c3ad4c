#include "reading/articleview.h"

#include "reading/articleviewaccess.h"
#include "reading/hitmap.h"
#include "reading/notemarkers.h"
#include "reading/pageticks.h"
#include "reading/viewpainter.h"
#include "style/fonts.h"
#include "style/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QPainter>
#include <QWheelEvent>

namespace Lectern {

namespace {

constexpr int sideMargin = 48;  ///< between the column and the pane's edges; holds the note signs
constexpr int tickDelayMs = 60; ///< ticks follow heights that become known not oftener than this
constexpr qreal emptyStateHeight = 0.4;
constexpr int longestToolTip = 300; ///< characters of a link's target
constexpr int wheelNotch = 120;     ///< eighths of a degree, see QWheelEvent::angleDelta()

/// A tool tip that shows a text as it is: Qt takes what looks like HTML for HTML.
QString plainToolTip(const QString &text)
{
    return QStringLiteral("<p>%1</p>").arg(text.left(longestToolTip).toHtmlEscaped());
}

} // namespace

ArticleView::ArticleView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_hitMap(new HitMap(theme))
    , m_scroll(m_layout, *m_hitMap)
    , m_tool(m_layout, m_scroll)
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
    m_overlay = {};
    const bool hadSelection = !selection().isEmpty();
    m_tool.reset();
    m_header.setArticle(m_article);
    layOutPage(place);
    viewport()->setCursor(m_article ? Qt::IBeamCursor : Qt::ArrowCursor);
    setAccessibleName(m_article ? m_article->title() : tr("Article"));
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
    m_overlay.setMarks(std::move(marks));
    updateTicks();
    viewport()->update();
}

void ArticleView::updateTicks()
{
    m_hitMap->setTicks(ticksOf(m_layout, m_overlay, m_theme.tokens()));
}

void ArticleView::activateTick(TickKind kind, int index)
{
    if (kind == TickKind::Mark)
        reveal(m_overlay.marks[size_t(index)].range);
    else
        Q_EMIT hitActivated(index);
}

void ArticleView::reveal(TextRange range)
{
    if (!m_article)
        return;
    m_scroll.showOffset(range.start);
    m_overlay.flash = range;
    m_flash.start();
}

void ArticleView::keepInSight(TextRange range)
{
    m_scroll.finishGlide();
    const QRect rect = caretRect(range.start);
    const int height = viewport()->height();
    if (rect.top() < height / 10 || rect.bottom() > height * 8 / 10)
        m_scroll.showOffset(range.start);
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
    if (!m_article) {
        painter.setPen(tokens.ink3);
        painter.setFont(Fonts::ui(15));
        const QRectF above(0, 0, viewport()->width(), 2 * emptyStateHeight * viewport()->height());
        painter.drawText(above, Qt::AlignCenter, tr("Choose an article to read."));
        return;
    }
    const std::pair<int, int> rows = m_scroll.prepare();
    const QPointF at = origin();
    painter.setRenderHint(QPainter::Antialiasing);
    if (const qreal titleBottom = at.y() + qreal(m_layout.titleBottom());
        titleBottom + m_header.afterTitleRoom() > 0)
        m_header.paint(painter, tokens, at, titleBottom);
    m_overlay.selection = selection();
    m_overlay.flashStrength = m_flash.strength();
    m_overlay.caret = m_tool.isCaretShown() && hasFocus() ? caret() : -1;
    ViewPainter(painter, m_layout, m_overlay, tokens, at).paint(rows.first, rows.second);
    paintNoteMarkers(painter, noteMarkers(m_layout, m_overlay, rows, at), tokens);
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
    m_tool.press(event->position().toPoint(), false, event->modifiers());
    viewport()->update();
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_tool.press(event->position().toPoint(), true, event->modifiers());
}

void ArticleView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_tool.isPressed())
        m_tool.move(event->position().toPoint());
    else
        hover(event->position().toPoint());
}

void ArticleView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_tool.release())
        click(event->position().toPoint());
}

void ArticleView::click(QPoint point)
{
    if (const Span *link = probe().linkAt(point))
        Q_EMIT linkActivated(link->target);
    else if (const QString passage = passageAt(point); !passage.isEmpty())
        Q_EMIT markActivated(passage);
}

void ArticleView::hover(QPoint point)
{
    if (!m_article)
        return;
    const Span *link = probe().linkAt(point);
    const TextRange range = link ? link->range : TextRange();
    const int mark = probe().markAt(point);
    viewport()->setCursor(link || mark >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    viewport()->setToolTip(link ? plainToolTip(link->target) : QString());
    if (range == m_overlay.hoveredLink)
        return;
    m_overlay.hoveredLink = range;
    viewport()->update();
}

void ArticleView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = byKey ? caretRect(caret()).bottomLeft() : event->pos();
    Q_EMIT contextMenuRequested(viewport()->mapToGlobal(at), passageAt(at));
}

void ArticleView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // for whoever zooms
        return;
    }
    const int notch = m_hitMap->singleStep() * QApplication::wheelScrollLines();
    const int turned = event->angleDelta().y();
    if (!event->pixelDelta().isNull())
        m_scroll.stepBy(-event->pixelDelta().y());
    else if (qAbs(turned) >= wheelNotch)
        m_scroll.glideBy(-turned * notch / wheelNotch);
    else
        m_scroll.stepBy(-turned * notch / wheelNotch);
    event->accept();
}

void ArticleView::keyPressEvent(QKeyEvent *event)
{
    const int line = m_hitMap->singleStep();
    if (const std::optional<CaretMove> move = selectingMove(*event)) {
        m_tool.extend(*move);
        viewport()->update();
    } else if (event->matches(QKeySequence::Copy) && !selection().isEmpty()) {
        Q_EMIT copyRequested(selection());
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_tool.selectAll();
    } else if (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ShiftModifier)) {
        event->setAccepted(pageBackward());
    } else if (event->key() == Qt::Key_Space) {
        event->setAccepted(pageForward());
    } else if (event->matches(QKeySequence::MoveToNextLine)) {
        m_scroll.glideBy(line);
    } else if (event->matches(QKeySequence::MoveToPreviousLine)) {
        m_scroll.glideBy(-line);
    } else if (event->matches(QKeySequence::MoveToNextPage)) {
        pageForward();
    } else if (event->matches(QKeySequence::MoveToPreviousPage)) {
        pageBackward();
    } else if (event->key() == Qt::Key_Home) {
        m_scroll.goTo(0);
    } else if (event->key() == Qt::Key_End) {
        m_scroll.goTo(m_layout.height());
    } else if (event->key() == Qt::Key_Escape && !selection().isEmpty()) {
        m_tool.clear();
    } else {
        event->ignore();
    }
}

void ArticleView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Shift)
        m_tool.finishExtending();
    QAbstractScrollArea::keyReleaseEvent(event);
}

} // namespace Lectern
