#pragma once

#include <QString>

namespace Lectern {

/// True for a code point that begins a cluster: nothing before it takes part in how it folds, nor the other
/// way round.
bool beginsCluster(char32_t c);

/// The fold of one cluster, that is of a code point and all that follow it without beginning a cluster. The
/// rules of fold() are here; cutting texts into clusters, speed and the map back are in folding.cpp.
QString foldedCluster(QStringView cluster);

} // namespace Lectern
