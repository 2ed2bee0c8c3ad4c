#include "review/wordingview.h"

#include "style/fonts.h"
#include "style/theme.h"
#include "style/wordingpaint.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int baseline = 17; ///< in a line
constexpr int usualWidth = 480;

} // namespace

WordingView::WordingView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WordingView::setWording(const QString &text, const std::vector<WordingPart> &parts)
{
    QString shown = text;
    shown.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    m_layout.setText(shown);
    m_parts = parts;
    m_laidOutFor = -1;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void WordingView::setMostLines(int lines)
{
    m_mostLines = lines;
    m_laidOutFor = -1;
    updateGeometry();
}

int WordingView::layOut(int width) const
{
    if (m_laidOutFor != width) {
        m_laidOutFor = width;
        m_layout.setFont(Fonts::text(15));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        m_layout.setCacheEnabled(true);
        m_layout.beginLayout();
        for (int i = 0;; ++i) {
            QTextLine line = m_layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(qMax(40, width - 2));
            line.setPosition(QPointF(0, i * lineHeight + baseline - line.ascent()));
        }
        m_layout.endLayout();
    }
    return qMax(1, m_mostLines > 0 ? qMin(m_mostLines, m_layout.lineCount()) : m_layout.lineCount());
}

int WordingView::heightForWidth(int width) const
{
    return layOut(width) * lineHeight;
}

QSize WordingView::sizeHint() const
{
    return {usualWidth, heightForWidth(usualWidth)};
}

void WordingView::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int lines = layOut(width());
    const QPointF origin(0, 0);
    WordingPaint::paintGrounds(painter, m_layout, origin, lines, m_parts, t);
    painter.setPen(t.ink);
    const bool isCut = lines < m_layout.lineCount();
    for (int i = 0; i < (isCut ? lines - 1 : lines) && i < m_layout.lineCount(); ++i)
        m_layout.lineAt(i).draw(&painter, origin);
    if (isCut) {
        const QTextLine last = m_layout.lineAt(lines - 1);
        const QString rest = m_layout.text().mid(last.textStart());
        painter.setFont(m_layout.font());
        painter.drawText(QPointF(0, last.y() + last.ascent()),
                         QFontMetrics(m_layout.font()).elidedText(rest, Qt::ElideRight, width() - 2));
    }
    WordingPaint::paintLines(painter, m_layout, origin, lines, m_parts, t);
}

} // namespace Lectern
