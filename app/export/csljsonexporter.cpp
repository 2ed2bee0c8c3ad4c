#include "export/csljsonexporter.h"

#include "export/annotation.h"
#include "export/citationwords.h"
#include "export/citedarticle.h"
#include "export/personname.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

using Precision = PartialDate::Precision;

QJsonArray names(const QStringList &authors)
{
    QJsonArray names;
    for (const QString &author : authors) {
        const PersonName name = PersonName::read(author);
        QJsonObject object;
        if (name.isPerson()) {
            object.insert(u"family"_s, name.family);
            object.insert(u"given"_s, name.given);
            if (!name.suffix.isEmpty())
                object.insert(u"suffix"_s, name.suffix);
        } else {
            object.insert(u"literal"_s, name.whole);
        }
        names.append(object);
    }
    return names;
}

QJsonObject dateParts(const PartialDate &date)
{
    const QDate day = date.firstDay();
    QJsonArray parts{day.year()};
    if (date.precision() >= Precision::Month)
        parts.append(day.month());
    if (date.precision() >= Precision::Day)
        parts.append(day.day());
    return {{u"date-parts"_s, QJsonArray{parts}}};
}

QJsonObject itemOf(const CitedArticle &article, const QDate &accessed)
{
    const Passage &passage = article.first();
    const CitedPlace place = citedPlaceOf(passage);
    const bool isPage = passage.outlet.isEmpty() && place.isAddress;
    QJsonObject item{{u"id"_s, article.key}, {u"type"_s, isPage ? u"webpage"_s : u"article-newspaper"_s}};
    const auto add = [&item](const QString &key, const QString &value) {
        if (!value.isEmpty())
            item.insert(key, value);
    };
    add(u"title"_s, citedTitle(passage));
    add(u"container-title"_s, passage.outlet);
    add(u"language"_s, passage.language);
    if (!passage.authors.isEmpty())
        item.insert(u"author"_s, names(passage.authors));
    if (!passage.published.isNull())
        item.insert(u"issued"_s, dateParts(passage.published));
    if (place.isAddress) {
        add(u"URL"_s, place.words);
        if (accessed.isValid())
            item.insert(u"accessed"_s, dateParts(PartialDate::day(accessed)));
    }
    add(u"keyword"_s, article.tags().join(u", "_s));
    add(u"note"_s, guessedNote(passage));
    add(u"annote"_s, quotedNotes(article).join(u"\n\n"_s));
    QJsonArray records;
    for (const Passage *one : article.passages) {
        QJsonObject record = annotationProvenance(*one);
        record.insert(u"id"_s, one->id);
        record.insert(u"lectern:exact"_s, one->quote);
        record.insert(u"lectern:start"_s, qint64(one->codePoints.start));
        record.insert(u"lectern:end"_s, qint64(one->codePoints.end));
        records.append(record);
    }
    item.insert(u"custom"_s, QJsonObject{{u"lectern:passages"_s, records}});
    return item;
}

} // namespace

QByteArray CslJsonExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    QJsonArray items;
    for (const CitedArticle &article : citedArticles(passages))
        items.append(itemOf(article, options.accessed));
    return QJsonDocument(items).toJson(QJsonDocument::Indented);
}

} // namespace Lectern
