#pragma once

#include "search/corpus.h"

#include <stop_token>

namespace Lectern {

/// The words of an article that occur often in it and seldom elsewhere, the most telling first, at most
/// `most`.
QStringList tellingWords(const Article &article, size_t most);

/// The articles of a corpus that report the same event as this one, the surest first, at most `most`. Looks
/// at the articles that have most of its telling words, so that it takes as long as a search. Empty when
/// `stop` asked for an end.
std::vector<ArticlePtr> otherAccounts(const CorpusPtr &corpus, const ArticlePtr &article, size_t most,
                                      std::stop_token stop = {});

} // namespace Lectern
