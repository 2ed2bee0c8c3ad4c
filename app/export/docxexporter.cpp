#include "export/docxexporter.h"

#include "export/exportdocument.h"
#include "export/xmltext.h"
#include "export/zipfile.h"

#include <QXmlStreamWriter>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

const char *const contentTypes = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
)";

const char *const packageRelations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
)";

const char *const coreProperties = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Passages</dc:title><dc:creator>Lectern</dc:creator></cp:coreProperties>
)";

const char *const styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Charis SIL" w:hAnsi="Charis SIL" w:eastAsia="Noto Serif CJK SC" w:cs="Noto Naskh Arabic"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="440" w:after="160"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="90"/><w:ind w:left="567" w:right="567"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Citation"><w:name w:val="Citation"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="567" w:right="567"/></w:pPr><w:rPr><w:color w:val="444444"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Source"><w:name w:val="Source"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="666666"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Separator"><w:name w:val="Separator"/><w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="CCCCCC"/></w:pBdr><w:spacing w:before="120" w:after="240"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="2A5DB0"/></w:rPr></w:style>
</w:styles>
)";

QString paragraphStyle(DocumentRole role)
{
    switch (role) {
    case DocumentRole::Title:
        return u"Heading1"_s;
    case DocumentRole::Heading:
        return u"Heading2"_s;
    case DocumentRole::Quote:
        return u"Quote"_s;
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
    return u"Normal"_s;
}

/// Writes word/document.xml and gathers the links that it needs.
class Body
{
public:
    Body()
        : m_xml(&m_bytes)
    {
        m_xml.writeStartDocument(u"1.0"_s, true);
        m_xml.writeStartElement(u"w:document"_s);
        m_xml.writeAttribute(u"xmlns:w"_s, u"http://schemas.openxmlformats.org/wordprocessingml/2006/main"_s);
        m_xml.writeAttribute(u"xmlns:r"_s,
                             u"http://schemas.openxmlformats.org/officeDocument/2006/relationships"_s);
        m_xml.writeStartElement(u"w:body"_s);
    }

    void add(const DocumentEntry &entry)
    {
        m_language = entry.language;
        for (const DocumentBlock &block : entry.blocks)
            add(block, entry.number);
        startParagraph(u"Separator"_s, false);
        m_xml.writeEndElement();
    }

    QByteArray finished()
    {
        m_xml.writeStartElement(u"w:sectPr"_s);
        m_xml.writeEmptyElement(u"w:pgSz"_s);
        m_xml.writeAttribute(u"w:w"_s, u"11906"_s);
        m_xml.writeAttribute(u"w:h"_s, u"16838"_s);
        m_xml.writeEmptyElement(u"w:pgMar"_s);
        for (const auto &[side, twips] :
             {std::pair("top", 1247), std::pair("right", 1417), std::pair("bottom", 1247),
              std::pair("left", 1417), std::pair("header", 708), std::pair("footer", 708),
              std::pair("gutter", 0)})
            m_xml.writeAttribute(u"w:"_s + QString::fromLatin1(side), QString::number(twips));
        m_xml.writeEndDocument();
        return m_bytes;
    }

    /// word/_rels/document.xml.rels
    QByteArray relations() const
    {
        QString xml = u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
                      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                      "<Relationship Id=\"styles\" "
                      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
                      "Target=\"styles.xml\"/>"_s;
        for (qsizetype i = 0; i < m_links.size(); ++i)
            xml +=
                u"<Relationship Id=\"link%1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                "relationships/hyperlink\" Target=\"%2\" TargetMode=\"External\"/>"_s.arg(
                    QString::number(i + 1), xmlSafe(m_links.at(i)).toHtmlEscaped());
        return (xml + u"</Relationships>\n"_s).toUtf8();
    }

private:
    void startParagraph(const QString &style, bool isRtl)
    {
        m_xml.writeStartElement(u"w:p"_s);
        m_xml.writeStartElement(u"w:pPr"_s);
        m_xml.writeEmptyElement(u"w:pStyle"_s);
        m_xml.writeAttribute(u"w:val"_s, style);
        if (isRtl)
            m_xml.writeEmptyElement(u"w:bidi"_s);
        m_xml.writeEndElement();
    }

    void add(const DocumentBlock &block, int number)
    {
        m_isRtl = isRightToLeft(block);
        bool isFirst = true;
        for (const std::vector<DocumentRun> &line : block.lines()) {
            startParagraph(paragraphStyle(block.role), m_isRtl);
            if (std::exchange(isFirst, false)) {
                const QString front = block.role == DocumentRole::Quote && number > 0 ? u"[%1] "_s.arg(number)
                                      : block.role == DocumentRole::Citation          ? u"— "_s
                                      : block.label.isEmpty()                         ? QString()
                                                                                      : block.label + u": "_s;
                if (!front.isEmpty())
                    addRun({front});
            }
            for (const DocumentRun &run : line)
                run.style == DocumentStyle::Address ? addLink(run) : addRun(run);
            m_xml.writeEndElement();
        }
    }

    void addLink(const DocumentRun &run)
    {
        if (!m_links.contains(run.text))
            m_links += run.text;
        m_xml.writeStartElement(u"w:hyperlink"_s);
        m_xml.writeAttribute(u"r:id"_s, u"link%1"_s.arg(m_links.indexOf(run.text) + 1));
        addRun(run);
        m_xml.writeEndElement();
    }

    void property(const QString &name, const QString &value)
    {
        m_xml.writeEmptyElement(name);
        m_xml.writeAttribute(u"w:val"_s, value);
    }

    /// The properties stand in the order that the schema wants.
    void addRun(const DocumentRun &run)
    {
        m_xml.writeStartElement(u"w:r"_s);
        m_xml.writeStartElement(u"w:rPr"_s);
        if (run.style == DocumentStyle::Address)
            property(u"w:rStyle"_s, u"Hyperlink"_s);
        if (run.style == DocumentStyle::Italic) {
            m_xml.writeEmptyElement(u"w:i"_s);
            m_xml.writeEmptyElement(u"w:iCs"_s);
        }
        if (run.style == DocumentStyle::Kept) {
            property(u"w:shd"_s, u"clear"_s);
            m_xml.writeAttribute(u"w:color"_s, u"auto"_s);
            m_xml.writeAttribute(u"w:fill"_s, markFill(run.colour).toUpper());
        }
        if (run.style == DocumentStyle::Number)
            property(u"w:vertAlign"_s, u"superscript"_s);
        if (m_isRtl)
            m_xml.writeEmptyElement(u"w:rtl"_s);
        if (!m_language.isEmpty()) {
            m_xml.writeEmptyElement(u"w:lang"_s);
            for (const QString &script : {u"w:val"_s, u"w:eastAsia"_s, u"w:bidi"_s})
                m_xml.writeAttribute(script, m_language);
        }
        m_xml.writeEndElement();
        const QStringList pieces = run.text.split(u'\t');
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            if (i > 0)
                m_xml.writeEmptyElement(u"w:tab"_s);
            if (pieces.at(i).isEmpty())
                continue;
            m_xml.writeStartElement(u"w:t"_s);
            m_xml.writeAttribute(u"xml:space"_s, u"preserve"_s);
            m_xml.writeCharacters(xmlSafe(pieces.at(i)));
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    QStringList m_links;
    QString m_language;
    bool m_isRtl = false;
};

} // namespace

QByteArray DocxExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    Body body;
    for (const DocumentEntry &entry : documentOf(passages, options, articles))
        body.add(entry);
    const QByteArray document = body.finished();
    return zipped({{u"[Content_Types].xml"_s, contentTypes},
                   {u"_rels/.rels"_s, packageRelations},
                   {u"word/document.xml"_s, document},
                   {u"word/_rels/document.xml.rels"_s, body.relations()},
                   {u"word/styles.xml"_s, styles},
                   {u"docProps/core.xml"_s, coreProperties}});
}

QString DocxExporter::preview(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    return plainTextOf(documentOf(passages, options, articles));
}

} // namespace Lectern
