#pragma once

#include <QLabel>

namespace Lectern {

class Theme;

/// Which ink words are written in.
enum class TextTone : quint8 { Ink, Ink2, Ink3, Danger };

/// Words in a font of the interface and in an ink of the theme. Its text is plain.
class TextLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextLabel)

public:
    /// `pixels` is the font's size.
    TextLabel(const Theme &theme, const QString &text, int pixels, QFont::Weight weight = QFont::Normal,
              TextTone tone = TextTone::Ink, QWidget *parent = nullptr);

private:
    void applyColours();

    const Theme &m_theme;
    TextTone m_tone;
};

} // namespace Lectern
