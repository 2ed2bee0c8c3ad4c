#include "import/feedreader.h"

#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr size_t maxItems = 100'000;
constexpr int maxDepth = 256;
constexpr qsizetype rootBytes = 64 * 1024;

/// Feeds write the entities of HTML without declaring them.
class HtmlEntities final : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        static const QHash<QString, QString> known{
            {u"nbsp"_s, u"\u00a0"_s}, {u"iexcl"_s, u"¡"_s},      {u"cent"_s, u"¢"_s},   {u"pound"_s, u"£"_s},
            {u"yen"_s, u"¥"_s},       {u"sect"_s, u"§"_s},       {u"copy"_s, u"©"_s},   {u"laquo"_s, u"«"_s},
            {u"raquo"_s, u"»"_s},     {u"shy"_s, u"\u00ad"_s},   {u"reg"_s, u"®"_s},    {u"deg"_s, u"°"_s},
            {u"middot"_s, u"·"_s},    {u"frac12"_s, u"½"_s},     {u"iquest"_s, u"¿"_s}, {u"Agrave"_s, u"À"_s},
            {u"Auml"_s, u"Ä"_s},      {u"Ccedil"_s, u"Ç"_s},     {u"Eacute"_s, u"É"_s}, {u"Ouml"_s, u"Ö"_s},
            {u"Uuml"_s, u"Ü"_s},      {u"szlig"_s, u"ß"_s},      {u"agrave"_s, u"à"_s}, {u"aacute"_s, u"á"_s},
            {u"acirc"_s, u"â"_s},     {u"auml"_s, u"ä"_s},       {u"aring"_s, u"å"_s},  {u"aelig"_s, u"æ"_s},
            {u"ccedil"_s, u"ç"_s},    {u"egrave"_s, u"è"_s},     {u"eacute"_s, u"é"_s}, {u"ecirc"_s, u"ê"_s},
            {u"euml"_s, u"ë"_s},      {u"iacute"_s, u"í"_s},     {u"icirc"_s, u"î"_s},  {u"iuml"_s, u"ï"_s},
            {u"ntilde"_s, u"ñ"_s},    {u"ograve"_s, u"ò"_s},     {u"oacute"_s, u"ó"_s}, {u"ocirc"_s, u"ô"_s},
            {u"ouml"_s, u"ö"_s},      {u"oslash"_s, u"ø"_s},     {u"ugrave"_s, u"ù"_s}, {u"uacute"_s, u"ú"_s},
            {u"ucirc"_s, u"û"_s},     {u"uuml"_s, u"ü"_s},       {u"ndash"_s, u"–"_s},  {u"mdash"_s, u"—"_s},
            {u"lsquo"_s, u"‘"_s},     {u"rsquo"_s, u"’"_s},      {u"sbquo"_s, u"‚"_s},  {u"ldquo"_s, u"“"_s},
            {u"rdquo"_s, u"”"_s},     {u"bdquo"_s, u"„"_s},      {u"bull"_s, u"•"_s},   {u"hellip"_s, u"…"_s},
            {u"lsaquo"_s, u"‹"_s},    {u"rsaquo"_s, u"›"_s},     {u"euro"_s, u"€"_s},   {u"trade"_s, u"™"_s},
            {u"minus"_s, u"−"_s},     {u"thinsp"_s, u"\u2009"_s}};
        return known.value(name, u'&' + name + u';');
    }
};

/// The values that a feed gives one item more than once, or in better and worse places.
struct Candidates
{
    QString full; ///< content:encoded, atom:content
    bool fullIsMarkup = true;
    QString summary; ///< description, atom:summary
    bool summaryIsMarkup = true;
};

class Reading
{
public:
    explicit Reading(const QByteArray &bytes)
        : m_xml(bytes)
    {
        m_xml.setEntityResolver(&m_entities);
        m_xml.setEntityExpansionLimit(4096);
    }

    Feed run()
    {
        if (m_xml.readNextStartElement())
            readContainer(0);
        if (m_xml.hasError())
            m_feed.error = u"%1 (line %2, column %3)"_s.arg(m_xml.errorString())
                               .arg(m_xml.lineNumber())
                               .arg(m_xml.columnNumber());
        return std::move(m_feed);
    }

private:
    bool isDublinCore() const { return m_xml.namespaceUri() == u"http://purl.org/dc/elements/1.1/"; }
    bool isForeign() const
    {
        const QStringView uri = m_xml.namespaceUri();
        return uri.contains(u"mrss"_s) || uri.contains(u"itunes"_s) || uri.contains(u"/media/"_s);
    }

    /// The feed, its channel, or what RDF puts around both.
    void readContainer(int depth)
    {
        if (depth == 0)
            m_feed.language = m_xml.attributes().value("xml:lang"_L1).toString();
        while (m_feed.items.size() < maxItems && m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString().toLower();
            if (name == u"channel" && depth < 2)
                readContainer(depth + 1);
            else if (name == u"item" || name == u"entry")
                readItem();
            else if (name == u"title" && m_feed.title.isEmpty() && !isForeign())
                m_feed.title = textOfElement().simplified();
            else if (name == u"language" && m_feed.language.isEmpty())
                m_feed.language = textOfElement().simplified();
            else
                m_xml.skipCurrentElement();
        }
    }

