#include "export/annotationreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// The values of one annotation's provenance by their short names.
class Provenance
{
public:
    explicit Provenance(const QJsonObject &annotation)
        : m_object(annotation.value(u"lectern:provenance"_s).toObject())
    {}

    bool isEmpty() const { return m_object.isEmpty(); }
    QJsonValue value(const QString &key) const { return m_object.value(u"lectern:"_s + key); }
    QString text(const QString &key) const { return value(key).toString(); }
    qint64 number(const QString &key) const { return value(key).toInteger(); }
    TextRange range(const QString &start, const QString &end) const
    {
        return {qsizetype(number(start)), qsizetype(number(end))};
    }

private:
    QJsonObject m_object;
};

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        list += item.toString();
    return list;
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

void readBodies(const QJsonArray &bodies, Passage &passage)
{
    for (const QJsonValue &value : bodies) {
        const QString purpose = value[u"purpose"].toString();
        const QString words = value[u"value"].toString();
        if (purpose == "commenting"_L1)
            passage.note = words;
        else if (purpose == "tagging"_L1)
            passage.tags += words;
        else if (purpose == "highlighting"_L1)
            passage.colour = markColourNamed(words);
    }
}

void readSelectors(const QJsonArray &selectors, Passage &passage)
{
    for (const QJsonValue &selector : selectors) {
        const QString type = selector[u"type"].toString();
        if (type == "TextQuoteSelector"_L1) {
            passage.quote = selector[u"exact"].toString();
            passage.prefix = selector[u"prefix"].toString();
            passage.suffix = selector[u"suffix"].toString();
        } else if (type == "TextPositionSelector"_L1) {
            passage.codePoints = {qsizetype(selector[u"start"].toInteger()),
                                  qsizetype(selector[u"end"].toInteger())};
        }
    }
}

void readProvenance(const Provenance &from, Passage &passage)
{
    passage.canonVersion = int(from.number(u"canonicalRules"_s));
    passage.range = from.range(u"utf16Start"_s, u"utf16End"_s);
    passage.article = from.text(u"article"_s);
    passage.source.path = from.text(u"path"_s);
    passage.source.part = from.text(u"part"_s);
    passage.source.sha256 = from.text(u"sha256"_s).toLatin1();
    passage.source.bytes = from.number(u"bytes"_s);
    passage.source.modifiedMs = from.number(u"fileModified"_s);
    passage.source.format = from.text(u"format"_s);
    passage.source.encoding = from.text(u"encoding"_s);
    passage.source.encodingGuessed = from.value(u"encodingGuessed"_s).toBool();
    passage.textSha256 = from.text(u"textSha256"_s).toLatin1();
    passage.paragraph = int(from.number(u"paragraph"_s));
    passage.inParagraph = from.range(u"paragraphStart"_s, u"paragraphEnd"_s);
    passage.title = from.text(u"title"_s);
    passage.titleDerived = from.value(u"titleDerived"_s).toBool();
    passage.authors = strings(from.value(u"authors"_s));
    passage.outlet = from.text(u"outlet"_s);
    passage.published = PartialDate::fromIso(from.text(u"published"_s));
    passage.url = from.text(u"url"_s);
    passage.language = from.text(u"language"_s);
}

/// Offsets and words must agree; otherwise somebody has changed the file.
bool isSound(const Passage &passage)
{
    const qsizetype points = passage.quote.toUcs4().size();
    return !passage.quote.isEmpty() && passage.range.start >= 0 &&
           passage.range.length() == passage.quote.size() && passage.codePoints.start >= 0 &&
           passage.codePoints.length() == points;
}

} // namespace

Result<std::vector<Passage>> readAnnotations(const QByteArray &bytes, const QString &path)
{
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &mistake);
    if (document.isNull())
        return Error{ErrorKind::Malformed,
                     u"This is not JSON: %1 at byte %2."_s.arg(mistake.errorString()).arg(mistake.offset),
                     path};
    if (document[u"type"].toString() != "AnnotationPage"_L1)
        return Error{ErrorKind::Malformed,
                     u"This is not a JSON export of Lectern: it is no AnnotationPage."_s, path};

    std::vector<Passage> passages;
    const QJsonArray items = document[u"items"].toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject annotation = item.toObject();
        const Provenance provenance(annotation);
        Passage passage;
        passage.id = annotation.value(u"id"_s).toString();
        passage.created = time(annotation.value(u"created"_s));
        passage.modified = time(annotation.value(u"modified"_s));
        readBodies(annotation.value(u"body"_s).toArray(), passage);
        readSelectors(item[u"target"][u"selector"].toArray(), passage);
        readProvenance(provenance, passage);
        if (provenance.isEmpty() || !isSound(passage))
            return Error{
                ErrorKind::Malformed,
                u"Annotation %1 does not say where its words stand, or its words and offsets disagree. Nothing was imported."_s
                    .arg(passages.size() + 1),
                path};
        passages.push_back(std::move(passage));
    }
    return passages;
}

} // namespace Lectern
