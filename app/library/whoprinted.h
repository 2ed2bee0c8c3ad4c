#pragma once

#include "search/corpus.h"
#include "stories/printing.h"

#include <stop_token>

namespace Lectern {

/// An article that has a sentence.
struct PrintedIn
{
    ArticlePtr article;
    Printing printing;
};

/// The articles of a corpus that have a sentence: verbatim first, then with other typography, reworded and in
/// part, the more of it the earlier. All that have its words in a row, up to some hundreds, and of the others
/// those that have most of its telling words. Takes about as long as a search. Empty when `stop` asked for an
/// end.
std::vector<PrintedIn> whoPrinted(const CorpusPtr &corpus, const QString &sentence,
                                  std::stop_token stop = {});

} // namespace Lectern
