#pragma once

#include <QComboBox>

namespace Lectern {

class Theme;

/// A combo box in the program's own paint: 34 px high, r8, its list on a card. It stays a QComboBox, so that
/// keys and accessibility work as everywhere.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceBox)

public:
    explicit ChoiceBox(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {188, 34}; }
    QSize minimumSizeHint() const override { return {120, 34}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showPopup() override;

private:
    void applyTheme();

    const Theme &m_theme;
};

} // namespace Lectern
