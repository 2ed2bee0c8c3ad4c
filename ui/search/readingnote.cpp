#include "search/readingnote.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int pauseMilliseconds = 350;
constexpr int stayMilliseconds = 7000;
constexpr int gap = 6; ///< under the field
constexpr int padding = 12;
constexpr int verticalPadding = 8;
constexpr int lineHeight = 18;
constexpr qreal radius = 9;

QFont noteFont()
{
    return Fonts::ui(12);
}

/// Of the wrapped words.
int heightOf(const QString &words, int width)
{
    const QFontMetrics metrics(noteFont());
    const QRect bounds = metrics.boundingRect(QRect(0, 0, width, 0), Qt::TextWordWrap, words);
    return std::max(lineHeight, bounds.height() + lineHeight - metrics.height());
}

} // namespace

ReadingNote::ReadingNote(const Theme &theme, QWidget *field)
    : QWidget(field->window())
    , m_theme(theme)
    , m_field(field)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setVisible(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    m_stay.setSingleShot(true);
    m_stay.setInterval(stayMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &ReadingNote::appear);
    connect(&m_stay, &QTimer::timeout, this, &QWidget::hide);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ReadingNote::tell(const QStringList &lines, const QRect &place)
{
    const bool isNews = lines != m_lines;
    m_lines = lines;
    m_place = place;
    if (isVisible())
        appear();
    else if (isNews)
        m_pause.start();
}

void ReadingNote::dismiss()
{
    m_lines.clear();
    m_pause.stop();
    m_stay.stop();
    hide();
}

void ReadingNote::appear()
{
    // The field may have come into a window since.
    if (parentWidget() != m_field->window())
        setParent(m_field->window());
    const QFontMetrics metrics(noteFont());
    int widest = 0;
    for (const QString &line : std::as_const(m_lines))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    const int wide = std::min(widest + 2 * padding + 2, m_place.width());
    int high = 2 * verticalPadding;
    for (const QString &line : std::as_const(m_lines))
        high += heightOf(line, wide - 2 * padding);
    const QSize size(wide, high);
    setGeometry(QRect(m_field->mapTo(m_field->window(), m_place.bottomLeft()) + QPoint(0, gap), size));
    raise();
    show();
    m_stay.start();
    update();
}

void ReadingNote::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line);
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setFont(noteFont());
    painter.setPen(t.ink3);
    QRect line(padding, verticalPadding, width() - 2 * padding, 0);
    for (const QString &words : std::as_const(m_lines)) {
        line.setHeight(heightOf(words, line.width()));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, words);
        line.translate(0, line.height());
    }
}

} // namespace Lectern
