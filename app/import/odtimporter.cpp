#include "import/odtimporter.h"

#include "import/boundedxml.h"
#include "import/datereading.h"
#include "import/odtbody.h"
#include "import/officearchive.h"
#include "import/zipkind.h"

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// meta.xml (ODF 1.3, part 3, 4.3). dc:creator is who saved it last; its author is the initial creator.
DocumentProperties readProperties(const QByteArray &bytes)
{
    DocumentProperties properties;
    BoundedXml xml(bytes);
    while (!xml.atEnd()) {
        if (xml.next() != QXmlStreamReader::StartElement || xml.depth() != 3)
            continue;
        const QString field = xml.name().toString();
        const QString value = xml.textInside().simplified();
        if (field == u"title")
            properties.title = value;
        else if (field == u"initial-creator")
            properties.creators << value;
        else if (field == u"date")
            properties.modified = readDate(value.section(u'.', 0, 0));
        else if (field == u"language")
            properties.language = value;
        else if (field == u"keyword" && !value.isEmpty())
            properties.keywords << value;
        else if (field == u"description")
            properties.description = value;
    }
    return properties;
}

Result<RichText> readDocument(ZipArchive &archive, DocumentProperties &properties)
{
    if (const QString manifest = u"META-INF/manifest.xml"_s; archive.contains(manifest))
        if (const Result<QByteArray> bytes = archive.read(manifest);
            bytes && bytes->contains("encryption-data"))
            return Error{
                ErrorKind::Encrypted,
                u"This document is encrypted. Open it in its program and save it without a password."_s,
                {}};
    if (archive.contains(u"mimetype"_s))
        if (const Result<QByteArray> type = archive.read(u"mimetype"_s);
            type && !type->contains("opendocument.text"))
            return Error{
                ErrorKind::Unsupported,
                u"This is an OpenDocument sheet, presentation or drawing, which Lectern does not read. "
                u"Save it as text, HTML or Markdown and open that."_s,
                {}};
    const Result<QByteArray> content = archive.read(u"content.xml"_s);
    if (!content)
        return content.error();
    OdtStyles styles;
    if (archive.contains(u"styles.xml"_s))
        if (const Result<QByteArray> bytes = archive.read(u"styles.xml"_s))
            styles.add(*bytes);
    styles.add(*content);
    if (archive.contains(u"meta.xml"_s))
        if (const Result<QByteArray> bytes = archive.read(u"meta.xml"_s))
            properties = readProperties(*bytes);
    return readOdtBody(*content, styles);
}

} // namespace

QString OdtImporter::format() const
{
    return u"odt"_s;
}

int OdtImporter::sniff(const RawFile &file) const
{
    return zipKind(file.bytes) == ZipKind::Odt ? 100 : 0;
}

ImportOutcome OdtImporter::read(const RawFile &file, const ImportOptions &options) const
{
    return readOfficeArchive(file, format(), options, readDocument);
}

} // namespace Lectern
