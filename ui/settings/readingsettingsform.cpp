#include "settings/readingsettingsform.h"

#include "settings/familychoice.h"
#include "settings/themeswatch.h"
#include "settings/thinslider.h"
#include "settings/toggle.h"
#include "style/fonts.h"
#include "style/textbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace Lectern {

namespace {

// Sliders count in whole steps; so many make 1.
constexpr qreal lineHeightSteps = 20;
constexpr qreal paragraphGapSteps = 10;

} // namespace

ReadingSettingsForm::ReadingSettingsForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Reading settings"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    buildThemes(*column);
    buildType(*column);
    connect(&m_theme, &Theme::changed, this, &ReadingSettingsForm::applyTheme);
    applyTheme();
    showStyle();
}

void ReadingSettingsForm::buildThemes(QVBoxLayout &column)
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

void ReadingSettingsForm::buildType(QVBoxLayout &column)
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

    connect(m_family, &FamilyChoice::familyChosen, this, &ReadingSettingsForm::readControls);
    connect(m_justified, &QAbstractButton::toggled, this, &ReadingSettingsForm::readControls);
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        setReadingStyle({});
        Q_EMIT styleChanged(m_style);
    });
}

ThinSlider *ReadingSettingsForm::addSlider(QVBoxLayout &column, const QString &name, int least, int most,
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
    connect(slider, &QSlider::valueChanged, this, &ReadingSettingsForm::readControls);
    return slider;
}

void ReadingSettingsForm::applyTheme()
{
    for (QLabel *label : m_names) {
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, m_theme.tokens().ink2);
        label->setPalette(colours);
        label->setFont(Fonts::ui(13));
    }
    setThemeChoice(m_theme.choice());
}

void ReadingSettingsForm::setThemeChoice(ThemeChoice choice)
{
    for (ThemeSwatch *swatch : m_swatches)
        if (swatch->choice() == choice)
            swatch->setChecked(true);
}

void ReadingSettingsForm::setReadingStyle(const ReadingStyle &style)
{
    m_style = style;
    showStyle();
}

void ReadingSettingsForm::showStyle()
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

void ReadingSettingsForm::readControls()
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

void ReadingSettingsForm::focusFirst()
{
    for (ThemeSwatch *swatch : m_swatches)
        if (swatch->isChecked())
            swatch->setFocus(Qt::PopupFocusReason);
}

QList<QWidget *> ReadingSettingsForm::stops() const
{
    QList<QWidget *> stops;
    for (ThemeSwatch *swatch : m_swatches)
        if (swatch->isChecked() || swatch->hasFocus())
            stops.append(swatch);
    return stops +
           QList<QWidget *>{m_family, m_size, m_measure, m_lineHeight, m_paragraphGap, m_justified, m_reset};
}

} // namespace Lectern
