#pragma once

#include <QFont>
#include <QStringList>

namespace Lectern::Fonts {

/// The font of the interface (Inter, else Noto Sans, DejaVu Sans), in pixels.
QFont ui(int pixels, QFont::Weight weight = QFont::Normal);

/// The font of articles and quotations, in pixels: the family given, else Charis SIL, Source Serif 4, Noto
/// Serif.
QFont text(qreal pixels, const QString &family = {});

/// Families offered for reading: those of ours that are installed, first, then every other scalable family.
QStringList readingFamilies();

} // namespace Lectern::Fonts
