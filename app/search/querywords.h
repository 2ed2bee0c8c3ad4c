#pragma once

#include <QString>
#include <QStringView>

namespace Lectern {

enum class QueryField : quint8;

/// Whether words of this field have stems.
bool hasStems(QueryField field);
/// Whether a folded word is of letters alone (and the joints inside words), in a script with spaces, so that
/// it may have a stem.
bool mayHaveStem(QStringView term);
bool hasCapital(QStringView written);
/// Whether folding changes a word.
bool isMoreThanFolded(QStringView written);
/// Whether a word says the same in a query without quotation marks: operators are in capitals, which no
/// folded word has, but signs may mean something.
bool readsBare(QStringView word);

} // namespace Lectern
