#pragma once

#include <QVariantAnimation>
#include <QWidget>

namespace Lectern {

class IconButton;
class Theme;

/// A quiet strip that tells how far some work is: a 2 px line over words, with a cancel button. Hidden when
/// there is no work.
class ProgressStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressStrip)

public:
    explicit ProgressStrip(const Theme &theme, QWidget *parent = nullptr);

    /// `fraction` is 0 to 1; below 0 hides the strip; NaN when it is not known, then the line runs to and
    /// fro.
    void setProgress(const QString &text, double fraction);

    QSize sizeHint() const override { return {200, height}; }

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int height = 32;

    const Theme &m_theme;
    IconButton *m_cancel;
    QString m_text;
    double m_fraction = -1;
    QVariantAnimation m_run; ///< where the line is while the fraction is unknown, 0 to 1
};

} // namespace Lectern
