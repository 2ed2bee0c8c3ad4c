#pragma once

#include <QComboBox>

namespace Lectern {

class Theme;

/// Offers the font families for reading, our own first, each shown in itself. The first stands for "the
/// family we choose": "".
class FamilyChoice final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FamilyChoice)

public:
    explicit FamilyChoice(const Theme &theme, QWidget *parent = nullptr);

    /// "" for our own choice.
    QString family() const;
    /// Chooses without a signal; a family that is not installed is shown by its name all the same.
    void setFamily(const QString &family);

    QSize sizeHint() const override { return {188, 34}; }
    QSize minimumSizeHint() const override { return {120, 34}; }

Q_SIGNALS:
    /// The user chose.
    void familyChosen(const QString &family);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showPopup() override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void applyTheme();
    void fill();

    const Theme &m_theme;
    bool m_isFilled = false;
};

} // namespace Lectern
