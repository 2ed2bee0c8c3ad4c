#include "page/documentscroll.h"

#include "page/documentlayout.h"
#include "page/motion.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <limits>

namespace Lectern {

namespace {

constexpr int sliceMs = 6;      ///< a slice of measuring, well inside one frame
constexpr int wheelNotch = 120; ///< eighths of a degree, see QWheelEvent::angleDelta()

} // namespace

DocumentScroll::DocumentScroll(DocumentLayout &layout, QScrollBar &bar, QObject *parent)
    : QObject(parent)
    , m_layout(layout)
    , m_bar(bar)
{
    m_layout.onHeightChange = [this](qint64 top, int difference) { followHeight(top, difference); };
    connect(&m_bar, &QScrollBar::valueChanged, this, [this] {
        readPlace();
        Q_EMIT scrolled();
    });
    connect(&m_idle, &QTimer::timeout, this, &DocumentScroll::measureSlice);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    m_glide.setDuration(Motion::fadeMs);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant &gone) {
        const int step = gone.toInt() - m_glided;
        m_glided = gone.toInt();
        stepBy(step);
    });
}

DocumentScroll::~DocumentScroll()
{
    m_layout.onHeightChange = nullptr;
}

int DocumentScroll::value() const
{
    return m_bar.value();
}

void DocumentScroll::setViewHeight(int height)
{
    m_viewHeight = qMax(1, height);
    updateRange();
}

void DocumentScroll::updateRange()
{
    const QSignalBlocker quiet(m_bar);
    const qint64 most = qMax(qint64(0), m_layout.height() - m_viewHeight);
    m_bar.setRange(0, int(qMin(most, qint64(std::numeric_limits<int>::max()))));
    m_bar.setPageStep(m_viewHeight);
    m_bar.setSingleStep(m_layout.sheet().of(BlockKind::Paragraph, 0).lineHeight);
}

void DocumentScroll::setBar(qint64 value)
{
    const QSignalBlocker quiet(m_bar);
    m_bar.setValue(int(qBound(qint64(0), value, qint64(m_bar.maximum()))));
}

void DocumentScroll::followHeight(qint64 top, int difference)
{
    if (m_restoring)
        return;
    const int before = value();
    updateRange();
    if (top < before)
        setBar(qint64(before) + difference);
    Q_EMIT heightsChanged();
}

void DocumentScroll::restore(const ReadingPlace &place)
{
    m_glide.stop();
    m_place = place;
    m_restoring = true;
    qint64 y = 0;
    const int row = m_layout.rowOf(place.offset);
    if (row >= 0 && place != ReadingPlace()) {
        const ParagraphLayout &paragraph = m_layout.paragraph(row);
        y = m_layout.textTop(row) + paragraph.lineTop(paragraph.lineOf(place.offset)) + place.pixels;
    }
    m_restoring = false;
    updateRange();
    setBar(y);
    m_nextToMeasure = qMax(0, row);
    m_leftToMeasure = m_layout.rowCount();
    m_idle.start(0);
    Q_EMIT heightsChanged();
}

/// Page coordinates of the first line that is at least partly visible, unless the very top of the page is.
void DocumentScroll::readPlace()
{
    if (m_layout.rowCount() == 0)
        return;
    const int row = prepare().first;
    m_place = {};
    if (value() == 0)
        return;
    const ParagraphLayout &paragraph = m_layout.paragraph(row);
    const int y = int(value() - m_layout.textTop(row));
    const int line = paragraph.lineAt(y);
    m_place = {paragraph.lineRange(line).start, y - paragraph.lineTop(line)};
}

std::pair<int, int> DocumentScroll::prepare()
{
    if (m_layout.rowCount() == 0)
        return {0, 0};
    // Laying out the topmost row may move the value, which may make another row the topmost.
    int first = -1;
    for (int tries = 0; tries < 8 && m_layout.rowAt(value()) != first; ++tries) {
        first = m_layout.rowAt(value());
        m_layout.paragraph(first);
    }
    int row = first;
    const qint64 bottom = qint64(value()) + m_viewHeight;
    while (row < m_layout.rowCount() && m_layout.textTop(row) - m_layout.spaceAbove(row) < bottom)
        m_layout.paragraph(row++);
    m_layout.forgetFarFrom(first, row);
    return {first, row};
}

