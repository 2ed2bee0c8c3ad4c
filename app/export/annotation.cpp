#include "export/annotation.h"

#include "base/codepoints.h"
#include "export/earlierrecord.h"
#include "export/exportarticles.h"

#include <QJsonArray>
#include <QTextBoundaryFinder>
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

/// At most 200 units, cut between letters as people see them.
constexpr qsizetype maximumContext = 200;

QString lastOf(const QString &text)
{
    if (text.size() <= maximumContext)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(text.size() - maximumContext);
    const qsizetype from = finder.isAtBoundary() ? finder.position() : finder.toNextBoundary();
    return text.mid(from);
}

QString firstOf(const QString &text)
{
    if (text.size() <= maximumContext)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(maximumContext);
    return text.left(finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary());
}

QJsonArray selectors(const Passage &passage, TextRange piece, const CodePoints &codePoints,
                     const QByteArray &md5)
{
    const QString &quote = passage.quote;
    const TextRange inQuote = piece.shifted(-passage.range.start);
    const TextRange place = codePoints.fromUtf16(inQuote).shifted(passage.codePoints.start);
    const bool isFirst = inQuote.start == 0;
    const bool isLast = inQuote.end == quote.size();
    QString fragment = u"char=%1,%2"_s.arg(place.start).arg(place.end);
    if (!md5.isEmpty())
        fragment += u";md5=%1,UTF-8"_s.arg(QString::fromLatin1(md5));
    return {
        QJsonObject{
            {u"type"_s, u"TextQuoteSelector"_s},
            {u"exact"_s, quote.mid(inQuote.start, inQuote.length())},
            {u"prefix"_s, isFirst ? passage.prefix : lastOf(passage.prefix + quote.left(inQuote.start))},
            {u"suffix"_s, isLast ? passage.suffix : firstOf(quote.mid(inQuote.end) + passage.suffix)}},
        QJsonObject{{u"type"_s, u"TextPositionSelector"_s},
                    {u"start"_s, qint64(place.start)},
                    {u"end"_s, qint64(place.end)}},
        QJsonObject{{u"type"_s, u"FragmentSelector"_s},
                    {u"conformsTo"_s, u"http://tools.ietf.org/rfc/rfc5147"_s},
                    {u"value"_s, fragment}},
    };
}

/// One target a piece; the only one stands alone.
QJsonValue targets(const Passage &passage, const QByteArray &md5)
{
    const CodePoints codePoints(passage.quote);
    QJsonArray targets;
    for (const TextRange &piece : passage.pieces()) {
        QJsonObject target{{u"type"_s, u"SpecificResource"_s},
                           {u"source"_s, sourceIri(passage)},
                           {u"selector"_s, selectors(passage, piece, codePoints, md5)}};
        // The selectors were right about the source as it was then.
        if (passage.created.isValid())
            target.insert(u"state"_s,
                          QJsonObject{{u"type"_s, u"TimeState"_s}, {u"sourceDate"_s, time(passage.created)}});
        targets.append(target);
    }
    return targets.size() == 1 ? targets.first() : QJsonValue(targets);
}

} // namespace

QJsonObject annotationProvenance(const Passage &passage)
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
    add(u"starred"_s, true, passage.starred);
    addText(u"sentenceBefore"_s, passage.sentenceBefore);
    addText(u"sentenceAfter"_s, passage.sentenceAfter);
    add(u"occurrences"_s, passage.occurrences, passage.occurrences > 0);
    addText(u"declined"_s, passage.declined);
    add(u"earlier"_s, earlierRecord(passage.earlier), !passage.earlier.empty());
    if (passage.omitted.empty())
        return object;
    const CodePoints codePoints(passage.quote);
    QJsonArray omitted;
    for (const TextRange &gap : passage.omitted) {
        const TextRange place = codePoints.fromUtf16(gap);
        omitted.append(QJsonArray{qint64(place.start), qint64(place.end)});
    }
    object.insert(u"lectern:quote"_s, passage.quote);
    object.insert(u"lectern:omitted"_s, omitted);
    return object;
}

QJsonObject annotation(const Passage &passage, const QByteArray &md5)
{
    QJsonObject object{{u"id"_s, passage.id},
                       {u"type"_s, u"Annotation"_s},
                       {u"motivation"_s, passage.note.isEmpty() ? u"highlighting"_s : u"commenting"_s},
                       {u"body"_s, bodies(passage)},
                       {u"lectern:provenance"_s, annotationProvenance(passage)},
                       {u"target"_s, targets(passage, md5)}};
    if (passage.created.isValid())
        object.insert(u"created"_s, time(passage.created));
    if (passage.modified.isValid())
        object.insert(u"modified"_s, time(passage.modified));
    return object;
}

QJsonValue annotationContext()
{
    return QJsonArray{u"http://www.w3.org/ns/anno.jsonld"_s, QJsonObject{{u"lectern"_s, u"urn:lectern:"_s}}};
}

QString pageUrn(const std::vector<Passage> &passages, const QString &purpose)
{
    QString ids;
    for (const Passage &passage : passages)
        ids += passage.id + u'\n';
    const QUuid space = QUuid::createUuidV5(QUuid(), u"urn:lectern:"_s + purpose);
    return u"urn:uuid:"_s + QUuid::createUuidV5(space, ids).toString(QUuid::WithoutBraces);
}

QJsonObject annotationPage(const std::vector<Passage> &passages)
{
    const ExportOptions options;
    ExportArticles articles(options);
    return annotationPage(passages, articles);
}

QJsonObject annotationPage(const std::vector<Passage> &passages, ExportArticles &articles)
{
    QJsonArray items;
    for (const Passage &passage : passages)
        items.append(annotation(passage, articles.md5(passage)));
    return {{u"@context"_s, annotationContext()},
            {u"id"_s, pageUrn(passages, u"export"_s)},
            {u"type"_s, u"AnnotationPage"_s},
            {u"startIndex"_s, 0},
            {u"items"_s, items}};
}

} // namespace Lectern
