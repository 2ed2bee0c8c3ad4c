#include "library/quotationquery.h"

#include "text/dateinterval.h"
#include "text/folding.h"

#include <algorithm>

namespace Lectern {

namespace {

/// Splits at spaces that are not between straight or curly double marks; the marks are dropped.
QStringList termsOf(const QString &text)
{
    QStringList terms;
    QString term;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == u'"' || c == u'“' || c == u'”') {
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            terms += term;
            term.clear();
        } else {
            term += c;
        }
    }
    terms += term;
    terms.removeAll(QString());
    return terms;
}

} // namespace

QuotationQuery QuotationQuery::parse(const QString &text)
{
    QuotationQuery query;
    const auto valueOf = [](const QString &term, QLatin1String field) -> std::optional<QString> {
        return term.startsWith(field, Qt::CaseInsensitive) ? std::optional(term.mid(field.size()))
                                                           : std::nullopt;
    };
    const auto add = [](QStringList &list, const QString &value) {
        if (const QString folded = fold(value).simplified(); !folded.isEmpty())
            list += folded;
    };
    for (const QString &term : termsOf(text)) {
        if (const auto speaker = valueOf(term, QLatin1String("speaker:"))) {
            add(query.speakers, *speaker);
        } else if (const auto outlet = valueOf(term, QLatin1String("outlet:"))) {
            add(query.outlets, *outlet);
        } else if (const auto date = valueOf(term, QLatin1String("date:"))) {
            const std::optional<DateInterval> days =
                readDateInterval(*date, DateBound::Within, QDate::currentDate());
            query.from = days ? days->from : QDate();
            query.to = days ? days->to : QDate();
            if (!days)
                query.hints += QStringLiteral("“%1” is no date. Write 2021, 2021-03 or 2021-03-28, or two of "
                                              "them with two dots between.")
                                   .arg(*date);
        } else {
            add(query.words, term);
        }
    }
    return query;
}

bool QuotationQuery::hasAll(const QString &folded, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&folded](const QString &each) {
        for (qsizetype at = folded.indexOf(each); at >= 0; at = folded.indexOf(each, at + 1))
            if (at == 0 || !folded[at - 1].isLetterOrNumber())
                return true;
        return false;
    });
}

bool QuotationQuery::acceptsDate(const PartialDate &date) const
{
    if (from.isNull() && to.isNull())
        return true;
    if (date.isNull())
        return false;
    return (from.isNull() || date.lastDay() >= from) && (to.isNull() || date.firstDay() <= to);
}

} // namespace Lectern
