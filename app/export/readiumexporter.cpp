#include "export/readiumexporter.h"

#include "export/annotation.h"
#include "export/exportarticles.h"
#include "export/readiumcolour.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String context("http://www.w3.org/ns/anno.jsonld");

bool areOfOneArticle(const std::vector<Passage> &passages)
{
    return std::all_of(passages.begin(), passages.end(),
                       [&](const Passage &passage) { return passage.article == passages.front().article; });
}

/// The media type of the file, as far as our name of its format tells it.
QString mediaType(const QString &format)
{
    if (format == u"text"_s)
        return u"text/plain"_s;
    if (format == u"markdown"_s)
        return u"text/markdown"_s;
    return format == u"html"_s ? u"text/html"_s : QString();
}

QJsonObject about(const std::vector<Passage> &passages)
{
    QJsonArray identifiers;
    for (const Passage &passage : passages) {
        const QString identifier = u"urn:lectern:article:"_s + passage.article;
        if (!passage.article.isEmpty() && !identifiers.contains(identifier))
            identifiers.append(identifier);
        if (!passage.url.isEmpty() && !identifiers.contains(passage.url))
            identifiers.append(passage.url);
    }
    QJsonObject about{{u"dc:identifier"_s, identifiers}};
    if (passages.empty() || !areOfOneArticle(passages))
        return about;
    const auto add = [&about](const QString &key, const QString &value) {
        if (!value.isEmpty())
            about.insert(key, value);
    };
    const Passage &first = passages.front();
    add(u"dc:title"_s, citedTitle(first));
    add(u"dc:format"_s, mediaType(first.source.format));
    add(u"dc:publisher"_s, first.outlet);
    if (!first.authors.isEmpty())
        about.insert(u"dc:creator"_s, QJsonArray::fromStringList(first.authors));
    if (!first.published.isNull())
        about.insert(u"dc:date"_s, first.published.toIso().left(4));
    return about;
}

/// Selectors of one target are different ways to the same words: the whole quotation, what was left out of
/// it stands in our provenance.
QJsonObject target(const Passage &passage, const QByteArray &md5)
{
    Passage whole = passage;
    whole.omitted.clear();
    QJsonObject target = annotation(whole, md5).value(u"target"_s).toObject();
    target.remove(u"type"_s);
    target.remove(u"state"_s);
    if (!passage.title.isEmpty() && !passage.titleDerived)
        target.insert(u"meta"_s,
                      QJsonObject{{u"headings"_s,
                                   QJsonArray{QJsonObject{{u"level"_s, 1}, {u"txt"_s, passage.title}}}}});
    return target;
}

QJsonObject body(const Passage &passage)
{
    QJsonObject body{{u"type"_s, u"TextualBody"_s},
                     {u"value"_s, passage.note},
                     {u"format"_s, u"text/plain"_s},
                     {u"color"_s, readiumColour(passage.colour)},
                     {u"highlight"_s, u"solid"_s}};
    if (!passage.tags.isEmpty()) {
        body.insert(u"keyword"_s, passage.tags.join(u", "_s));
        body.insert(u"tags"_s, QJsonArray::fromStringList(passage.tags));
    }
    return body;
}

QJsonObject item(const Passage &passage, const QByteArray &md5)
{
    const QJsonObject ours = annotation(passage, md5);
    QJsonObject item{
        {u"@context"_s, context},     {u"id"_s, passage.id},
        {u"type"_s, u"Annotation"_s}, {u"target"_s, target(passage, md5)},
        {u"body"_s, body(passage)},   {u"lectern:provenance"_s, ours.value(u"lectern:provenance"_s)}};
    for (const QString &key : {u"created"_s, u"modified"_s})
        if (ours.contains(key))
            item.insert(key, ours.value(key));
    return item;
}

} // namespace

QByteArray ReadiumExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    QJsonArray items;
    for (const Passage &passage : passages)
        items.append(item(passage, articles.md5(passage)));
    QJsonObject set{
        {u"@context"_s, context},
        {u"id"_s, pageUrn(passages, u"annotation-set"_s)},
        {u"type"_s, u"AnnotationSet"_s},
        {u"generator"_s,
         QJsonObject{{u"id"_s, u"urn:lectern"_s}, {u"type"_s, u"Software"_s}, {u"name"_s, u"Lectern"_s}}},
        {u"about"_s, about(passages)},
        {u"items"_s, items}};
    return QJsonDocument(set).toJson(QJsonDocument::Indented);
}

QStringList ReadiumExporter::warnings(const std::vector<Passage> &passages, const ExportOptions &) const
{
    QStringList sentences;
    if (!passages.empty() && !areOfOneArticle(passages))
        sentences +=
            u"An annotation set is about one publication. These passages are of several articles: other "
            "programs may not find them all."_s;
    const bool hasGaps = std::any_of(passages.begin(), passages.end(),
                                     [](const Passage &passage) { return !passage.omitted.empty(); });
    if (hasGaps)
        sentences +=
            u"Other programs show a passage of several pieces whole, with the words that you left out."_s;
    return sentences;
}

} // namespace Lectern
