#pragma once

#include "keymap.h"

#include <QPointer>

namespace Lectern {

class Appearance;
class KeysPage;
class SettingsWindow;
class Theme;

/// Opens the window of settings, which gathers what actions, the appearance and the keymap offer.
class SettingsJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsJourney)

public:
    SettingsJourney(const MainActions &actions, Appearance &appearance, WindowState &state, Theme &theme,
                    QWidget *window);

    Keymap &keymap() { return m_keymap; }

private:
    void open();
    void addGeneral(SettingsWindow &settings);
    void addReading(SettingsWindow &settings);
    void addKeys(SettingsWindow &settings);
    void addLibrary(SettingsWindow &settings);
    void showKeys(KeysPage *page) const;

    const MainActions &m_actions;
    Appearance &m_appearance;
    Theme &m_theme;
    QWidget *m_window;
    Keymap m_keymap;
    QPointer<SettingsWindow> m_settings;
    int m_section = 0; ///< shown last
};

} // namespace Lectern
