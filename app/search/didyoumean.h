#pragma once

#include "search/searcher.h"

#include <functional>

namespace Lectern {

/// More results than this are no reason to doubt the spelling of a query.
inline constexpr qsizetype fewResults = 3;

/// What a person may have meant by a query that found few articles: its text with a word put right that is rare
/// or absent in the corpus, written as the person wrote it (capitals stay). Only words that stand by themselves
/// are doubted, and only queries that find more than `answer` did are given; the likeliest first, at most three.
/// None when the answer has more than fewResults, and when `stop` came.
///
/// `read` reads a text as the answered query was read; `facts` are those of its search.
QStringList didYouMean(const Answer &answer, const std::function<Query(const QString &)> &read,
                       const std::stop_token &stop = {}, const ReaderFacts *facts = nullptr);

} // namespace Lectern
