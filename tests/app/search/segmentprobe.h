#pragma once

#include "search/corpus.h"
#include "search/query.h"

#include <QByteArray>

#include <vector>

namespace Lectern {

/// The bytes of a segment's file with the checksums, and the size, that their header should bear: damage behind them
/// is then met by those who read the sections. As they are when they are too short to have a header.
QByteArray sealed(QByteArray file);

/// Some queries of every kind, always the same.
std::vector<Query> probeQueries();

/// Reads a segment in every way there is: terms, postings, positions, bitsets, queries in all orders, articles and
/// snippets, and merged with another. Damage must do no more than give wrong answers.
void probe(const SegmentPtr &segment, const std::vector<Query> &queries);

} // namespace Lectern
