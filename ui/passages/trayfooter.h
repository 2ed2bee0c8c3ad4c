#pragma once

#include <QStringList>
#include <QWidget>

namespace Lectern {

class SegmentedControl;
class TextButton;
class Theme;

/// How passages leave the tray: the format, and the button that says how many. 112 px high. The control
/// offers three formats and "More"; a format that was chosen under More takes its place.
class TrayFooter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayFooter)

public:
    explicit TrayFooter(const Theme &theme, QWidget *parent = nullptr);

    /// By its name in exporters(); "markdown" at first.
    QString format() const { return m_format; }
    /// Unknown names change nothing.
    void setFormat(const QString &format);
    /// How many passages an export would hold; none disables it.
    void setCount(int count);

    QSize sizeHint() const override { return {280, 112}; }

Q_SIGNALS:
    void exportRequested();
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showFormats();

    const Theme &m_theme;
    QString m_format;
    QStringList m_offered; ///< formats of the first segments
    int m_count = 0;
    SegmentedControl *m_segments;
    TextButton *m_button;
};

} // namespace Lectern
