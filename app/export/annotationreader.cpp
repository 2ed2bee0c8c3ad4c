#include "export/annotationreader.h"

#include "base/codepoints.h"
#include "export/earlierrecord.h"
#include "export/readiumcolour.h"
#include "export/recordcheck.h"

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

/// The one body of a Readium annotation.
void readReadiumBody(const QJsonObject &body, Passage &passage)
{
    passage.note = body.value(u"value"_s).toString();
    passage.tags = strings(body.value(u"tags"_s));
    passage.colour = readiumColourNamed(body.value(u"color"_s).toString());
}

/// What one target says of its piece.
struct Piece
{
    QString exact;
    QString prefix;
    QString suffix;
    TextRange codePoints;
};

Piece readPiece(const QJsonArray &selectors)
{
    Piece piece;
    for (const QJsonValue &selector : selectors) {
        const QString type = selector[u"type"].toString();
        if (type == "TextQuoteSelector"_L1) {
            piece.exact = selector[u"exact"].toString();
            piece.prefix = selector[u"prefix"].toString();
            piece.suffix = selector[u"suffix"].toString();
        } else if (type == "TextPositionSelector"_L1) {
            piece.codePoints = {qsizetype(selector[u"start"].toInteger()),
                                qsizetype(selector[u"end"].toInteger())};
        }
    }
    return piece;
}

/// The passage's words out of its targets; false when they do not fit each other.
bool readTargets(const QJsonValue &value, const Provenance &provenance, Passage &passage)
{
    const QJsonArray targets = value.isArray() ? value.toArray() : QJsonArray{value};
    std::vector<Piece> pieces;
    for (const QJsonValue &target : targets)
        pieces.push_back(readPiece(target[u"selector"].toArray()));
    if (pieces.empty() || !isRange(passage.range))
        return false;
    passage.prefix = pieces.front().prefix;
    passage.suffix = pieces.back().suffix;
    passage.codePoints = {pieces.front().codePoints.start, pieces.back().codePoints.end};
    const QString whole = provenance.text(u"quote"_s);
    passage.quote = whole.isEmpty() ? pieces.front().exact : whole;
    const CodePoints codePoints(passage.quote);
    const QJsonArray omitted = provenance.value(u"omitted"_s).toArray();
    for (const QJsonValue &gap : omitted) {
        const TextRange range{qsizetype(gap[0].toInteger()), qsizetype(gap[1].toInteger())};
        if (!isRange(range))
            return false;
        passage.omitted.push_back(codePoints.toUtf16(range));
    }
    if (pieces.size() == 1) // of a reader that knows no pieces: the whole
        return pieces.front().exact == passage.quote;
    const std::vector<TextRange> kept = passage.pieces();
    if (kept.size() != pieces.size())
        return false;
    for (size_t i = 0; i < kept.size(); ++i)
        if (kept[i].isEmpty() ||
            passage.quote.mid(kept[i].start - passage.range.start, kept[i].length()) != pieces[i].exact)
            return false;
    return true;
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
    passage.starred = from.value(u"starred"_s).toBool();
    passage.sentenceBefore = from.text(u"sentenceBefore"_s);
    passage.sentenceAfter = from.text(u"sentenceAfter"_s);
    passage.occurrences = int(from.number(u"occurrences"_s));
    passage.declined = from.text(u"declined"_s);
}

} // namespace

std::optional<Passage> passageOfAnnotation(const QJsonObject &annotation)
{
    const Provenance provenance(annotation);
    Passage passage;
    passage.id = annotation.value(u"id"_s).toString();
    passage.created = time(annotation.value(u"created"_s));
    passage.modified = time(annotation.value(u"modified"_s));
    const QJsonValue body = annotation.value(u"body"_s);
    if (body.isObject())
        readReadiumBody(body.toObject(), passage);
    else
        readBodies(body.toArray(), passage);
    readProvenance(provenance, passage);
    std::optional<std::vector<EarlierWords>> earlier =
        readEarlierRecord(provenance.value(u"earlier"_s).toArray());
    const bool fits = earlier && readTargets(annotation.value(u"target"_s), provenance, passage);
    passage.earlier = std::move(earlier).value_or(std::vector<EarlierWords>());
    if (provenance.isEmpty() || !fits || !isSoundRecord(passage))
        return std::nullopt;
    return passage;
}

Result<std::vector<Passage>> readAnnotations(const QByteArray &bytes, const QString &path)
{
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &mistake);
    if (document.isNull())
        return Error{ErrorKind::Malformed,
                     u"This is not JSON: %1 at byte %2."_s.arg(mistake.errorString()).arg(mistake.offset),
                     path};
    const QString type = document[u"type"].toString();
    if (type != "AnnotationPage"_L1 && type != "AnnotationSet"_L1)
        return Error{ErrorKind::Malformed,
                     u"This is not a JSON export of Lectern: it is no AnnotationPage and no AnnotationSet."_s,
                     path};

    std::vector<Passage> passages;
    const QJsonArray items = document[u"items"].toArray();
    for (const QJsonValue &item : items) {
        std::optional<Passage> passage = passageOfAnnotation(item.toObject());
        if (!passage)
            return Error{
                ErrorKind::Malformed,
                u"Annotation %1 does not say where its words stand, or its words and offsets disagree. Nothing was imported."_s
                    .arg(passages.size() + 1),
                path};
        passages.push_back(std::move(*passage));
    }
    return passages;
}

} // namespace Lectern
