#include "export/odtexporter.h"

#include "export/exportdocument.h"
#include "export/xmltext.h"
#include "export/zipfile.h"

#include <QXmlStreamWriter>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

const char *const mimetype = "application/vnd.oasis.opendocument.text";

const char *const manifest = R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
)";

const char *const meta = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2">
<office:meta><meta:generator>Lectern</meta:generator><dc:title>Passages</dc:title></office:meta>
</office:document-meta>
)";

const char *const styles = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2">
<office:font-face-decls>
<style:font-face style:name="Charis SIL" svg:font-family="'Charis SIL'" style:font-family-generic="roman"/>
<style:font-face style:name="Noto Naskh Arabic" svg:font-family="'Noto Naskh Arabic'" style:font-family-generic="system"/>
<style:font-face style:name="Noto Serif CJK SC" svg:font-family="'Noto Serif CJK SC'" style:font-family-generic="system"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="Charis SIL" style:font-name-asian="Noto Serif CJK SC" style:font-name-complex="Noto Naskh Arabic" fo:font-size="11pt" style:font-size-asian="11pt" style:font-size-complex="11pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="115%"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1" style:class="text"><style:paragraph-properties fo:margin-top="0.8cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="17pt" style:font-size-asian="17pt" style:font-size-complex="17pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2" style:class="text"><style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" style:font-size-asian="13pt" style:font-size-complex="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard" style:class="html"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-bottom="0.15cm"/></style:style>
<style:style style:name="Citation" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/><style:text-properties fo:color="#444444"/></style:style>
<style:style style:name="Note" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Source" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"/><style:text-properties fo:font-size="8pt" style:font-size-asian="8pt" style:font-size-complex="8pt" fo:color="#666666"/></style:style>
<style:style style:name="Separator" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="0.2cm" fo:margin-bottom="0.4cm" fo:border-bottom="0.5pt solid #cccccc"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"/></style:style>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#2a5db0"/></style:style>
<style:style style:name="Number" style:family="text"><style:text-properties style:text-position="super 65%"/></style:style>
MARKS</office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="2.2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
</office:document-styles>
)";

QByteArray stylesXml()
{
    QString marks;
    for (int i = 0; i < markColourCount; ++i)
        marks += u"<style:style style:name=\"Mark_%1\" style:family=\"text\"><style:text-properties "
                 "fo:background-color=\"#%2\"/></style:style>\n"_s.arg(name(MarkColour(i)),
                                                                       markFill(MarkColour(i)));
    return QByteArray(styles).replace("MARKS", marks.toUtf8());
}

QString paragraphStyle(const DocumentBlock &block)
{
    switch (block.role) {
    case DocumentRole::Title:
        return u"Heading_20_1"_s;
    case DocumentRole::Heading:
        return u"Heading_20_2"_s;
    case DocumentRole::Quote:
        return u"Quotations"_s;
    case DocumentRole::Citation:
        return u"Citation"_s;
    case DocumentRole::Note:
    case DocumentRole::Tags:
        return u"Note"_s;
    case DocumentRole::Record:
        return u"Source"_s;
    case DocumentRole::Paragraph:
        break;
    }
    return u"Standard"_s;
}

