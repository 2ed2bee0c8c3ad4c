#include "list/progressstrip.h"

#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/theme.h"

#include <QPainter>

#include <cmath>

namespace Lectern {

namespace {

constexpr qreal lineHeight = 2;
constexpr double runningShare = 0.3; ///< of the strip, that the running line takes
constexpr int runMilliseconds = 1400;
constexpr int leftMargin = 20;
constexpr int cancelSide = 24;

} // namespace

ProgressStrip::ProgressStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_cancel(new IconButton(theme, QStringLiteral("close"), this))
{
    setFixedHeight(height);
    setVisible(false);
    m_cancel->setMetrics(cancelSide, 6, 14);
    m_cancel->setToolTip(tr("Stop reading"));
    m_cancel->setAccessibleName(m_cancel->toolTip());
    connect(m_cancel, &QAbstractButton::clicked, this, &ProgressStrip::cancelRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));

    m_run.setStartValue(0.0);
    m_run.setKeyValueAt(0.5, 1.0);
    m_run.setEndValue(0.0);
    m_run.setDuration(runMilliseconds);
    m_run.setLoopCount(-1);
    connect(&m_run, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void ProgressStrip::setProgress(const QString &text, double fraction)
{
    const bool isRunning = std::isnan(fraction);
    m_text = text;
    m_fraction = fraction;
    setAccessibleName(text);
    setVisible(isRunning || fraction >= 0);
    if (!isRunning)
        m_run.stop();
    else if (m_run.state() != QAbstractAnimation::Running)
        m_run.start();
    update();
}

void ProgressStrip::resizeEvent(QResizeEvent *)
{
    m_cancel->move(width() - cancelSide - 14, (height - cancelSide) / 2 + 1);
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.list);
    painter.fillRect(QRectF(0, 0, width(), 1), t.line);
    const bool isRunning = std::isnan(m_fraction);
    const double length = isRunning ? runningShare : qBound(0.0, m_fraction, 1.0);
    const double start = isRunning ? m_run.currentValue().toDouble() * (1 - runningShare) : 0;
    painter.fillRect(QRectF(start * width(), 0, length * width(), lineHeight), t.accent);

    const QRect words = rect().adjusted(leftMargin, 1, -(width() - m_cancel->x()) - 8, 0);
    painter.setFont(Fonts::ui(12));
    painter.setPen(t.ink3);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideMiddle, words.width()));
}

} // namespace Lectern
