#pragma once

#include <QStringView>

#include <vector>

namespace Lectern {

/// Places in one line where a sentence may begin although UAX #29 sees none: after an ellipsis character or a
/// footnote mark, where the space after a full stop is missing, at the items of a list that runs on in the
/// line. Ascending.
std::vector<qsizetype> furtherBoundaries(QStringView line);

/// A boundary of UAX #29 where people see it: in front of an opening bracket that touches the full stop
/// before, behind a closing quotation mark that white space parts from it (« Oui ! »).
qsizetype mendedBoundary(QStringView line, qsizetype at);

/// True when the sentence that begins at `start` ends before `at`, where UAX #29 or furtherBoundaries() see
/// an end: not after abbreviations and initials, not before what goes on in lower case.
bool isSentenceEnd(QStringView line, qsizetype start, qsizetype at);

} // namespace Lectern
