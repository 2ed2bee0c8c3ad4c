#include "style/textlabel.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QPalette>

namespace Lectern {

TextLabel::TextLabel(const Theme &theme, const QString &text, int pixels, QFont::Weight weight, TextTone tone,
                     QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(Fonts::ui(pixels, weight));
    applyColours();
    connect(&theme, &Theme::changed, this, &TextLabel::applyColours);
}

void TextLabel::applyColours()
{
    const Tokens &t = m_theme.tokens();
    const QColor inks[] = {t.ink, t.ink2, t.ink3, t.danger};
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, inks[size_t(m_tone)]);
    setPalette(colours);
}

} // namespace Lectern