void DocumentScroll::stepBy(int pixels)
{
    m_bar.setValue(value() + pixels);
}

void DocumentScroll::goTo(qint64 y)
{
    m_glide.stop();
    m_bar.setValue(int(qBound(qint64(0), y, qint64(m_bar.maximum()))));
}

void DocumentScroll::glideBy(int pixels)
{
    const int left =
        m_glide.state() == QAbstractAnimation::Running ? m_glide.endValue().toInt() - m_glided : 0;
    m_glide.stop();
    if (Motion::isReduced()) {
        stepBy(pixels + left);
        return;
    }
    m_glided = 0;
    m_glide.setStartValue(0);
    m_glide.setEndValue(pixels + left);
    m_glide.start();
}

void DocumentScroll::glideTo(qint64 y)
{
    finishGlide();
    const qint64 distance = qBound(qint64(0), y, qint64(m_bar.maximum())) - value();
    if (qAbs(distance) > m_viewHeight * 3 / 2)
        goTo(y);
    else
        glideBy(int(distance));
}

void DocumentScroll::showOffset(qsizetype offset)
{
    finishGlide();
    const int target = m_layout.rowOf(offset);
    if (target < 0)
        return;
    m_layout.paragraph(target);
    // Rows between here and there would change height while the page glides over them.
    const int here = m_layout.rowAt(value());
    for (int row = target; row < here && here - target < 64; ++row)
        m_layout.measure(row);
    glideTo(qint64(m_layout.caretRect(offset).top()) - m_viewHeight / 3);
}

bool DocumentScroll::turnPage(int direction)
{
    finishGlide();
    if (value() == (direction > 0 ? m_bar.maximum() : m_bar.minimum()))
        return false;
    const int line = m_bar.singleStep();
    glideBy(direction * qMax(line, m_viewHeight - 2 * line));
    return true;
}

void DocumentScroll::keepInSight(qsizetype offset)
{
    finishGlide();
    const QRectF line = m_layout.caretRect(offset).translated(0, -value());
    if (line.top() < m_viewHeight / 10.0 || line.bottom() > m_viewHeight * 0.8)
        showOffset(offset);
}

void DocumentScroll::scrollByWheel(const QWheelEvent &event)
{
    const int notch = m_bar.singleStep() * QApplication::wheelScrollLines();
    const int turned = event.angleDelta().y();
    if (!event.pixelDelta().isNull())
        stepBy(-event.pixelDelta().y());
    else if (qAbs(turned) >= wheelNotch)
        glideBy(-turned * notch / wheelNotch);
    else
        stepBy(-turned * notch / wheelNotch);
}

bool DocumentScroll::scrollByKey(QKeyEvent &event)
{
    if (event.key() == Qt::Key_Space)
        event.setAccepted(turnPage(event.modifiers().testFlag(Qt::ShiftModifier) ? -1 : +1));
    else if (event.matches(QKeySequence::MoveToNextLine))
        glideBy(m_bar.singleStep());
    else if (event.matches(QKeySequence::MoveToPreviousLine))
        glideBy(-m_bar.singleStep());
    else if (event.matches(QKeySequence::MoveToNextPage))
        turnPage(+1);
    else if (event.matches(QKeySequence::MoveToPreviousPage))
        turnPage(-1);
    else if (event.key() == Qt::Key_Home)
        goTo(0);
    else if (event.key() == Qt::Key_End)
        goTo(m_layout.height());
    else
        return false;
    return true;
}

void DocumentScroll::finishGlide()
{
    if (m_glide.state() == QAbstractAnimation::Running)
        m_glide.setCurrentTime(m_glide.duration());
}

void DocumentScroll::measureSlice()
{
    QElapsedTimer clock;
    clock.start();
    while (m_leftToMeasure > 0 && clock.elapsed() < sliceMs) {
        if (m_nextToMeasure >= m_layout.rowCount())
            m_nextToMeasure = 0;
        m_layout.measure(m_nextToMeasure++);
        --m_leftToMeasure;
    }
    if (m_leftToMeasure == 0)
        m_idle.stop();
}

} // namespace Lectern
