#include "compare/comparegutter.h"

#include "compare/columnpainter.h"
#include "compare/comparecolumn.h"
#include "style/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace Lectern {

namespace {

constexpr float fillOpacity = 0.84F;
constexpr float edgeOpacity = 0.59F;

QColor faded(QColor colour, float opacity)
{
    colour.setAlphaF(opacity);
    return colour;
}

} // namespace

CompareGutter::CompareGutter(const Theme &theme, CompareColumn &left, CompareColumn &right, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_left(left)
    , m_right(right)
{
    for (CompareColumn *column : {&left, &right})
        connect(column, &CompareColumn::scrolled, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CompareGutter::setComparison(const ComparisonPtr &comparison)
{
    m_comparison = comparison;
    update();
}

void CompareGutter::setLook(const CompareLook &look)
{
    m_look = look;
    update();
}

bool CompareGutter::shows(int passage) const
{
    return m_look.filter != CompareFilter::OnlyHere &&
           (m_look.filter != CompareFilter::Different || m_comparison->passages[size_t(passage)].differs);
}

QPainterPath CompareGutter::ribbon(int passage) const
{
    const auto left = m_left.extent(passage);
    const auto right = m_right.extent(passage);
    QPainterPath path;
    if (!left || !right || std::max(left->second, right->second) < 0 ||
        std::min(left->first, right->first) > height())
        return path;
    const qreal bend = width() / 2.0;
    path.moveTo(0, left->first);
    path.cubicTo(bend, left->first, bend, right->first, width(), right->first);
    path.lineTo(width(), right->second);
    path.cubicTo(bend, right->second, bend, left->second, 0, left->second);
    path.closeSubpath();
    return path;
}

void CompareGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(rect(), tokens.list);
    if (m_comparison) {
        for (size_t i = 0; i < m_comparison->passages.size(); ++i) {
            const QPainterPath path = shows(int(i)) ? ribbon(int(i)) : QPainterPath();
            if (path.isEmpty())
                continue;
            const MarkColour colour = passageColour(*m_comparison, int(i));
            painter.setPen(QPen(faded(tokens.markEdgeOf(colour), edgeOpacity), 1));
            painter.setBrush(faded(tokens.markOf(colour), fillOpacity));
            painter.drawPath(path);
        }
    }
    painter.fillRect(0, 0, 1, height(), tokens.line);
    painter.fillRect(width() - 1, 0, 1, height(), tokens.line);
}

void CompareGutter::mousePressEvent(QMouseEvent *event)
{
    if (!m_comparison || event->button() != Qt::LeftButton)
        return;
    for (size_t i = m_comparison->passages.size(); i-- > 0;)
        if (shows(int(i)) && ribbon(int(i)).contains(event->position()))
            return passageClicked(int(i));
}

} // namespace Lectern
