#include "settings/readingsettingspopup.h"

#include "settings/familychoice.h"
#include "settings/themeswatch.h"
#include "settings/thinslider.h"
#include "settings/toggle.h"
#include "style/fonts.h"
#include "style/textbutton.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int shadow = 10; ///< room around the card
constexpr int cardWidth = 336;
constexpr int padding = 18;
constexpr int radius = 12;
constexpr float shadowStep = 0.01F;

// Sliders count in whole steps; so many make 1.
constexpr qreal lineHeightSteps = 20;
constexpr qreal paragraphGapSteps = 10;

} // namespace

ReadingSettingsPopup::ReadingSettingsPopup(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
{
    setAccessibleName(tr("Reading settings"));
    setFocusPolicy(Qt::NoFocus);
    QVBoxLayout *column = new QVBoxLayout(this);
    column->setContentsMargins(shadow + padding, shadow + padding, shadow + padding, shadow + padding - 4);
    column->setSpacing(8);
    buildThemes(*column);
    buildType(*column);
    setFixedWidth(cardWidth + 2 * shadow);
    connect(&m_theme, &Theme::changed, this, &ReadingSettingsPopup::applyTheme);
    applyTheme();
    showStyle();
    hide();
}

void ReadingSettingsPopup::buildThemes(QVBoxLayout &column)
{
    const std::pair<ThemeChoice, QString> choices[] = {
        {ThemeChoice::Light, tr("Light")},
        {ThemeChoice::Sepia, tr("Sepia")},
        {ThemeChoice::Dark, tr("Dark")},
        {ThemeChoice::System, tr("System")},
    };
    QWidget *group = new QWidget(this);
    group->setAccessibleName(tr("Theme"));
    QHBoxLayout *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 6);
    row->setSpacing(12);
    for (const auto &[choice, words] : choices) {
        ThemeSwatch *swatch = new ThemeSwatch(m_theme, choice, words, group);
        connect(swatch, &QAbstractButton::clicked, this, [this, c = choice] { Q_EMIT themeChosen(c); });
        row->addWidget(swatch);
        m_swatches.append(swatch);
    }
    column.addWidget(group);
}

void ReadingSettingsPopup::buildType(QVBoxLayout &column)
{
    QHBoxLayout *row = new QHBoxLayout;
    QLabel *name = new QLabel(tr("Font"), this);
    m_family = new FamilyChoice(m_theme, this);
    m_family->setAccessibleName(tr("Font"));
    row->addWidget(name);
    row->addStretch();
    row->addWidget(m_family);
    column.addLayout(row);
    m_names.append(name);

    m_size = addSlider(column, tr("Size"), 15, 28, m_sizeValue);
    m_measure = addSlider(column, tr("Width"), 50, 90, m_measureValue);
    m_lineHeight = addSlider(column, tr("Line spacing"), qRound(1.3 * lineHeightSteps),
                             qRound(2.0 * lineHeightSteps), m_lineHeightValue);
    m_paragraphGap =
        addSlider(column, tr("Paragraph gap"), 0, qRound(2.0 * paragraphGapSteps), m_paragraphGapValue);
    m_justified = new Toggle(m_theme, tr("Justify"), this);
    column.addWidget(m_justified);
    m_reset = new TextButton(m_theme, ButtonKind::Quiet, tr("Reset to defaults"), this);
    column.addWidget(m_reset, 0, Qt::AlignHCenter);

    connect(m_family, &FamilyChoice::familyChosen, this, &ReadingSettingsPopup::readControls);
    connect(m_justified, &QAbstractButton::toggled, this, &ReadingSettingsPopup::readControls);
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        setReadingStyle({});
        Q_EMIT styleChanged(m_style);
    });
}

ThinSlider *ReadingSettingsPopup::addSlider(QVBoxLayout &column, const QString &name, int least, int most,
                                            QLabel *&value)
{
    QHBoxLayout *row = new QHBoxLayout;
    QLabel *words = new QLabel(name, this);
    words->setFixedWidth(104);
    ThinSlider *slider = new ThinSlider(m_theme, this);
    slider->setRange(least, most);
    slider->setPageStep(qMax(1, (most - least) / 5));
    slider->setAccessibleName(name);
    value = new QLabel(this);
    value->setFixedWidth(36);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(words);
    row->addWidget(slider, 1);
    row->addWidget(value);
    column.addLayout(row);
    m_names.append({words, value});
    connect(slider, &QSlider::valueChanged, this, &ReadingSettingsPopup::readControls);
    return slider;
}

void ReadingSettingsPopup::applyTheme()
{
    for (QLabel *label : m_names) {
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, m_theme.tokens().ink2);
        label->setPalette(colours);
        label->setFont(Fonts::ui(13));
    }
    setThemeChoice(m_theme.choice());
    update();
}

void ReadingSettingsPopup::setThemeChoice(ThemeChoice choice)
{
    for (ThemeSwatch *swatch : m_swatches)
        if (swatch->choice() == choice)
            swatch->setChecked(true);
}

void ReadingSettingsPopup::setReadingStyle(const ReadingStyle &style)
{
    m_style = style;
    showStyle();
}

void ReadingSettingsPopup::showStyle()
{
    m_isShowing = true;
    m_family->setFamily(m_style.family);
    m_size->setValue(m_style.fontSize);
    m_measure->setValue(m_style.measure);
    m_lineHeight->setValue(qRound(m_style.lineHeight * lineHeightSteps));
    m_paragraphGap->setValue(qRound(m_style.paragraphGap * paragraphGapSteps));
    m_justified->setChecked(m_style.justified);
    m_isShowing = false;

    const QLocale locale;
    m_sizeValue->setText(locale.toString(m_style.fontSize));
    m_measureValue->setText(locale.toString(m_style.measure));
    m_lineHeightValue->setText(locale.toString(m_style.lineHeight, 'f', 2));
    m_paragraphGapValue->setText(locale.toString(m_style.paragraphGap, 'f', 1));
}

void ReadingSettingsPopup::readControls()
{
    if (m_isShowing)
        return;
    ReadingStyle style;
    style.family = m_family->family();
    style.fontSize = m_size->value();
    style.measure = m_measure->value();
    style.lineHeight = m_lineHeight->value() / lineHeightSteps;
    style.paragraphGap = m_paragraphGap->value() / paragraphGapSteps;
    style.justified = m_justified->isChecked();
    if (style == m_style)
        return;
    setReadingStyle(style);
    Q_EMIT styleChanged(m_style);
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
    for (ThemeSwatch *swatch : m_swatches)
        if (swatch->isChecked())
            swatch->setFocus(Qt::PopupFocusReason);
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
    QList<QWidget *> stops;
    for (ThemeSwatch *swatch : m_swatches)
        if (swatch->isChecked() || swatch->hasFocus())
            stops.append(swatch);
    stops += {m_family, m_size, m_measure, m_lineHeight, m_paragraphGap, m_justified, m_reset};
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
