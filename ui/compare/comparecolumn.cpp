#include "compare/comparecolumn.h"

#include "compare/columnpainter.h"
#include "page/documentscroll.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int sideMargin = 66;   ///< room for the discs at the left, and for air at the right
constexpr int narrowMargin = 44; ///< in columns that are narrow
constexpr int narrowWidth = 480;
constexpr int belowText = 120;
constexpr int lineStep = 60;

} // namespace

CompareColumn::CompareColumn(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new ThinScrollBar(theme, Qt::Vertical, this))
    , m_scroll(new DocumentScroll(m_layout, *m_bar, this))
{
    setFocusPolicy(Qt::StrongFocus);
    connect(m_scroll, &DocumentScroll::scrolled, this, [this] {
        update();
        Q_EMIT scrolled();
    });
    connect(m_scroll, &DocumentScroll::heightsChanged, this, [this] {
        update();
        Q_EMIT scrolled();
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

CompareColumn::~CompareColumn() = default;

const Comparison::Account *CompareColumn::shown() const
{
    return m_comparison ? &m_comparison->accounts[size_t(m_account)] : nullptr;
}

void CompareColumn::setAccount(const ComparisonPtr &comparison, int account)
{
    m_comparison = comparison;
    m_account = account;
    m_difference = -1;
    m_header.setArticle(shown() ? shown()->article : nullptr);
    layOut();
    m_scroll->goTo(0);
    if (shown())
        setAccessibleName(tr("Account %1: %2").arg(account + 1).arg(shown()->article->title()));
}

void CompareColumn::setReadingStyle(const ReadingStyle &style)
{
    m_style = style;
    layOut();
}

void CompareColumn::setLook(const CompareLook &look)
{
    m_look = look;
    update();
}

void CompareColumn::layOut()
{
    const int margin = width() < narrowWidth ? narrowMargin : sideMargin;
    ReadingStyle style = m_style;
    style.fontSize = std::max(14, m_style.fontSize - 2);
    const int column = std::clamp(width() - 2 * margin, 160, TypeSheet::columnWidth(style));
    const TypeSheet sheet(style, column);
    m_header.layOut(sheet, column);
    const ReadingPlace place = m_scroll->place();
    m_layout.setPage(shown() ? shown()->article : nullptr, sheet,
                     {column, m_header.topRoom(), m_header.afterTitleRoom()});
    m_bar->setGeometry(width() - ThinScrollBar::thickness, 0, ThinScrollBar::thickness, height());
    m_scroll->setViewHeight(height());
    m_scroll->restore(place);
    update();
}

QPointF CompareColumn::origin() const
{
    return {(width() - m_layout.columnWidth()) / 2.0, -qreal(m_scroll->value())};
}

std::optional<std::pair<qreal, qreal>> CompareColumn::extent(int passage)
{
    if (!shown() || passage < 0)
        return std::nullopt;
    const TextRange place = m_comparison->passages[size_t(passage)].places[size_t(m_account)];
    if (place.isEmpty())
        return std::nullopt;
    const QRectF first = m_layout.caretRect(place.start);
    const QRectF last = m_layout.caretRect(place.end - 1);
    return std::pair(first.top() + origin().y(), last.bottom() + origin().y());
}

void CompareColumn::placePassage(int passage, qreal y, int most)
{
    const auto at = extent(passage);
    if (!at)
        return;
    const int by = std::clamp(qRound(at->first - y), -most, most);
    if (by != 0)
        m_scroll->goTo(std::max(0, m_scroll->value() + by));
}

void CompareColumn::showOffset(qsizetype offset)
{
    m_scroll->showOffset(offset);
}

int CompareColumn::scrollValue() const
{
    return m_scroll->value();
}

int CompareColumn::middlePassage()
{
    if (!shown())
        return -1;
    int nearest = -1;
    qreal distance = height();
    for (size_t i = 0; i < m_comparison->passages.size(); ++i) {
        const auto at = extent(int(i));
        if (!at)
            continue;
        const qreal middle = height() / 2.0;
        const qreal away = middle < at->first    ? at->first - middle
                           : middle > at->second ? middle - at->second
                                                 : 0;
        if (away < distance) {
            distance = away;
            nearest = int(i);
        }
    }
    return nearest;
}

int CompareColumn::stepDifference(int step)
{
    if (!shown())
        return -1;
    const std::vector<ComparedDifference> &all = shown()->differences;
    const ComparedDifference *found = nullptr;
    for (const ComparedDifference &difference : all) {
        if (difference.range.isEmpty() || isQuiet(difference.kind))
            continue;
        if (step > 0 && difference.range.start > m_difference) {
            found = &difference;
            break;
        }
        if (step < 0 && (m_difference < 0 || difference.range.start < m_difference))
            found = &difference;
    }
    if (!found)
        return -1;
    m_difference = found->range.start;
    m_scroll->showOffset(found->range.start);
    return found->passage;
}

qsizetype CompareColumn::offsetAt(QPointF point)
{
    return m_layout.rowCount() > 0 ? m_layout.offsetAt(point - origin(), HitMode::Character) : -1;
}

int CompareColumn::passageAt(qsizetype offset) const
{
    if (!shown() || offset < 0)
        return -1;
    for (size_t i = 0; i < m_comparison->passages.size(); ++i) {
        const TextRange place = m_comparison->passages[i].places[size_t(m_account)];
        if (offset >= place.start && offset < place.end)
            return int(i);
    }
    return -1;
}

void CompareColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(rect(), tokens.paper);
    if (!shown())
        return;
    const auto [first, last] = m_scroll->prepare();
    ColumnPainter(painter, m_layout, *m_comparison, m_account, m_look, tokens, origin()).paint(first, last);
    m_header.paint(painter, tokens, origin(), origin().y() + qreal(m_layout.titleBottom()));
    if (hasFocus())
        painter.fillRect(0, 0, width(), 2, tokens.accent);
}

void CompareColumn::resizeEvent(QResizeEvent *)
{
    layOut();
    Q_EMIT scrolled();
}

void CompareColumn::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    if (!pixels.isNull())
        m_scroll->stepBy(-pixels.y());
    else
        m_scroll->glideBy(-event->angleDelta().y());
    event->accept();
}

void CompareColumn::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        return m_scroll->glideBy(lineStep);
    case Qt::Key_Up:
        return m_scroll->glideBy(-lineStep);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        m_scroll->turnPage(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    case Qt::Key_PageUp:
        m_scroll->turnPage(-1);
        return;
    case Qt::Key_Home:
        return m_scroll->glideTo(0);
    case Qt::Key_End:
        return m_scroll->glideTo(std::max<qint64>(0, m_layout.height() + belowText - height()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (shown())
            Q_EMIT articleRequested(shown()->article, {});
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CompareColumn::mousePressEvent(QMouseEvent *event)
{
    const int passage = passageAt(offsetAt(event->position()));
    if (event->button() == Qt::LeftButton && passage >= 0)
        Q_EMIT passageClicked(passage);
}

void CompareColumn::contextMenuEvent(QContextMenuEvent *event)
{
    // By the keyboard it is the passage in the middle that is meant.
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    Q_EMIT menuRequested(event->globalPos(),
                         isByMouse ? passageAt(offsetAt(event->pos())) : middlePassage());
}

void CompareColumn::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qsizetype offset = offsetAt(event->position());
    if (shown() && offset >= 0)
        Q_EMIT articleRequested(shown()->article, {offset, offset + 1});
}

void CompareColumn::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void CompareColumn::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace Lectern
