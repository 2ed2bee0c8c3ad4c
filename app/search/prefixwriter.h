#pragma once

#include "search/fieldindex.h"

namespace Lectern {

/// Adds to a field that is otherwise complete the sets of its beginnings of one to four letters whose terms have
/// more postings than half of the segment's documents: a search for one of these letters, as it happens with each
/// word that is typed, then costs the reading of one bitset.
void writePrefixes(FieldStorage *field);

} // namespace Lectern
