#include "export/annotation.h"

#include <QJsonArray>
#include <QUrl>
#include <QUuid>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

QString time(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// What the selectors point into: the file that was read.
QString sourceIri(const Passage &passage)
{
    if (!passage.source.path.isEmpty())
        return QUrl::fromLocalFile(passage.source.path).toString(QUrl::FullyEncoded);
    return passage.url.isEmpty() ? u"urn:lectern:article:"_s + passage.article : passage.url;
}

QJsonArray bodies(const Passage &passage)
{
    QJsonArray bodies;
    const auto add = [&](const QString &value, const QString &purpose) {
        bodies.append(
            QJsonObject{{u"type"_s, u"TextualBody"_s}, {u"value"_s, value}, {u"purpose"_s, purpose}});
    };
    if (!passage.note.isEmpty())
        add(passage.note, u"commenting"_s);
    for (const QString &tag : passage.tags)
        add(tag, u"tagging"_s);
    add(name(passage.colour), u"highlighting"_s);
    return bodies;
}

QJsonArray selectors(const Passage &passage)
{
    const qint64 start = passage.codePoints.start;
    const qint64 end = passage.codePoints.end;
    return {
        QJsonObject{{u"type"_s, u"TextQuoteSelector"_s},
                    {u"exact"_s, passage.quote},
                    {u"prefix"_s, passage.prefix},
                    {u"suffix"_s, passage.suffix}},
        QJsonObject{{u"type"_s, u"TextPositionSelector"_s}, {u"start"_s, start}, {u"end"_s, end}},
        QJsonObject{{u"type"_s, u"FragmentSelector"_s},
                    {u"conformsTo"_s, u"http://tools.ietf.org/rfc/rfc5147"_s},
                    {u"value"_s, u"char=%1,%2"_s.arg(start).arg(end)}},
    };
}

QJsonObject provenance(const Passage &passage)
{
    QJsonObject object{{u"lectern:canonicalRules"_s, passage.canonVersion}};
    const auto add = [&](const QString &key, const QJsonValue &value, bool known) {
        if (known)
            object.insert(u"lectern:"_s + key, value);
    };
    const auto addText = [&](const QString &key, const QString &value) { add(key, value, !value.isEmpty()); };
    const Source &source = passage.source;
    object.insert(u"lectern:utf16Start"_s, qint64(passage.range.start));
    object.insert(u"lectern:utf16End"_s, qint64(passage.range.end));
    addText(u"article"_s, passage.article);
    addText(u"path"_s, source.path);
    addText(u"part"_s, source.part);
    addText(u"sha256"_s, QString::fromLatin1(source.sha256));
    add(u"bytes"_s, source.bytes, source.bytes > 0);
    add(u"fileModified"_s, source.modifiedMs, source.modifiedMs > 0);
    addText(u"format"_s, source.format);
    addText(u"encoding"_s, source.encoding);
    add(u"encodingGuessed"_s, true, source.encodingGuessed);
    addText(u"textSha256"_s, QString::fromLatin1(passage.textSha256));
    add(u"paragraph"_s, passage.paragraph, passage.paragraph > 0);
    object.insert(u"lectern:paragraphStart"_s, qint64(passage.inParagraph.start));
    object.insert(u"lectern:paragraphEnd"_s, qint64(passage.inParagraph.end));
    addText(u"title"_s, passage.title);
    add(u"titleDerived"_s, true, passage.titleDerived);
    add(u"authors"_s, QJsonArray::fromStringList(passage.authors), !passage.authors.isEmpty());
    addText(u"outlet"_s, passage.outlet);
    addText(u"published"_s, passage.published.toIsoAsGiven());
    addText(u"url"_s, passage.url);
    addText(u"language"_s, passage.language);
    return object;
}

} // namespace

QJsonObject annotation(const Passage &passage)
{
    QJsonObject target{{u"type"_s, u"SpecificResource"_s},
                       {u"source"_s, sourceIri(passage)},
                       {u"selector"_s, selectors(passage)}};
    QJsonObject object{{u"id"_s, passage.id},
                       {u"type"_s, u"Annotation"_s},
                       {u"motivation"_s, passage.note.isEmpty() ? u"highlighting"_s : u"commenting"_s},
                       {u"body"_s, bodies(passage)},
                       {u"lectern:provenance"_s, provenance(passage)}};
    if (passage.created.isValid()) {
        object.insert(u"created"_s, time(passage.created));
        // The selectors were right about the source as it was then.
        target.insert(u"state"_s,
                      QJsonObject{{u"type"_s, u"TimeState"_s}, {u"sourceDate"_s, time(passage.created)}});
    }
    if (passage.modified.isValid())
        object.insert(u"modified"_s, time(passage.modified));
    object.insert(u"target"_s, target);
    return object;
}

QJsonValue annotationContext()
{
    return QJsonArray{u"http://www.w3.org/ns/anno.jsonld"_s, QJsonObject{{u"lectern"_s, u"urn:lectern:"_s}}};
}

QJsonObject annotationPage(const std::vector<Passage> &passages)
{
    QJsonArray items;
    QString ids;
    for (const Passage &passage : passages) {
        items.append(annotation(passage));
        ids += passage.id + u'\n';
    }
    const QUuid space = QUuid::createUuidV5(QUuid(), u"urn:lectern:export"_s);
    return {{u"@context"_s, annotationContext()},
            {u"id"_s, u"urn:uuid:"_s + QUuid::createUuidV5(space, ids).toString(QUuid::WithoutBraces)},
            {u"type"_s, u"AnnotationPage"_s},
            {u"startIndex"_s, 0},
            {u"items"_s, items}};
}

} // namespace Lectern
