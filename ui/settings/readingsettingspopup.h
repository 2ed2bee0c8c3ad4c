#pragma once

#include "style/readingstyle.h"
#include "style/theme.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Lectern {

class FamilyChoice;
class TextButton;
class ThemeSwatch;
class ThinSlider;
class Toggle;

/// The card under the "Aa" button: theme, font, size, width and spacing of the text, in force while they are
/// changed. It lies inside its window, so that its shadow needs no compositor; a press elsewhere or Escape
/// closes it.
class ReadingSettingsPopup final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingSettingsPopup)

public:
    ReadingSettingsPopup(const Theme &theme, QWidget *window);

    /// Shows what is in force, without a signal.
    void setReadingStyle(const ReadingStyle &style);
    void setThemeChoice(ThemeChoice choice);
    const ReadingStyle &readingStyle() const { return m_style; }

    /// Opens it below a widget of the same window, right edges aligned as far as there is room, and takes the
    /// keyboard focus.
    void popup(const QWidget *anchor);

Q_SIGNALS:
    void themeChosen(Lectern::ThemeChoice choice);
    void styleChanged(const Lectern::ReadingStyle &style);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool focusNextPrevChild(bool next) override;

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
    QPointer<QWidget> m_focusBefore;
    bool m_isShowing = false; ///< the controls are being set, not used
};

} // namespace Lectern
