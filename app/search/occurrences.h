#pragma once

#include "search/fieldindex.h"
#include "search/query.h"

#include <stop_token>
#include <vector>

namespace Lectern {

/// Documents of one segment, ascending.
using DocList = std::vector<quint32>;

/// In which documents something stands, and how often in each.
struct Occurrences
{
    DocList docs;
    std::vector<quint32> freqs; ///< beside docs
};

/// Where a Term, Prefix or Phrase stands in one field of `docCount` documents. With `within` only these
/// documents are looked at. Worthless once `stop` was asked for, which is looked at every few hundred
/// postings.
Occurrences occurrences(const FieldIndex &index, const QueryNode &node, quint32 docCount,
                        const DocList *within, const std::stop_token &stop);

} // namespace Lectern
