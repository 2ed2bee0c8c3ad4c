#pragma once

#include "import/richtext.h"

#include <QByteArray>
#include <QHash>

namespace Lectern {

/// What the styles of an OpenDocument text make of paragraphs and of runs of words (ODF 1.3, part 3, 16).
class OdtStyles
{
public:
    /// Adds the styles of styles.xml, or the automatic ones of content.xml, as far as they are sound.
    void add(const QByteArray &xml);

    /// The paragraph as the style sets it; its level and kind are what a <text:p> with that style is.
    RichParagraph paragraph(const QString &style) const;
    /// What the style changes of the style around it.
    RunStyle run(const QString &style, const RunStyle &around) const;
    bool isHidden(const QString &style) const;

private:
    struct Style
    {
        QString parent;
        RunStyle run;
        bool isHidden = false;
    };

    QHash<QString, Style> m_styles;
};

} // namespace Lectern
