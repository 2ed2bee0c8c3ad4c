#pragma once

#include <QTextLayout>

namespace Lectern {

/// Fonts for scripts that the text faces lack and that want a face of their own beside a serif: Noto Naskh
/// for Arabic, the Noto Serif of each Indic script. Left to itself Qt takes any font, and complains about
/// each face that cannot shape the script. Ranges count from the text's start; a script without a font
/// installed has none. What these fonts lack comes from `otherFamilies`.
QList<QTextLayout::FormatRange> scriptFormats(QStringView text, const QStringList &otherFamilies);

} // namespace Lectern
