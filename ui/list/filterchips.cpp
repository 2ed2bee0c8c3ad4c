#include "list/filterchips.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int chipHeight = 26;
constexpr int chipPadding = 11;
constexpr int chipGap = 6;

/// One chip: words in a rounded outline, on tint when it is chosen.
class ChipButton final : public QAbstractButton
{
public:
    ChipButton(const Theme &theme, const QString &text, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setText(text);
        setFont(Fonts::ui(12, QFont::Medium));
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2 * chipPadding, chipHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(isChecked() ? t.tint : t.line);
        painter.setBrush(isChecked() ? t.tint : underMouse() ? t.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
        if (hasFocus()) {
            painter.setPen(QPen(t.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(frame.adjusted(0.25, 0.25, -0.25, -0.25), chipHeight / 2.0,
                                    chipHeight / 2.0);
        }
        painter.setPen(isChecked() ? t.tintInk : t.ink2);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    const Theme &m_theme;
};

} // namespace

FilterChips::FilterChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(chipGap);
    addChip(theme, ArticleFilter::All, tr("All"));
    addChip(theme, ArticleFilter::Unread, tr("Unread"));
    addChip(theme, ArticleFilter::Kept, tr("Highlighted"));
    layout->addStretch();
    setCurrent(ArticleFilter::All);
}

void FilterChips::addChip(const Theme &theme, ArticleFilter filter, const QString &text)
{
    auto *chip = new ChipButton(theme, text, this);
    connect(chip, &QAbstractButton::clicked, this, [this, filter] {
        m_current = filter;
        Q_EMIT picked(filter);
    });
    m_chips.push_back({filter, chip});
    layout()->addWidget(chip);
}

void FilterChips::setCurrent(ArticleFilter filter)
{
    m_current = filter;
    for (const Chip &chip : m_chips)
        chip.button->setChecked(chip.filter == filter);
}

} // namespace Lectern
