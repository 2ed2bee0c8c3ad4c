#pragma once

#include <QRect>
#include <QStringList>
#include <QWidget>

#include <vector>

class QPainter;

namespace Lectern {

class Theme;
struct Tokens;

/// Keys as they stand on a keyboard, one cap for each: "Ctrl+Shift+C" is three. Several shortcuts are parted
/// by "or".
class KeyCaps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCaps)

public:
    static constexpr int capHeight = 22; ///< logical pixels

    /// The caps of some shortcuts laid side by side, for those who paint them into something of their own.
    class Row
    {
    public:
        explicit Row(const QStringList &shortcuts);

        int width() const { return m_width; }
        /// `at` is the left upper corner.
        void paint(QPainter &painter, QPoint at, const Tokens &tokens) const;

    private:
        struct Piece
        {
            QRect rect;
            QString text;
            bool isCap = true;
        };
        std::vector<Piece> m_pieces;
        int m_width = 0;
    };

    KeyCaps(const Theme &theme, const QStringList &shortcuts, QWidget *parent = nullptr);

    void setShortcuts(const QStringList &shortcuts);
    /// The keys of one shortcut; the plus key itself is a key, too.
    static QStringList keysOf(const QString &shortcut);

    QSize sizeHint() const override { return {m_row.width(), capHeight}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Row m_row;
};

} // namespace Lectern
