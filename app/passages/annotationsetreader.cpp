#include "passages/highlightreaders.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// The words and what stands beside them, of a list of W3C selectors or of one.
void takeQuote(const QJsonValue &selectors, ForeignHighlight *highlight)
{
    const QJsonArray list = selectors.isArray() ? selectors.toArray() : QJsonArray{selectors};
    for (const QJsonValue &selector : list) {
        if (selector[u"type"].toString() != "TextQuoteSelector"_L1)
            continue;
        highlight->quote = selector[u"exact"].toString();
        highlight->prefix = selector[u"prefix"].toString();
        highlight->suffix = selector[u"suffix"].toString();
    }
}

QDateTime timeOf(const QJsonValue &value)
{
    // Hypothesis writes microseconds, which Qt does not read.
    QString text = value.toString();
    if (const qsizetype point = text.indexOf(u'.'); point > 0) {
        qsizetype end = point + 1;
        while (end < text.size() && text[end].isDigit())
            ++end;
        if (end > point + 4)
            text.remove(point + 4, end - point - 4);
    }
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        if (const QString text = item.toString().trimmed(); !text.isEmpty())
            list += text;
    return list;
}

/// "a string" or ["a list of", ...]: the first.
QString firstOf(const QJsonValue &value)
{
    return value.isArray() ? value[0].toString() : value.toString();
}

} // namespace

Result<ForeignHighlights> readHypothesis(const QJsonDocument &document, const QString &path)
{
    const QJsonValue rows = document.isArray() ? QJsonValue(document.array()) : document[u"rows"];
    if (!rows.isArray())
        return Error{
            ErrorKind::Unsupported,
            u"This JSON holds no highlights that can be read: neither rows of Hypothesis nor a Readium "
            "annotation set."_s,
            path};
    ForeignHighlights read;
    read.format = u"hypothesis"_s;
    int number = 0;
    for (const QJsonValue &row : rows.toArray()) {
        ++number;
        ForeignHighlight one;
        one.number = number;
        one.note = row[u"text"].toString();
        one.tags = stringsOf(row[u"tags"]);
        one.url = row[u"uri"].toString();
        one.title = firstOf(row[u"document"][u"title"]);
        one.created = timeOf(row[u"created"]);
        one.modified = timeOf(row[u"updated"]);
        takeQuote(row[u"target"][0][u"selector"], &one);
        if (!row[u"references"].toArray().isEmpty()) {
            read.refused.push_back({number, u"It is a reply to another annotation."_s});
        } else if (one.quote.trimmed().isEmpty()) {
            read.refused.push_back({number, u"It marks no words: it is a note on the whole page."_s});
        } else {
            one.id = foreignId(read.format,
                               {row[u"id"].toString(), row[u"id"].isString() ? QString() : one.quote});
            read.highlights.push_back(std::move(one));
        }
    }
    return read;
}

Result<ForeignHighlights> readAnnotationSet(const QJsonDocument &document, const QString &path)
{
    if (!document[u"items"].isArray())
        return Error{ErrorKind::Malformed, u"This annotation set has no items."_s, path};
    const QJsonValue about = document[u"about"];
    ForeignHighlights read;
    read.format = u"readium"_s;
    int number = 0;
    for (const QJsonValue &item : document[u"items"].toArray()) {
        ++number;
        ForeignHighlight one;
        one.number = number;
        const QJsonValue body = item[u"body"];
        one.note = body[u"value"].toString();
        one.tags = stringsOf(body[u"tags"]);
        if (const QString tag = body[u"tag"].toString(); !tag.isEmpty())
            one.tags += tag;
        one.colour = foreignColour(body[u"color"].toString());
        one.title = firstOf(about[u"dc:title"]);
        one.author = firstOf(about[u"dc:creator"]);
        const QString source = item[u"target"][u"source"].toString();
        if (source.startsWith("http"_L1))
            one.url = source;
        one.created = timeOf(item[u"created"]);
        one.modified = item[u"modified"].isString() ? timeOf(item[u"modified"]) : one.created;
        takeQuote(item[u"target"][u"selector"], &one);
        if (one.quote.trimmed().isEmpty()) {
            read.refused.push_back({number, u"It does not say which words it marks."_s});
            continue;
        }
        const QString id = item[u"id"].toString();
        one.id = id.startsWith("urn:uuid:"_L1) ? id : foreignId(read.format, {one.title, id, one.quote});
        read.highlights.push_back(std::move(one));
    }
    return read;
}

} // namespace Lectern
