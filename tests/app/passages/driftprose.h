#pragma once

#include <QStringList>

#include <random>

namespace Lectern::Testing {

size_t below(size_t limit, std::mt19937 &random);

/// A sentence of news as it might be, of one of a few kinds, so that many are alike and some occur again and
/// again.
QString newsSentence(std::mt19937 &random);

/// A word that no newsSentence() holds.
QString otherWord(std::mt19937 &random);

} // namespace Lectern::Testing
