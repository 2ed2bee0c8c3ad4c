#include "export/risexporter.h"

#include "export/citationwords.h"
#include "export/citedarticle.h"
#include "export/personname.h"

#include <algorithm>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

using Precision = PartialDate::Precision;

/// YYYY/MM/DD with the parts that are known and the slashes of those that are not.
QString risDate(const PartialDate &date)
{
    if (date.isNull())
        return {};
    const QDate day = date.firstDay();
    QString text = QString::number(day.year()).rightJustified(4, u'0') + u'/';
    text += date.precision() >= Precision::Month ? day.toString(u"MM"_s) : QString();
    text += u'/';
    text += date.precision() >= Precision::Day ? day.toString(u"dd"_s) : QString();
    return text;
}

/// A name that was not taken apart ends with a comma: readers then take all of it for the last name, and do
/// not make a person of an agency.
QString authorOf(const QString &author)
{
    const PersonName name = PersonName::read(author);
    return name.isPerson() ? name.inverted() : name.whole + u',';
}

QString recordOf(const CitedArticle &article, const QDate &accessed)
{
    const Passage &passage = article.first();
    QString record;
    const auto add = [&record](const QString &tag, const QString &value) {
        const QString line = value.simplified();
        if (!line.isEmpty())
            record += tag + u"  - "_s + line + u"\r\n"_s;
    };
    add(u"TY"_s, u"NEWS"_s);
    add(u"ID"_s, article.key);
    for (const QString &author : passage.authors)
        add(u"AU"_s, authorOf(author));
    add(u"TI"_s, citedTitle(passage));
    add(u"T2"_s, passage.outlet);
    add(u"DA"_s, risDate(passage.published));
    if (!passage.published.isNull())
        add(u"PY"_s, QString::number(passage.published.firstDay().year()));
    const CitedPlace place = citedPlaceOf(passage);
    if (place.isAddress) {
        add(u"UR"_s, place.words);
        if (accessed.isValid())
            add(u"Y2"_s, risDate(PartialDate::day(accessed)));
    }
    add(u"LA"_s, passage.language);
    for (const QString &tag : article.tags())
        add(u"KW"_s, tag);
    add(u"N1"_s, guessedNote(passage));
    for (const QString &note : quotedNotes(article))
        add(u"N1"_s, note);
    return record + u"ER  - \r\n"_s;
}

} // namespace

QByteArray RisExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    QStringList records;
    for (const CitedArticle &article : citedArticles(passages))
        records += recordOf(article, options.accessed);
    return records.join(u"\r\n"_s).toUtf8();
}

QStringList RisExporter::warnings(const std::vector<Passage> &passages, const ExportOptions &) const
{
    const bool hasBreaks = std::any_of(passages.begin(), passages.end(), [](const Passage &passage) {
        return passage.quote.contains(u'\n') || passage.note.contains(u'\n');
    });
    if (!hasBreaks)
        return {};
    return {u"RIS knows no line breaks: those in quotations and notes become blanks."_s};
}

} // namespace Lectern
