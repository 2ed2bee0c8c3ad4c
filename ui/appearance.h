#pragma once

#include "style/readingstyle.h"

#include <QObject>

class QWidget;

namespace Lectern {

class MainActions;
class ReadingSettingsPopup;
class ReadingView;
class Theme;

/// How the window and its articles look: theme and reading style, changed by actions and by the card of
/// settings.
class Appearance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Appearance)

public:
    Appearance(Theme &theme, const MainActions &actions, const ReadingView &view, QWidget *window);

    const ReadingStyle &readingStyle() const { return m_style; }
    void setReadingStyle(const ReadingStyle &style);

Q_SIGNALS:
    void readingStyleChanged(const Lectern::ReadingStyle &style);

private:
    /// In pixels; 0 goes back to the standard size.
    void changeTextSize(int by);
    void showSettings();

    Theme &m_theme;
    const ReadingView &m_view;
    QWidget *m_window;
    ReadingStyle m_style;
    ReadingSettingsPopup *m_settings = nullptr;
};

} // namespace Lectern
