#include "import/odtbody.h"

#include "import/boundedxml.h"
#include "import/metadatafields.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype longestCell = 300; ///< UTF-16 units; longer ones lay out a page
constexpr int maxSpaces = 200;         ///< in one <text:s>

class BodyReader
{
public:
    BodyReader(const QByteArray &bytes, const OdtStyles &styles)
        : m_xml(bytes)
        , m_styles(styles)
    {}

    Result<RichText> read()
    {
        bool inBody = false;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.next();
            if (token == QXmlStreamReader::StartElement) {
                inBody = inBody || m_xml.is("body"_L1);
                if (inBody)
                    start();
            } else if (token == QXmlStreamReader::EndElement) {
                end();
            } else if (token == QXmlStreamReader::Characters) {
                add(m_xml.text().toString());
            }
        }
        if (const Result<void> sound = m_xml.fault(); !sound)
            return sound.error();
        return std::move(m_document);
    }

private:
    /// A paragraph that is open; those inside it, of text boxes, wait until it is over.
    struct Open
    {
        RichParagraph paragraph;
        std::vector<RichParagraph> inside;
        std::vector<std::pair<int, RunStyle>> styles; ///< with the depth of their elements
        int hiddenFrom = 0;                           ///< depth of the element that hides; 0 for none
        int lists = 0;
        int cells = 0;
        bool inNote = false;
    };

    bool isLeftOut() const
    {
        for (const QLatin1StringView name :
             {"tracked-changes"_L1, "annotation"_L1, "forms"_L1, "note-citation"_L1, "ruby-text"_L1,
              "sequence-decls"_L1, "title"_L1, "desc"_L1, "script"_L1, "hidden-text"_L1, "object"_L1})
            if (m_xml.is(name))
                return true;
        return false;
    }

    void start()
    {
        if (isLeftOut())
            m_xml.skip();
        else if (m_xml.is("p"_L1) || m_xml.is("h"_L1))
            beginParagraph();
        else if (m_xml.is("list"_L1))
            ++m_lists;
        else if (m_xml.is("table-cell"_L1))
            ++m_cells;
        else if (m_xml.is("note"_L1))
            beginNote();
        else if (!m_open.empty())
            startInside(m_open.back());
    }

    void beginParagraph()
    {
        const QString style = m_xml.attribute("style-name"_L1);
        Open open;
        open.paragraph = m_styles.paragraph(style);
        if (m_xml.is("h"_L1)) {
            const int level = m_xml.attribute("outline-level"_L1).toInt();
            open.paragraph.kind = BlockKind::Heading;
            open.paragraph.level = std::clamp(level, 1, 6);
        }
        if (open.paragraph.kind == BlockKind::Paragraph)
            open.styles.push_back({m_xml.depth(), m_styles.run(style, {})});
        open.lists = m_lists;
        open.cells = m_cells;
        open.inNote = m_inNote;
        if (m_startsNote)
            open.paragraph.append(u"[%1] "_s.arg(m_notes), {});
        m_startsNote = false;
        m_lists = m_cells = 0;
        m_open.push_back(std::move(open));
    }

    void beginNote()
    {
        ++m_notes;
        if (!m_open.empty()) {
            RunStyle style;
            style.superscript = true;
            m_open.back().paragraph.append(u"[%1]"_s.arg(m_notes), style);
        }
        m_startsNote = true;
        m_inNote = true;
    }

    void startInside(Open &open)
    {
        RunStyle style = open.styles.empty() ? RunStyle() : open.styles.back().second;
        if (m_xml.is("span"_L1)) {
            const QString name = m_xml.attribute("style-name"_L1);
            open.styles.push_back({m_xml.depth(), m_styles.run(name, style)});
            if (open.hiddenFrom == 0 && m_styles.isHidden(name))
                open.hiddenFrom = m_xml.depth();
        } else if (m_xml.is("a"_L1)) {
            const QString target = m_xml.attribute("href"_L1);
            if (!webUrl(target).isEmpty() || target.startsWith(u"mailto:"))
                style.link = target;
            open.styles.push_back({m_xml.depth(), style});
        } else if (m_xml.is("s"_L1)) {
            add(QString(std::clamp(m_xml.attribute("c"_L1).toInt(), 1, maxSpaces), u' '));
        } else if (m_xml.is("tab"_L1)) {
            add(u"\t"_s);
        } else if (m_xml.is("line-break"_L1)) {
            add(u"\n"_s);
        }
    }

    void add(const QString &text)
    {
        if (m_open.empty() || m_open.back().hiddenFrom > 0)
            return;
        Open &open = m_open.back();
        open.paragraph.append(text, open.styles.empty() ? RunStyle() : open.styles.back().second);
    }

    void end()
    {
        if (m_xml.is("list"_L1))
            m_lists = std::max(0, m_lists - 1);
        else if (m_xml.is("table-cell"_L1))
            m_cells = std::max(0, m_cells - 1);
        else if (m_xml.is("note"_L1))
            m_inNote = m_startsNote = false;
        if (m_open.empty())
            return;
        Open &open = m_open.back();
        while (!open.styles.empty() && open.styles.back().first >= m_xml.depth())
            open.styles.pop_back();
        if (open.hiddenFrom >= m_xml.depth())
            open.hiddenFrom = 0;
        if (m_xml.is("p"_L1) || m_xml.is("h"_L1))
            endParagraph();
    }

    void endParagraph()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        m_lists = done.lists;
        m_cells = done.cells;
        RichParagraph &paragraph = done.paragraph;
        if (m_cells > 0 && paragraph.text().size() < longestCell) {
            paragraph.kind = BlockKind::Cell;
            paragraph.level = 0;
        } else if (m_lists > 0 && paragraph.kind == BlockKind::Paragraph) {
            paragraph.kind = BlockKind::ListItem;
            paragraph.level = std::min(m_lists, 9);
        }
        std::vector<RichParagraph> &place = done.inNote      ? m_document.notes
                                            : m_open.empty() ? m_document.paragraphs
                                                             : m_open.back().inside;
        place.push_back(std::move(paragraph));
        std::move(done.inside.begin(), done.inside.end(), std::back_inserter(place));
    }

    BoundedXml m_xml;
    const OdtStyles &m_styles;
    RichText m_document;
    std::vector<Open> m_open;
    int m_lists = 0;
    int m_cells = 0;
    int m_notes = 0;
    bool m_startsNote = false;
    bool m_inNote = false;
};

} // namespace

Result<RichText> readOdtBody(const QByteArray &xml, const OdtStyles &styles)
{
    return BodyReader(xml, styles).read();
}

} // namespace Lectern
