#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace Lectern {

/// Some days in a row, both ends inclusive.
struct Period
{
    QDate first;
    QDate last;
};

/// Reads a word for a time seen from today: today, yesterday, monday to sunday (the last one, today
/// included), this and last with week, month or year, and last N days, weeks, months or years, which end
/// today. Weeks begin on Monday. Words are folded; a hyphen is as good as a space. Nothing when it is none.
std::optional<Period> relativeDate(QStringView text, QDate today);

/// Whether such a word begins so.
bool beginsRelativeDate(QStringView text);

} // namespace Lectern
