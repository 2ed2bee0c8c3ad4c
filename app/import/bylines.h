#pragma once

#include <QStringList>
#include <QStringView>

namespace Lectern {

/// Cuts "A, B and C" or "A; B" into names; "Last, First" stays one. Roles, e-mail addresses and a leading
/// "By" go.
QStringList splitNames(QStringView text);

/// The authors that a line names when it is a byline ("By A and B", "Von A", "A, Staff Writer"); empty when
/// it is none.
QStringList readByline(QStringView line);

/// The news agency of a dateline at the start of a paragraph: "LONDON (Reuters) - " gives Reuters; empty when
/// there is none.
QString datelineAgency(QStringView paragraph);

/// True when the line begins like a dateline: "LONDON (Reuters) - ", "BAAR, Switzerland -- ".
bool startsWithDateline(QStringView line);

} // namespace Lectern
