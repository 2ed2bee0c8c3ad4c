#include "import/epubpackage.h"

#include "import/boundedxml.h"
#include "import/datereading.h"
#include "import/metadatafields.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr size_t maxChapters = 20'000;

struct ManifestItem
{
    QString member;
    QString type;
    QString properties;
};

/// The member that `href` means in the document `base`.
QString memberOf(const ZipArchive &archive, const QString &base, const QString &href)
{
    QUrl from;
    from.setPath(u'/' + base);
    const QString plain = href.section(u'#', 0, 0);
    const QString decoded = from.resolved(QUrl(plain)).path(QUrl::FullyDecoded).mid(1);
    return archive.contains(decoded) ? decoded : from.resolved(QUrl(plain)).path(QUrl::FullyEncoded).mid(1);
}

Result<void> checkProtection(ZipArchive &archive)
{
    static const QSet<QString> obfuscations{u"http://www.idpf.org/2008/embedding"_s,
                                            u"http://ns.adobe.com/pdf/enc#RC"_s};
    const QString name = u"META-INF/encryption.xml"_s;
    if (!archive.contains(name))
        return {};
    const Result<QByteArray> bytes = archive.read(name);
    if (!bytes)
        return bytes.error();
    BoundedXml xml(*bytes);
    bool inKey = false;
    while (!xml.atEnd()) {
        const auto token = xml.next();
        if (xml.is("EncryptedKey"_L1))
            inKey = token == QXmlStreamReader::StartElement;
        if (token == QXmlStreamReader::StartElement && xml.is("EncryptionMethod"_L1) &&
            (inKey || !obfuscations.contains(xml.attribute("Algorithm"_L1))))
            return Error{
                ErrorKind::Encrypted,
                u"This e-book is protected against copying (DRM). Lectern cannot read it; open it in the "
                u"program of the shop where it is from."_s,
                {}};
    }
    return {};
}

QString packageMember(ZipArchive &archive)
{
    if (const Result<QByteArray> bytes = archive.read(u"META-INF/container.xml"_s)) {
        BoundedXml xml(*bytes);
        while (!xml.atEnd())
            if (xml.next() == QXmlStreamReader::StartElement && xml.is("rootfile"_L1))
                if (const QString path = xml.attribute("full-path"_L1); archive.contains(path))
                    return path;
    }
    const QStringList names = archive.names();
    const auto found = std::find_if(names.begin(), names.end(), [](const QString &name) {
        return name.endsWith(u".opf", Qt::CaseInsensitive);
    });
    return found == names.end() ? QString() : *found;
}

/// The package document.
class PackageReader
{
public:
    PackageReader(ZipArchive &archive, const QString &member, const QByteArray &bytes, ArticleDraft &draft)
        : m_archive(archive)
        , m_member(member)
        , m_xml(bytes)
        , m_draft(draft)
    {}

    Result<EpubPackage> read()
    {
        while (!m_xml.atEnd())
            if (m_xml.next() == QXmlStreamReader::StartElement)
                start();
        if (const Result<void> sound = m_xml.fault(); !sound && m_spine.isEmpty())
            return sound.error();
        takeMetadata();
        const QHash<QString, QString> labels = readLabels();
        EpubPackage package;
        QSet<QString> seen;
        for (const QString &id : std::as_const(m_spine)) {
            const ManifestItem item = m_items.value(id);
            if (item.member.isEmpty() || seen.contains(item.member) ||
                package.chapters.size() >= maxChapters ||
                (item.properties.split(u' ').contains(u"nav"_s) && m_spine.size() > 1))
                continue;
            seen.insert(item.member);
            package.chapters.push_back({item.member, labels.value(item.member)});
        }
        return package;
    }

private:
    void start()
    {
        if (m_xml.is("item"_L1))
            m_items.insert(m_xml.attribute("id"_L1),
                           {memberOf(m_archive, m_member, m_xml.attribute("href"_L1)),
                            m_xml.attribute("media-type"_L1), m_xml.attribute("properties"_L1)});
        else if (m_xml.is("itemref"_L1))
            m_spine << m_xml.attribute("idref"_L1);
        else if (m_xml.is("spine"_L1))
            m_ncx = m_xml.attribute("toc"_L1);
        else if (m_xml.is("meta"_L1))
            readMeta();
        else if (m_xml.namespaceUri() == u"http://purl.org/dc/elements/1.1/")
            readDublinCore();
    }

