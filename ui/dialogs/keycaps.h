#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace Lectern {

class Theme;

/// Keys as they stand on a keyboard, one cap for each: "Ctrl+Shift+C" is three. Several shortcuts are parted
/// by "or".
class KeyCaps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCaps)

public:
    KeyCaps(const Theme &theme, const QStringList &shortcuts, QWidget *parent = nullptr);

    /// The keys of one shortcut; the plus key itself is a key, too.
    static QStringList keysOf(const QString &shortcut);

    QSize sizeHint() const override { return {m_width, 22}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Piece
    {
        QRect rect;
        QString text;
        bool isCap = true;
    };

    const Theme &m_theme;
    std::vector<Piece> m_pieces;
    int m_width = 0;
};

} // namespace Lectern
