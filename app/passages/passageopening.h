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

/// Opens the database at `path` and mends what has happened to it or to the journal:
///
///     database          journal            what is done
///     sound             the same           nothing
///     sound             behind, torn, gone the journal is begun anew
///     sound             ahead              the database takes the changes it lacks from the journal
///     damaged           readable           the database is set aside and made anew from the journal
///     damaged           not readable       both are set aside, the store begins empty
///     gone              readable           the database is made anew from the journal
///     cannot be written readable           what the journal holds can be read, changes are refused
Result<OpenedPassages> openPassages(const QString &path, PassageJournal journal);

} // namespace Lectern
