#pragma once

#include <QStringList>

#include <vector>

namespace Lectern {

/// The tags in a line: separated by commas, trimmed, none empty, none twice, in the order in which they
/// stand.
QStringList tagsIn(const QString &line);

/// Which of the tags what is typed may mean, as indexes, the best first: those that begin with it, those with
/// a word that does, those that hold it, and those that hold its letters in order ("hrbr" for "harbour").
/// Case and accents make no difference. All of them, as they stand, when nothing is typed.
std::vector<int> matchingTags(const QStringList &tags, const QString &typed);

} // namespace Lectern
