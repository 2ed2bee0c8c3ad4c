#pragma once

#include "search/querynode.h"

namespace Lectern {

/// Whether an answer changes with the passages that are kept, by a condition of the query on them, their tags
/// or notes.
bool asksForPassages(const QueryNode &query);

/// Whether it changes with what is put into the archive and taken out.
bool asksForArchive(const QueryNode &query);

} // namespace Lectern
