#pragma once

#include <QString>
#include <QStringView>

namespace Lectern {

/// Whether a pattern fits a word as a whole: `*` stands for any number of code points, `?` for exactly one,
/// everything else for itself. Both are folded.
bool wildcardFits(QStringView pattern, QStringView word);
/// What every word begins with that the pattern fits.
QStringView wildcardBeginning(QStringView pattern);

/// Whether no more than `limit` edits make one word of the other: insertion, deletion and replacement of a
/// code point and transposition of two neighbours count one each, and nothing is edited twice (optimal string
/// alignment).
bool isWithinEdits(QStringView a, QStringView b, int limit);

/// A word as it is written, for comparison by capitals, accents and marks: in NFC, without soft hyphens.
QString writtenForm(QStringView written);

} // namespace Lectern
