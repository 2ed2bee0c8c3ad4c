#pragma once

#include "text/passage.h"

#include <QJsonArray>

#include <optional>

namespace Lectern {

/// The words that a passage had before changes were taken over, as JSON: offsets are UTF-16 units, those of
/// `omitted` count in the quote.
QJsonArray earlierRecord(const std::vector<EarlierWords> &earlier);
/// Nothing when a range in it can be none.
std::optional<std::vector<EarlierWords>> readEarlierRecord(const QJsonArray &record);

} // namespace Lectern
