#pragma once

#include "passages/passagejournal.h"

namespace Lectern {

/// The database and the journal of the passages, brought to say the same.
struct OpenedPassages
{
    PassageTable table;
    PassageList list;
    QStringList notices;           ///< sentences for the user about what had to be done
    std::optional<Error> readOnly; ///< why nothing can be changed; the table then lives in memory
};

/// Opens `passages.db` in that folder and mends what has happened to it or to the journal:
///
///     database          journal            what is done
///     sound             the same           nothing
///     sound             behind, torn, gone the journal is begun anew
///     sound             ahead              the database takes the changes it lacks from the journal
///     damaged           readable           the database is set aside and made anew from the journal
///     damaged, gone     damaged, gone      the newest sound backup, and what the journal still holds of
///     later
///                                          changes; without a backup what the journal still holds
///     gone              readable           the database is made anew from the journal
///     cannot be written readable           what the journal holds can be read, changes are refused
Result<OpenedPassages> openPassages(const QString &folder, PassageJournal journal);

} // namespace Lectern
