#pragma once

#include "text/passage.h"

namespace Lectern {

/// What citations are put together from; what is not known is an empty string.

/// The words of the title. A derived one (the first words of the text) ends with “…” where it is cut.
struct CitedTitle
{
    QString words;
    bool isDerived = false;
};
CitedTitle citedTitleOf(const Passage &passage);

/// Where the article is: its http(s) address, or else the names of its file and part.
struct CitedPlace
{
    QString words;
    bool isAddress = false;
};
CitedPlace citedPlaceOf(const Passage &passage);

QString namesInOrder(const QStringList &authors);       ///< Ada Lund and Bo Ek
QString namesFirstInverted(const QStringList &authors); ///< Lund, Ada, and Bo Ek
QString namesWithInitials(const QStringList &authors);  ///< Lund, A., & Ek, B.
QString namesOfMla(const QStringList &authors);         ///< Lund, Ada, et al. from three on

/// The day is enough to cite by; a clock time would need its zone. As precise as the date is, in English.
QString dayMonthYear(const PartialDate &date);      ///< 28 September 2021
QString monthDayYear(const PartialDate &date);      ///< September 28, 2021
QString yearMonthDay(const PartialDate &date);      ///< 2021, September 28
QString dayShortMonthYear(const PartialDate &date); ///< 28 Sept. 2021

/// In curly quotation marks, unless it begins with a quotation mark of its own.
QString inQuotationMarks(const QString &quote);

/// True when the text ends as a sentence does, a closing quotation mark behind it included.
bool endsSentence(QStringView text);
/// With a full stop, unless it ends as a sentence does.
QString withStop(const QString &text);
/// Those that are not empty.
QString joined(QStringList parts, const QString &separator);

} // namespace Lectern
