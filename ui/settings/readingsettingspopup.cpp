#include "settings/readingsettingspopup.h"

#include "settings/readingsettingsform.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int shadow = 10; ///< room around the card
constexpr int cardWidth = 336;
constexpr int padding = 18;
constexpr int radius = 12;
constexpr float shadowStep = 0.01F;

} // namespace

ReadingSettingsPopup::ReadingSettingsPopup(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_form(new ReadingSettingsForm(theme, this))
{
    setAccessibleName(tr("Reading settings"));
    setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(shadow + padding, shadow + padding, shadow + padding, shadow + padding - 4);
    column->addWidget(m_form);
    setFixedWidth(cardWidth + 2 * shadow);
    connect(m_form, &ReadingSettingsForm::themeChosen, this, &ReadingSettingsPopup::themeChosen);
    connect(m_form, &ReadingSettingsForm::styleChanged, this, &ReadingSettingsPopup::styleChanged);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ReadingSettingsPopup::setReadingStyle(const ReadingStyle &style)
{
    m_form->setReadingStyle(style);
}

void ReadingSettingsPopup::setThemeChoice(ThemeChoice choice)
{
    m_form->setThemeChoice(choice);
}

const ReadingStyle &ReadingSettingsPopup::readingStyle() const
{
    return m_form->readingStyle();
}

void ReadingSettingsPopup::popup(const QWidget *anchor)
{
    adjustSize();
    const QWidget *frame = parentWidget();
    const QPoint corner = anchor->mapTo(frame, QPoint(anchor->width(), anchor->height()));
    const int x = qBound(0, corner.x() - width() + shadow, qMax(0, frame->width() - width()));
    const int y = qBound(0, corner.y() - shadow + 6, qMax(0, frame->height() - height()));
    move(x, y);
    m_focusBefore = QApplication::focusWidget();
    raise();
    show();
    m_form->focusFirst();
    qApp->installEventFilter(this);
}

/// A press in this window beside the card closes it; presses in other windows (the list of fonts) do not.
bool ReadingSettingsPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType())
        return false;
    const QWidget *pressed = static_cast<const QWidget *>(watched);
    if (pressed->window() == window() && pressed != this && !isAncestorOf(pressed))
        hide();
    return false;
}

/// A press on the card goes no further, or it would look like one beside it.
void ReadingSettingsPopup::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void ReadingSettingsPopup::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
    if (m_focusBefore && (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget())))
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
    Q_EMIT closed();
}

/// Tab goes round inside the card.
bool ReadingSettingsPopup::focusNextPrevChild(bool next)
{
    const QList<QWidget *> stops = m_form->stops();
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype count = stops.size();
    stops[(at + count + (next ? 1 : -1)) % count]->setFocus(next ? Qt::TabFocusReason
                                                                 : Qt::BacktabFocusReason);
    return true;
}

void ReadingSettingsPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    // Nothing that is pressed here may reach the window behind.
    event->accept();
}

void ReadingSettingsPopup::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    QColor shade(Qt::black);
    shade.setAlphaF(shadowStep);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    for (int step = 1; step <= shadow; ++step)
        painter.drawRoundedRect(card.adjusted(-step, -step + 3, step, qMin(step + 3, shadow)), radius + step,
                                radius + step);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace Lectern
