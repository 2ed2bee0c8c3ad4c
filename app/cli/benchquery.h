#pragma once

#include "base/result.h"
#include "search/querynode.h"

#include <vector>

namespace Lectern {

/// A query of a benchmark in a form that any engine can be given.
struct BenchQuery
{
    enum class Op {
        Term,   ///< terms[0]
        And,    ///< all terms
        Or,     ///< any term
        Phrase, ///< the terms side by side, in their order
        Prefix, ///< a word that begins with `prefix`
        Typing, ///< all terms as whole words, and a word that begins with `prefix` when it is not empty
        Near,   ///< the terms in any order with at most `distance` other words between them
        Fuzzy,  ///< a word within `distance` edits of terms[0]
        Not     ///< terms[0] without terms[1]
    };

    QString group; ///< the class that figures are told for
    Op op = Op::Term;
    QStringList terms;
    QString prefix;
    int distance = 0;
    int sequence = -1; ///< of Typing: the typed query that this key belongs to; -1 when to none

    /// The queries of a JSON Lines file of {"class","op","terms","prefix","distance","sequence"}.
    static Result<std::vector<BenchQuery>> load(const QString &path);

    /// As one might type it, for people.
    QString text() const;
    /// As our engine reads it. `stems`: words count for all of their stem, but those of phrases, prefixes,
    /// NEAR and fuzzy words stay exact.
    QueryNode node(bool stems) const;
};

} // namespace Lectern