    /// EPUB 3: <meta property="..." refines="#id">value</meta>.
    void readMeta()
    {
        const QString property = m_xml.attribute("property"_L1);
        const QString refines = m_xml.attribute("refines"_L1).mid(1);
        if (property.isEmpty())
            return;
        const QString value = m_xml.textInside().simplified();
        if (property == u"role" && value != u"aut" && value != u"cre")
            m_otherRoles.insert(refines);
        else if (property == u"title-type" && value == u"main")
            m_mainTitle = refines;
        else if (property == u"dcterms:modified" && refines.isEmpty())
            m_draft.modified = readDate(value);
    }

    void readDublinCore()
    {
        const QString field = m_xml.name().toString();
        const QString id = m_xml.attribute("id"_L1);
        const QString role = m_xml.attribute("role"_L1);
        const QString event = m_xml.attribute("event"_L1);
        const QString value = m_xml.textInside().simplified();
        if (value.isEmpty())
            return;
        if (field == u"title")
            m_titles.push_back({id, value});
        else if (field == u"creator" && (role.isEmpty() || role == u"aut"))
            m_creators.push_back({id, value});
        else if (field == u"date" && (event.isEmpty() || event == u"publication"))
            putField(m_draft, u"date"_s, {value});
        else if (field == u"publisher")
            putField(m_draft, u"publisher"_s, {value});
        else if (field == u"language" && value != u"und")
            putField(m_draft, u"language"_s, {value});
        else if (field == u"source")
            putField(m_draft, u"url"_s, {value});
        else if (field == u"subject")
            m_draft.tags << value;
        else if (field == u"description")
            m_draft.extra.insert(field, value.left(10'000));
    }

    void takeMetadata()
    {
        for (const auto &[id, title] : m_titles)
            if (m_draft.title.isEmpty() || (!id.isEmpty() && id == m_mainTitle))
                m_draft.title = title;
        for (const auto &[id, name] : m_creators)
            if (id.isEmpty() || !m_otherRoles.contains(id))
                m_draft.authors << name;
    }

    /// What the table of contents calls each document: the first label that leads into it.
    QHash<QString, QString> readLabels()
    {
        QString member = m_items.value(m_ncx).member;
        for (const ManifestItem &item : std::as_const(m_items))
            if (item.properties.split(u' ').contains(u"nav"_s))
                member = item.member;
        QHash<QString, QString> labels;
        if (!m_archive.contains(member))
            return labels;
        const Result<QByteArray> bytes = m_archive.read(member);
        if (!bytes)
            return labels;
        const auto put = [&](const QString &href, const QString &label) {
            const QString target = memberOf(m_archive, member, href);
            if (!href.isEmpty() && !label.isEmpty() && !labels.contains(target))
                labels.insert(target, label.simplified().left(300));
        };
        BoundedXml xml(*bytes);
        QString label;
        while (!xml.atEnd()) {
            if (xml.next() != QXmlStreamReader::StartElement)
                continue;
            if (xml.is("text"_L1))
                label = xml.textInside();
            else if (xml.is("content"_L1))
                put(xml.attribute("src"_L1), label);
            else if (xml.is("a"_L1)) {
                const QString href = xml.attribute("href"_L1);
                put(href, xml.textInside());
            }
        }
        return labels;
    }

    ZipArchive &m_archive;
    QString m_member;
    BoundedXml m_xml;
    ArticleDraft &m_draft;
    QHash<QString, ManifestItem> m_items;
    QStringList m_spine;
    QString m_ncx; ///< id of the NCX document
    QString m_mainTitle;
    QSet<QString> m_otherRoles; ///< ids of creators who are not authors
    std::vector<std::pair<QString, QString>> m_titles;
    std::vector<std::pair<QString, QString>> m_creators;
};

} // namespace

Result<EpubPackage> readEpubPackage(ZipArchive &archive, ArticleDraft &draft)
{
    if (const Result<void> open = checkProtection(archive); !open)
        return open.error();
    const QString member = packageMember(archive);
    if (member.isEmpty())
        return Error{
            ErrorKind::Malformed,
            u"It has no package document, so that nothing tells in which order it is read. Download it "
            u"again."_s,
            {}};
    const Result<QByteArray> bytes = archive.read(member);
    if (!bytes)
        return bytes.error();
    return PackageReader(archive, member, *bytes, draft).read();
}

} // namespace Lectern
