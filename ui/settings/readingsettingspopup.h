#pragma once

#include "style/readingstyle.h"
#include "style/theme.h"

#include <QPointer>
#include <QWidget>

namespace Lectern {

class ReadingSettingsForm;

/// The card under the "Aa" button: the form of reading settings. It lies inside its window, so that its
/// shadow needs no compositor; a press elsewhere or Escape closes it.
class ReadingSettingsPopup final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingSettingsPopup)

public:
    ReadingSettingsPopup(const Theme &theme, QWidget *window);

    /// Shows what is in force, without a signal.
    void setReadingStyle(const ReadingStyle &style);
    void setThemeChoice(ThemeChoice choice);
    const ReadingStyle &readingStyle() const;

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
    const Theme &m_theme;
    ReadingSettingsForm *m_form;
    QPointer<QWidget> m_focusBefore;
};

} // namespace Lectern
