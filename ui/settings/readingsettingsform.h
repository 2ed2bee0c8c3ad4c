#pragma once

#include "style/readingstyle.h"
#include "style/theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Lectern {

class FamilyChoice;
class TextButton;
class ThemeSwatch;
class ThinSlider;
class Toggle;

/// Theme, font, size, width and spacing of the text, in force while they are changed.
class ReadingSettingsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingSettingsForm)

public:
    explicit ReadingSettingsForm(const Theme &theme, QWidget *parent = nullptr);

    /// Shows what is in force, without a signal.
    void setReadingStyle(const ReadingStyle &style);
    void setThemeChoice(ThemeChoice choice);
    const ReadingStyle &readingStyle() const { return m_style; }

    /// Gives the keyboard to the chosen theme.
    void focusFirst();
    /// Where the keyboard goes, in order.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void themeChosen(Lectern::ThemeChoice choice);
    void styleChanged(const Lectern::ReadingStyle &style);

private:
    void buildThemes(QVBoxLayout &column);
    void buildType(QVBoxLayout &column);
    ThinSlider *addSlider(QVBoxLayout &column, const QString &name, int least, int most, QLabel *&value);
    void applyTheme();
    void showStyle();
    /// Takes the controls' values over and tells the world.
    void readControls();

    const Theme &m_theme;
    ReadingStyle m_style;
    QList<ThemeSwatch *> m_swatches;
    QList<QLabel *> m_names;
    FamilyChoice *m_family = nullptr;
    ThinSlider *m_size = nullptr;
    ThinSlider *m_measure = nullptr;
    ThinSlider *m_lineHeight = nullptr;
    ThinSlider *m_paragraphGap = nullptr;
    QLabel *m_sizeValue = nullptr;
    QLabel *m_measureValue = nullptr;
    QLabel *m_lineHeightValue = nullptr;
    QLabel *m_paragraphGapValue = nullptr;
    Toggle *m_justified = nullptr;
    TextButton *m_reset = nullptr;
    bool m_isShowing = false; ///< the controls are being set, not used
};

} // namespace Lectern
