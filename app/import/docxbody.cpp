#include "import/docxbody.h"

#include "import/boundedxml.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype longestCell = 300; ///< UTF-16 units; longer ones lay out a page

/// False for <w:b w:val="0"/>.
bool isOn(const BoundedXml &xml)
{
    const QString value = xml.attribute("val"_L1);
    return value != u"0" && value != u"false" && value != u"off" && value != u"none";
}

/// A character of a symbol font, as far as one is known to mean the same elsewhere.
QString symbol(const QString &code)
{
    bool ok = false;
    const uint value = code.toUInt(&ok, 16);
    return ok && value >= 0x20 && value < 0xD800 ? QString(QChar(char16_t(value))) : QString();
}

class BodyReader
{
public:
    BodyReader(const QByteArray &bytes, DocxContext &context)
        : m_xml(bytes)
        , m_context(context)
    {}

    Result<void> read()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.next();
            if (token == QXmlStreamReader::StartElement)
                start();
            else if (token == QXmlStreamReader::EndElement)
                end();
            else if (token == QXmlStreamReader::Characters && m_inText)
                add(m_xml.text().toString());
        }
        return m_xml.fault();
    }

    std::vector<RichParagraph> paragraphs;
    QHash<QString, std::vector<RichParagraph>> notes;

