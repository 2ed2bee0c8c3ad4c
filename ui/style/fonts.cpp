#include "style/fonts.h"

#include <QFontDatabase>

namespace Lectern::Fonts {

namespace {

QStringList installed(const QStringList &wanted)
{
    QStringList found;
    for (const QString &family : wanted)
        if (QFontDatabase::hasFamily(family))
            found += family;
    return found.isEmpty() ? wanted : found;
}

const QStringList &uiFamilies()
{
    static const QStringList families =
        installed({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK JP"),
                   QStringLiteral("DejaVu Sans")});
    return families;
}

const QStringList &textFamilies()
{
    static const QStringList families = installed(
        {QStringLiteral("Charis SIL"), QStringLiteral("Source Serif 4"), QStringLiteral("Noto Serif"),
         QStringLiteral("Noto Serif CJK JP"), QStringLiteral("DejaVu Serif")});
    return families;
}

} // namespace

QFont ui(int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(uiFamilies());
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont text(qreal pixels, const QString &family)
{
    QFont font;
    font.setFamilies(family.isEmpty() ? textFamilies() : QStringList(family) + textFamilies());
    font.setPixelSize(qRound(pixels));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QStringList readingFamilies()
{
    QStringList families;
    const QStringList ours{QStringLiteral("Charis SIL"), QStringLiteral("Source Serif 4"),
                           QStringLiteral("Noto Serif"), QStringLiteral("Inter"),
                           QStringLiteral("OpenDyslexic")};
    for (const QString &family : ours)
        if (QFontDatabase::hasFamily(family))
            families += family;
    for (const QString &family : QFontDatabase::families(QFontDatabase::Latin))
        if (!families.contains(family) && QFontDatabase::isSmoothlyScalable(family) &&
            !QFontDatabase::isPrivateFamily(family))
            families += family;
    return families;
}

} // namespace Lectern::Fonts