    void readItem()
    {
        FeedItem item;
        Candidates found;
        item.id = m_xml.attributes().value("rdf:about"_L1).toString();
        item.language = m_xml.attributes().value("xml:lang"_L1).toString();
        while (m_xml.readNextStartElement())
            readField(item, found);
        item.isSummary = found.full.trimmed().isEmpty();
        item.content = item.isSummary ? found.summary : found.full;
        item.isMarkup = item.isSummary ? found.summaryIsMarkup : found.fullIsMarkup;
        // An item that the XML ends in is not whole.
        if (!m_xml.hasError())
            m_feed.items.push_back(std::move(item));
    }

    void readField(FeedItem &item, Candidates &found)
    {
        const QString name = m_xml.name().toString().toLower();
        const auto once = [](QString &place, const QString &value) {
            if (place.isEmpty())
                place = value;
        };
        if (isForeign()) {
            m_xml.skipCurrentElement();
        } else if (name == u"title") {
            once(item.title, textOfElement());
        } else if (name == u"link") {
            readLink(item);
        } else if (name == u"guid" || name == u"id") {
            const bool isLink = name == u"guid" && m_xml.attributes().value("isPermaLink"_L1) != u"false";
            item.id = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
            if (isLink && item.url.isEmpty() && item.id.startsWith(u"http"))
                item.url = item.id;
        } else if (name == u"creator" || name == u"author" || name == u"contributor") {
            readAuthor(item);
        } else if (name == u"pubdate" || name == u"published" || name == u"issued" ||
                   (name == u"date" && isDublinCore())) {
            once(item.published, textOfElement().simplified());
        } else if (name == u"updated" || name == u"modified") {
            once(item.modified, textOfElement().simplified());
        } else if (name == u"category" || name == u"subject") {
            const QString term = m_xml.attributes().value("term"_L1).toString();
            const QString text = textOfElement().simplified();
            if (const QString category = term.isEmpty() ? text : term; !category.isEmpty())
                item.categories += category;
        } else if (name == u"encoded" || name == u"content" || name == u"body") {
            const QString text = markupOfElement(&found.fullIsMarkup);
            if (text.size() > found.full.size())
                found.full = text;
        } else if (name == u"description" || name == u"summary") {
            found.summary = markupOfElement(&found.summaryIsMarkup);
        } else {
            m_xml.skipCurrentElement();
        }
    }

    void readLink(FeedItem &item)
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const QString href = attributes.value("href"_L1).toString();
        const QStringView rel = attributes.value("rel"_L1);
        const QString text = textOfElement().trimmed();
        if (href.isEmpty() && !text.isEmpty())
            item.url = text;
        else if (!href.isEmpty() && (rel.isEmpty() || rel == u"alternate"))
            item.url = href;
    }

    /// A name, or "address (name)" as RSS writes it; Atom has elements inside.
    void readAuthor(FeedItem &item)
    {
        QString text;
        QString name;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement)
                break;
            if (token == QXmlStreamReader::StartElement && m_xml.name() == u"name")
                name = textOfElement().simplified();
            else if (token == QXmlStreamReader::StartElement)
                m_xml.skipCurrentElement();
            else if (token == QXmlStreamReader::Characters)
                text += m_xml.text();
        }
        text = text.simplified();
        if (name.isEmpty() && text.contains(u'@') && text.endsWith(u')'))
            name = text.section(u'(', 1).chopped(1).simplified();
        else if (name.isEmpty() && !text.contains(u'@'))
            name = text;
        if (!name.isEmpty() && !item.authors.contains(name))
            item.authors += name;
    }

    QString textOfElement() { return m_xml.readElementText(QXmlStreamReader::IncludeChildElements); }

    /// What stands inside the element: elements are written out again, so that XHTML in a feed becomes HTML.
    QString markupOfElement(bool *isMarkup)
    {
        const QStringView type = m_xml.attributes().value("type"_L1);
        *isMarkup = type != u"text" && type != u"text/plain";
        QString text;
        bool hasElements = false;
        int depth = 0;
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement: {
                hasElements = true;
                if (++depth > maxDepth) {
                    m_xml.raiseError(u"Elements are nested too deeply."_s);
                    return {};
                }
                text += u'<' + m_xml.name().toString();
                const QXmlStreamAttributes attributes = m_xml.attributes();
                for (const QXmlStreamAttribute &attribute : attributes)
                    text +=
                        u" %1=\"%2\""_s.arg(attribute.name(), attribute.value().toString().toHtmlEscaped());
                text += u'>';
                break;
            }
            case QXmlStreamReader::EndElement:
                if (depth-- == 0)
                    return text;
                text += u"</"_s + m_xml.name().toString() + u'>';
                break;
            case QXmlStreamReader::Characters:
                // Inside of elements it is text; alone it is HTML that was escaped.
                text += hasElements && depth > 0 ? m_xml.text().toString().toHtmlEscaped()
                                                 : m_xml.text().toString();
                break;
            default:
                break;
            }
        }
        return text;
    }

    QXmlStreamReader m_xml;
    HtmlEntities m_entities;
    Feed m_feed;
};

} // namespace

Feed readFeed(const QByteArray &bytes)
{
    return Reading(bytes).run();
}

QString xmlRootName(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes.left(rootBytes));
    xml.setEntityExpansionLimit(0);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement)
            return xml.name().toString().toLower();
    return {};
}

} // namespace Lectern
