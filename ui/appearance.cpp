#include "appearance.h"

#include "mainactions.h"
#include "readingview.h"
#include "settings/readingsettingspopup.h"
#include "style/theme.h"

namespace Lectern {

Appearance::Appearance(Theme &theme, const MainActions &actions, const ReadingView &view, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_view(view)
    , m_window(window)
{
    connect(actions.readingSettings, &QAction::triggered, this, &Appearance::showSettings);
    connect(actions.switchTheme, &QAction::triggered, this, [this] {
        m_theme.setChoice(m_theme.tokens().isDark ? ThemeChoice::Light : ThemeChoice::Dark);
    });
    connect(actions.larger, &QAction::triggered, this, [this] { changeTextSize(+1); });
    connect(actions.smaller, &QAction::triggered, this, [this] { changeTextSize(-1); });
    connect(actions.standardSize, &QAction::triggered, this, [this] { changeTextSize(0); });
    connect(actions.fullScreen, &QAction::toggled, window, [window](bool full) {
        window->setWindowState(window->windowState().setFlag(Qt::WindowFullScreen, full));
    });
    connect(&theme, &Theme::changed, window, qOverload<>(&QWidget::update));
}

void Appearance::setReadingStyle(const ReadingStyle &style)
{
    m_style = style;
    if (m_settings)
        m_settings->setReadingStyle(style);
    Q_EMIT readingStyleChanged(style);
}

void Appearance::changeTextSize(int by)
{
    ReadingStyle style = m_style;
    style.fontSize = by == 0 ? ReadingStyle().fontSize : qBound(15, style.fontSize + by, 28);
    setReadingStyle(style);
}

void Appearance::showSettings()
{
    if (!m_settings) {
        m_settings = new ReadingSettingsPopup(m_theme, m_window);
        connect(m_settings, &ReadingSettingsPopup::styleChanged, this, &Appearance::setReadingStyle);
        connect(m_settings, &ReadingSettingsPopup::themeChosen, &m_theme, &Theme::setChoice);
    }
    m_settings->setReadingStyle(m_style);
    m_settings->popup(m_view.settingsButton());
}

} // namespace Lectern
