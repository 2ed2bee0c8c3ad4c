#include "import/docximporter.h"

#include "import/boundedxml.h"
#include "import/datereading.h"
#include "import/docxbody.h"
#include "import/metadatafields.h"
#include "import/officearchive.h"
#include "import/zipkind.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

struct Relationship
{
    QString type; ///< the last word of its URI: "hyperlink", "footnotes"
    QString target;
};

/// Relationships of a part by their ids; none when it has none.
QHash<QString, Relationship> relationships(ZipArchive &archive, const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    const QString name = u"%1_rels/%2.rels"_s.arg(part.first(slash + 1), part.sliced(slash + 1));
    QHash<QString, Relationship> result;
    if (!archive.contains(name))
        return result;
    const Result<QByteArray> bytes = archive.read(name);
    if (!bytes)
        return result;
    BoundedXml xml(*bytes);
    while (!xml.atEnd())
        if (xml.next() == QXmlStreamReader::StartElement && xml.is("Relationship"_L1))
            result.insert(xml.attribute("Id"_L1),
                          {xml.attribute("Type"_L1).section(u'/', -1), xml.attribute("Target"_L1)});
    return result;
}

/// The name in the archive of what a relationship of `part` points to.
QString resolved(const QString &part, const QString &target)
{
    return QUrl(u'/' + part).resolved(QUrl(target)).path().mid(1);
}

QString targetOfType(const QHash<QString, Relationship> &all, const QString &part, QStringView type)
{
    for (const Relationship &one : all)
        if (one.type == type && !one.target.isEmpty())
            return resolved(part, one.target);
    return {};
}

/// docProps/core.xml (Dublin Core).
DocumentProperties readProperties(ZipArchive &archive, const QString &name)
{
    DocumentProperties properties;
    if (!archive.contains(name))
        return properties;
    const Result<QByteArray> bytes = archive.read(name);
    if (!bytes)
        return properties;
    BoundedXml xml(*bytes);
    while (!xml.atEnd()) {
        if (xml.next() != QXmlStreamReader::StartElement || xml.depth() != 2)
            continue;
        const QString field = xml.name().toString();
        const QString value = xml.textInside().simplified();
        if (field == u"title")
            properties.title = value;
        else if (field == u"creator")
            properties.creators = value.split(u';', Qt::SkipEmptyParts);
        else if (field == u"modified")
            properties.modified = readDate(value);
        else if (field == u"language")
            properties.language = value;
        else if (field == u"keywords" && !value.isEmpty())
            properties.keywords << value;
        else if (field == u"description")
            properties.description = value;
    }
    return properties;
}

/// The notes in the order in which the text refers to them, each with its number before its first words.
std::vector<RichParagraph> orderedNotes(const DocxContext &context,
                                        const QHash<QString, std::vector<RichParagraph>> &notes)
{
    std::vector<RichParagraph> result;
    for (qsizetype i = 0; i < context.footnotes.size(); ++i) {
        std::vector<RichParagraph> note = notes.value(context.footnotes.at(i));
        if (note.empty())
            continue;
        note.front().runs.insert(note.front().runs.begin(), {u"[%1] "_s.arg(i + 1), {}});
        for (RichParagraph &paragraph : note)
            result.push_back(std::move(paragraph));
    }
    return result;
}

Result<RichText> readDocument(ZipArchive &archive, DocumentProperties &properties)
{
    const auto package = relationships(archive, QString());
    QString part = targetOfType(package, QString(), u"officeDocument");
    if (!archive.contains(part))
        part = u"word/document.xml"_s;
    const Result<QByteArray> body = archive.read(part);
    if (!body)
        return body.error();
    const auto related = relationships(archive, part);

    DocxContext context;
    for (auto it = related.begin(); it != related.end(); ++it)
        if (it->type == u"hyperlink" && (!webUrl(it->target).isEmpty() || it->target.startsWith(u"mailto:")))
            context.links.insert(it.key(), it->target);
    if (const QString styles = targetOfType(related, part, u"styles"); archive.contains(styles))
        if (const Result<QByteArray> bytes = archive.read(styles))
            context.styles = DocxStyles(*bytes);

    RichText document;
    Result<std::vector<RichParagraph>> paragraphs = readDocxBody(*body, context);
    if (!paragraphs)
        return paragraphs.error();
    document.paragraphs = std::move(*paragraphs);

    QHash<QString, std::vector<RichParagraph>> notes;
    for (const QString &type : {u"footnotes"_s, u"endnotes"_s}) {
        const QString name = targetOfType(related, part, type);
        if (context.footnotes.isEmpty() || !archive.contains(name))
            continue;
        const Result<QByteArray> bytes = archive.read(name);
        if (!bytes)
            continue;
        DocxContext inside = context;
        if (const auto read = readDocxNotes(*bytes, inside))
            for (auto it = read->begin(); it != read->end(); ++it)
                notes.insert(type == u"endnotes" ? u'e' + it.key() : it.key(), it.value());
    }
    document.notes = orderedNotes(context, notes);
    const QString core = targetOfType(package, QString(), u"core-properties");
    properties = readProperties(archive, core.isEmpty() ? u"docProps/core.xml"_s : core);
    return document;
}

} // namespace

QString DocxImporter::format() const
{
    return u"docx"_s;
}

int DocxImporter::sniff(const RawFile &file) const
{
    return zipKind(file.bytes) == ZipKind::Docx ? 100 : 0;
}

ImportOutcome DocxImporter::read(const RawFile &file, const ImportOptions &options) const
{
    return readOfficeArchive(file, format(), options, readDocument);
}

} // namespace Lectern
