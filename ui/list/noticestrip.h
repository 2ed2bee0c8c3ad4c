#pragma once

#include <QWidget>

namespace Lectern {

class TextButton;
class Theme;

/// A strip that says one thing and offers one answer to it ("3 files could not be read" · Show). Hidden when
/// there is nothing to say.
class NoticeStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeStrip)

public:
    explicit NoticeStrip(const Theme &theme, QWidget *parent = nullptr);

    /// An empty text hides the strip; an empty label the button.
    void setNotice(const QString &text, const QString &actionLabel);

    QSize sizeHint() const override { return {200, height}; }

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int height = 34;

    void placeButton();

    const Theme &m_theme;
    TextButton *m_action;
    QString m_text;
};

} // namespace Lectern
