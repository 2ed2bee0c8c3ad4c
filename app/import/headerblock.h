#pragma once

#include "text/article.h"

#include <utility>
#include <vector>

namespace Lectern {

/// What stands before an article in a text file, written by a program or for one.
struct Header
{
    qsizetype bodyStart = 0;                             ///< UTF-16 units; 0 when there is no header
    std::vector<std::pair<QString, QStringList>> fields; ///< names and values in the order of the file
};

/// Reads "Title: ...", "Author: ...", "Date: ..." lines that open a text and end at a blank line. At least
/// two known names, or a title alone; anything else is no header.
Header readHeaderLines(QStringView text);

/// Reads YAML (`---`) or TOML (`+++`) front matter: plain, quoted and folded values, lists in one line or one
/// item a line. Nested and exotic values are skipped, never an error.
Header readFrontMatter(QStringView text);

/// Front matter or header lines; their fields go to the draft by putField().
qsizetype takeHeader(QStringView text, ArticleDraft &draft);

} // namespace Lectern
