#include "settings/themeswatch.h"

#include "style/fonts.h"

#include <QPainter>
#include <QPainterPath>

namespace Lectern {

namespace {

constexpr qreal paperHeight = 44;
constexpr qreal radius = 9;

Tokens tokensOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Sepia:
        return Tokens::sepia();
    case ThemeChoice::Dark:
        return Tokens::dark();
    case ThemeChoice::Light:
    case ThemeChoice::System:
        break;
    }
    return Tokens::light();
}

} // namespace

ThemeSwatch::ThemeSwatch(const Theme &theme, ThemeChoice choice, const QString &words, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_choice(choice)
{
    setText(words);
    setAccessibleName(words);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ThemeSwatch::paintPaper(QPainter &painter, const QRectF &paper) const
{
    const Tokens own = tokensOf(m_choice);
    QPainterPath outline;
    outline.addRoundedRect(paper, radius, radius);
    painter.fillPath(outline, own.paper);
    painter.setFont(Fonts::text(19));
    painter.setPen(own.ink);
    painter.drawText(paper, Qt::AlignCenter, QStringLiteral("Aa"));
    if (m_choice != ThemeChoice::System)
        return;
    // The system decides: the right half shows the other answer.
    const Tokens other = Tokens::dark();
    painter.save();
    painter.setClipRect(QRectF(paper.center().x(), paper.top(), paper.width() / 2, paper.height()));
    painter.fillPath(outline, other.paper);
    painter.setPen(other.ink);
    painter.drawText(paper, Qt::AlignCenter, QStringLiteral("Aa"));
    painter.restore();
}

void ThemeSwatch::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF paper = QRectF(3, 3, width() - 6, paperHeight);
    paintPaper(painter, paper);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isChecked() ? t.accent : t.line, isChecked() ? 2 : 1));
    painter.drawRoundedRect(paper, radius, radius);
    if (hasFocus()) {
        QColor ring = t.accent;
        ring.setAlphaF(0.35F);
        painter.setPen(QPen(ring, 3));
        painter.drawRoundedRect(paper.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5);
    }
    painter.setFont(Fonts::ui(12, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isChecked() ? t.ink : t.ink3);
    painter.drawText(QRectF(0, paperHeight + 6, width(), height() - paperHeight - 6), Qt::AlignCenter,
                     text());
}

} // namespace Lectern