private:
    /// A paragraph that is open; those inside it, of text boxes, wait until it is over.
    struct Open
    {
        RichParagraph paragraph;
        std::vector<RichParagraph> inside;
        RunStyle style;
        bool isHidden = false;
        int cells = 0;
        int fieldCode = 0; ///< fields whose code, not result, is being read
    };

    static bool isLeftOut(const BoundedXml &xml)
    {
        for (const QLatin1StringView name :
             {"del"_L1, "moveFrom"_L1, "delText"_L1, "instrText"_L1, "delInstrText"_L1, "Fallback"_L1,
              "pPrChange"_L1, "rPrChange"_L1, "sectPr"_L1, "rt"_L1, "sdtPr"_L1, "tblPr"_L1, "trPr"_L1,
              "tcPr"_L1})
            if (xml.is(name))
                return true;
        return false;
    }

    void start()
    {
        if (isLeftOut(m_xml))
            return m_xml.skip();
        if (m_xml.is("p"_L1)) {
            m_open.push_back({});
            m_open.back().cells = std::exchange(m_cells, 0);
        } else if (m_xml.is("tc"_L1)) {
            ++m_cells;
        } else if (m_xml.is("footnote"_L1) || m_xml.is("endnote"_L1)) {
            m_note = m_xml.attribute("type"_L1).isEmpty() ? m_xml.attribute("id"_L1) : QString();
        } else if (!m_open.empty()) {
            startInside(m_open.back());
        }
    }

    void startInside(Open &open)
    {
        if (m_xml.is("pPr"_L1))
            m_inProperties = true;
        else if (m_inProperties)
            paragraphProperty(open.paragraph);
        else if (m_xml.is("rPr"_L1))
            m_inRunProperties = true;
        else if (m_inRunProperties)
            runProperty(open);
        else if (m_xml.is("hyperlink"_L1))
            m_link = m_context.links.value(m_xml.attribute("id"_L1));
        else if (m_xml.is("r"_L1))
            open.style = {};
        else if (m_xml.is("t"_L1))
            m_inText = true;
        else if (m_xml.is("fldChar"_L1))
            fieldMark(open, m_xml.attribute("fldCharType"_L1));
        else
            character(open);
    }

    void character(Open &open)
    {
        if (m_xml.is("tab"_L1))
            add(u"\t"_s);
        else if (m_xml.is("br"_L1) || m_xml.is("cr"_L1))
            add(u"\n"_s);
        else if (m_xml.is("noBreakHyphen"_L1))
            add(u"\u2011"_s);
        else if (m_xml.is("softHyphen"_L1))
            add(u"\u00AD"_s);
        else if (m_xml.is("sym"_L1))
            add(symbol(m_xml.attribute("char"_L1)));
        else if (m_xml.is("footnoteReference"_L1))
            reference(open, m_xml.attribute("id"_L1));
        else if (m_xml.is("endnoteReference"_L1))
            reference(open, u'e' + m_xml.attribute("id"_L1));
    }

    static void fieldMark(Open &open, const QString &type)
    {
        if (type == u"begin")
            ++open.fieldCode;
        else if (open.fieldCode > 0)
            --open.fieldCode; // "separate" ends the code, "end" a field without a result
    }

    void reference(Open &open, const QString &id)
    {
        m_context.footnotes << id;
        RunStyle style;
        style.superscript = true;
        open.paragraph.append(u"[%1]"_s.arg(m_context.footnotes.size()), style);
    }

    void paragraphProperty(RichParagraph &paragraph)
    {
        if (m_xml.is("pStyle"_L1)) {
            const DocxStyles::Meaning meaning = m_context.styles.meaning(m_xml.attribute("val"_L1));
            paragraph.kind = meaning.kind;
            paragraph.level = meaning.level;
            paragraph.role = meaning.role;
        } else if (m_xml.is("outlineLvl"_L1)) {
            if (const int level = m_xml.attribute("val"_L1).toInt(); level >= 0 && level < 9)
                setKind(paragraph, BlockKind::Heading, std::min(level + 1, 6));
        } else if (m_xml.is("ilvl"_L1) && paragraph.kind != BlockKind::Heading) {
            setKind(paragraph, BlockKind::ListItem, std::clamp(m_xml.attribute("val"_L1).toInt(), 0, 8) + 1);
        } else if (m_xml.is("numId"_L1) && paragraph.kind != BlockKind::Heading) {
            if (m_xml.attribute("val"_L1) == u"0")
                setKind(paragraph, BlockKind::Paragraph, 0);
            else if (paragraph.kind != BlockKind::ListItem)
                setKind(paragraph, BlockKind::ListItem, 1);
        }
    }

    static void setKind(RichParagraph &paragraph, BlockKind kind, int level)
    {
        paragraph.kind = kind;
        paragraph.level = level;
    }

    void runProperty(Open &open)
    {
        RunStyle &style = open.style;
        if (m_xml.is("b"_L1))
            style.strong = isOn(m_xml);
        else if (m_xml.is("i"_L1))
            style.emphasis = isOn(m_xml);
        else if (m_xml.is("strike"_L1) || m_xml.is("dstrike"_L1))
            style.strike = isOn(m_xml);
        else if (m_xml.is("vertAlign"_L1)) {
            style.superscript = m_xml.attribute("val"_L1) == u"superscript";
            style.subscript = m_xml.attribute("val"_L1) == u"subscript";
        } else if (m_xml.is("vanish"_L1))
            open.isHidden = isOn(m_xml);
    }

    void add(const QString &text)
    {
        if (m_open.empty())
            return;
        Open &open = m_open.back();
        if (open.isHidden || open.fieldCode > 0)
            return;
        RunStyle style = open.style;
        style.link = m_link;
        // A heading is strong as a whole.
        style.strong = style.strong && open.paragraph.kind != BlockKind::Heading;
        open.paragraph.append(text, style);
    }

    void end()
    {
        if (m_xml.is("pPr"_L1))
            m_inProperties = false;
        else if (m_xml.is("rPr"_L1))
            m_inRunProperties = false;
        else if (m_xml.is("t"_L1))
            m_inText = false;
        else if (m_xml.is("hyperlink"_L1))
            m_link.clear();
        else if (m_xml.is("r"_L1) && !m_open.empty())
            m_open.back().isHidden = false;
        else if (m_xml.is("tc"_L1))
            m_cells = std::max(0, m_cells - 1);
        else if (m_xml.is("p"_L1) && !m_open.empty())
            endParagraph();
    }

    void endParagraph()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        m_cells = done.cells;
        if (m_cells > 0 && done.paragraph.text().size() < longestCell)
            setKind(done.paragraph, BlockKind::Cell, 0);
        std::vector<RichParagraph> &place = !m_open.empty()    ? m_open.back().inside
                                            : m_note.isEmpty() ? paragraphs
                                                               : notes[m_note];
        place.push_back(std::move(done.paragraph));
        std::move(done.inside.begin(), done.inside.end(), std::back_inserter(place));
    }

    BoundedXml m_xml;
    DocxContext &m_context;
    std::vector<Open> m_open;
    QString m_link;
    QString m_note; ///< id of the note being read
    int m_cells = 0;
    int m_inProperties = false; ///< 1 inside the properties of a paragraph
    bool m_inRunProperties = false;
    bool m_inText = false;
};

} // namespace

Result<std::vector<RichParagraph>> readDocxBody(const QByteArray &xml, DocxContext &context)
{
    BodyReader reader(xml, context);
    if (const Result<void> read = reader.read(); !read)
        return read.error();
    return std::move(reader.paragraphs);
}

Result<QHash<QString, std::vector<RichParagraph>>> readDocxNotes(const QByteArray &xml, DocxContext &context)
{
    BodyReader reader(xml, context);
    if (const Result<void> read = reader.read(); !read)
        return read.error();
    return std::move(reader.notes);
}

} // namespace Lectern
