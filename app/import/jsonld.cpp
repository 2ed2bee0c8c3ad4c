#include "import/jsonld.h"

#include "import/bylines.h"
#include "import/datereading.h"
#include "import/htmlguard.h"
#include "import/metadatafields.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxDepth = 8;
constexpr int maxObjects = 2000;

using ById = QHash<QString, QJsonObject>;

/// All objects below a value, outer before inner.
void collect(const QJsonValue &value, int depth, std::vector<QJsonObject> &objects)
{
    if (depth > maxDepth || objects.size() >= size_t(maxObjects))
        return;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            collect(item, depth + 1, objects);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        objects.push_back(object);
        for (const QJsonValue &member : object)
            collect(member, depth + 1, objects);
    }
}

QStringList typesOf(const QJsonObject &object)
{
    const QJsonValue type = object.value(u"@type");
    QStringList types;
    if (type.isString())
        types << type.toString();
    for (const QJsonValue &item : type.toArray())
        types << item.toString();
    return types;
}

/// 2 for an article, 1 for a page, 0 for anything else.
int articleRank(const QJsonObject &object)
{
    int rank = 0;
    for (const QString &type : typesOf(object)) {
        if (type.endsWith(u"Article") || type.endsWith(u"BlogPosting") || type == u"Report" ||
            type == u"LiveBlogPosting" || type == u"Review")
            rank = 2;
        else if (type == u"WebPage")
            rank = std::max(rank, 1);
    }
    return rank;
}

/// JSON-LD in pages is often escaped once more as HTML.
QString clean(const QJsonValue &value)
{
    QString text = value.toString();
    if (text.contains(u'&') && text.contains(u';')) {
        CanonicalTextBuilder builder;
        stripTags(text.toUtf8(), builder);
        text = builder.take().text;
    }
    return text.simplified();
}

QJsonObject resolved(const QJsonObject &object, const ById &byId)
{
    if (object.contains(u"name"))
        return object;
    return byId.value(object.value(u"@id").toString(), object);
}

/// The names of a person, an organisation, a list of them, or plain text.
QStringList namesOf(const QJsonValue &value, const ById &byId)
{
    QStringList names;
    if (value.isString())
        return splitNames(clean(value));
    if (value.isObject()) {
        const QJsonValue name = resolved(value.toObject(), byId).value(u"name");
        if (name.isString() && !name.toString().startsWith(u"http"))
            names << splitNames(clean(name));
        else if (name.isArray())
            names << namesOf(name, byId);
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(array.size(), 50); ++i)
        if (!array.at(i).isArray())
            names << namesOf(array.at(i), byId);
    names.removeDuplicates();
    return names;
}

QString firstString(const QJsonValue &value)
{
    return clean(value.isArray() ? value.toArray().at(0) : value);
}

PageMetadata metadataOf(const QJsonObject &object, const ById &byId)
{
    PageMetadata found;
    found.title = firstString(object.value(u"headline"));
    if (found.title.isEmpty() && articleRank(object) == 2)
        found.title = firstString(object.value(u"name"));
    found.authors = namesOf(object.value(u"author"), byId);
    if (found.authors.isEmpty())
        found.authors = namesOf(object.value(u"creator"), byId);
    found.outlet = namesOf(object.value(u"publisher"), byId).value(0);
    found.published = readDate(firstString(object.value(u"datePublished")));
    found.modified = readDate(firstString(object.value(u"dateModified")));
    const QJsonValue page = object.value(u"mainEntityOfPage");
    found.url = webUrl(firstString(object.value(u"url")));
    if (found.url.isEmpty())
        found.url = webUrl(page.isObject() ? page.toObject().value(u"@id").toString() : firstString(page));
    found.description = firstString(object.value(u"description"));
    found.articleBody = object.value(u"articleBody").toString();
    const QJsonValue keywords = object.value(u"keywords");
    for (const QJsonValue &keyword : keywords.isString() ? QJsonArray{keywords} : keywords.toArray())
        found.tags << clean(keyword).split(u',', Qt::SkipEmptyParts);
    for (QString &tag : found.tags)
        tag = tag.simplified();
    return found;
}

/// Pages leave raw line breaks and tabs in their strings, and comments around the whole.
QByteArray mendedJson(QString text)
{
    text = text.trimmed();
    for (const QStringView mark : {u"<!--", u"//<![CDATA[", u"<![CDATA[", u"/*<![CDATA[*/"})
        if (text.startsWith(mark))
            text = text.sliced(mark.size());
    for (const QStringView mark : {u"-->", u"//]]>", u"]]>", u"/*]]>*/"})
        if (text.endsWith(mark))
            text.chop(mark.size());
    for (QChar &c : text)
        if (c.unicode() < 0x20)
            c = u' ';
    text = text.trimmed();
    while (text.endsWith(u';'))
        text.chop(1);
    return text.toUtf8();
}

} // namespace

PageMetadata readJsonLd(const HtmlTree &tree)
{
    std::vector<QJsonObject> objects;
    for (int node = 0; node < tree.size(); ++node) {
        if (tree.tag(node) != HtmlTag::Script ||
            !tree.attribute(node, "type").contains(u"ld+json", Qt::CaseInsensitive))
            continue;
        QString script;
        for (int i = node + 1; i < tree.at(node).end; ++i)
            script += tree.at(i).text;
        const QJsonDocument json = QJsonDocument::fromJson(mendedJson(script));
        collect(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), 0, objects);
    }
    ById byId;
    for (const QJsonObject &object : objects)
        if (const QString id = object.value(u"@id").toString();
            !id.isEmpty() && object.contains(u"name") && !byId.contains(id))
            byId.insert(id, object);

    PageMetadata best;
    int bestRank = 0;
    for (const QJsonObject &object : objects) {
        const int rank = articleRank(object);
        if (rank <= bestRank)
            continue;
        best = metadataOf(object, byId);
        bestRank = rank;
    }
    return best;
}

} // namespace Lectern
