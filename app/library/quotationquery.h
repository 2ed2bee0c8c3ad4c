#pragma once

#include "text/partialdate.h"

#include <QStringList>

#include <optional>

namespace Lectern {

/// Which quotations are looked for. Everything that is asked must hold.
///
///     lamp harbour           both words, or words that begin so, in what was said
///     speaker:moss           in the name of who says it; "speaker:"ellen moss""
///     outlet:echo            in the name of the outlet
///     date:2021-03           the day of the article; a year, a month, a day,
///     date:2021..2022-06     or from one to another
///
/// Letters are compared as everywhere (fold()).
struct QuotationQuery
{
    QStringList words; ///< folded, like the next two
    QStringList speakers;
    QStringList outlets;
    QDate from;        ///< null: from the beginning
    QDate to;          ///< null: to the end; inclusive
    QStringList hints; ///< sentences about what cannot be understood and is left out

    static QuotationQuery parse(const QString &text);
    bool isEmpty() const
    {
        return words.isEmpty() && speakers.isEmpty() && outlets.isEmpty() && from.isNull() && to.isNull();
    }
    /// Whether a folded text has all of these at the beginnings of words.
    static bool hasAll(const QString &folded, const QStringList &wanted);
    /// An article without a date is of no day that is asked for.
    bool acceptsDate(const PartialDate &date) const;
};

} // namespace Lectern