/// Writes content.xml.
class Content
{
public:
    Content()
        : m_xml(&m_bytes)
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"office:document-content"_s);
        const std::pair<const char *, const char *> namespaces[] = {
            {"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
            {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
            {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
            {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
            {"office:version", "1.2"}};
        for (const auto &[key, value] : namespaces)
            m_xml.writeAttribute(QString::fromLatin1(key), QString::fromLatin1(value));
        writeDirections();
        m_xml.writeStartElement(u"office:body"_s);
        m_xml.writeStartElement(u"office:text"_s);
    }

    void add(const DocumentEntry &entry)
    {
        for (const DocumentBlock &block : entry.blocks)
            add(block, entry.number);
        m_xml.writeStartElement(u"text:p"_s);
        m_xml.writeAttribute(u"text:style-name"_s, u"Separator"_s);
        m_xml.writeEndElement();
    }

    QByteArray finished()
    {
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    /// Every paragraph style once more for text from right to left.
    void writeDirections()
    {
        m_xml.writeStartElement(u"office:automatic-styles"_s);
        for (const QString &style : {u"Heading_20_1"_s, u"Heading_20_2"_s, u"Quotations"_s, u"Citation"_s,
                                     u"Note"_s, u"Source"_s, u"Standard"_s}) {
            m_xml.writeStartElement(u"style:style"_s);
            m_xml.writeAttribute(u"style:name"_s, style + u"_rtl"_s);
            m_xml.writeAttribute(u"style:family"_s, u"paragraph"_s);
            m_xml.writeAttribute(u"style:parent-style-name"_s, style);
            m_xml.writeEmptyElement(u"style:paragraph-properties"_s);
            m_xml.writeAttribute(u"style:writing-mode"_s, u"rl-tb"_s);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void add(const DocumentBlock &block, int number)
    {
        const bool isHeading = block.role == DocumentRole::Title || block.role == DocumentRole::Heading;
        bool isFirst = true;
        for (const std::vector<DocumentRun> &line : block.lines()) {
            m_xml.writeStartElement(isHeading ? u"text:h"_s : u"text:p"_s);
            m_xml.writeAttribute(u"text:style-name"_s,
                                 paragraphStyle(block) + (isRightToLeft(block) ? u"_rtl"_s : QString()));
            if (isHeading)
                m_xml.writeAttribute(u"text:outline-level"_s,
                                     block.role == DocumentRole::Title ? u"1"_s : u"2"_s);
            if (std::exchange(isFirst, false))
                writeBeginning(block, number);
            for (const DocumentRun &run : line)
                add(run);
            m_xml.writeEndElement();
        }
    }

    void writeBeginning(const DocumentBlock &block, int number)
    {
        if (block.role == DocumentRole::Quote && number > 0)
            writeText(u"[%1] "_s.arg(number));
        if (block.role == DocumentRole::Citation)
            writeText(u"— "_s);
        if (!block.label.isEmpty())
            writeText(block.label + u": "_s);
    }

    void add(const DocumentRun &run)
    {
        switch (run.style) {
        case DocumentStyle::Plain:
        case DocumentStyle::LeftOut:
            return writeText(run.text);
        case DocumentStyle::Address:
            m_xml.writeStartElement(u"text:a"_s);
            m_xml.writeAttribute(u"xlink:type"_s, u"simple"_s);
            m_xml.writeAttribute(u"xlink:href"_s, xmlSafe(run.text));
            m_xml.writeAttribute(u"text:style-name"_s, u"Internet_20_link"_s);
            break;
        case DocumentStyle::Italic:
            startSpan(u"Emphasis"_s);
            break;
        case DocumentStyle::Kept:
            startSpan(u"Mark_"_s + name(run.colour));
            break;
        case DocumentStyle::Number:
            startSpan(u"Number"_s);
            break;
        }
        writeText(run.text);
        m_xml.writeEndElement();
    }

    void startSpan(const QString &style)
    {
        m_xml.writeStartElement(u"text:span"_s);
        m_xml.writeAttribute(u"text:style-name"_s, style);
    }

    /// A reader takes blanks in a row for one, and the first of a paragraph for none: each but a single one
    /// between words is an element, so that every word and blank stays.
    void writeText(const QString &text)
    {
        QString pending;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            const bool isLone = i > 0 && i + 1 < text.size() && text[i - 1] != u' ' && text[i + 1] != u' ' &&
                                text[i - 1] != u'\t';
            if (c != u'\t' && (c != u' ' || isLone)) {
                pending += c;
                continue;
            }
            m_xml.writeCharacters(xmlSafe(std::exchange(pending, {})));
            m_xml.writeEmptyElement(c == u'\t' ? u"text:tab"_s : u"text:s"_s);
        }
        m_xml.writeCharacters(xmlSafe(pending));
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray OdtExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    Content content;
    for (const DocumentEntry &entry : documentOf(passages, options, articles))
        content.add(entry);
    return zipped({{u"mimetype"_s, mimetype, ZipPacking::Stored},
                   {u"META-INF/manifest.xml"_s, manifest},
                   {u"content.xml"_s, content.finished()},
                   {u"styles.xml"_s, stylesXml()},
                   {u"meta.xml"_s, meta}});
}

QString OdtExporter::preview(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    return plainTextOf(documentOf(passages, options, articles));
}

} // namespace Lectern
