#include "import/rtfreader.h"

#include "import/rtfcodepages.h"
#include "import/rtftables.h"
#include "import/rtftokens.h"
#include "import/rtfwords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr size_t maxGroups = 1000;
constexpr int maxSkipped = 64; ///< bytes that stand for one \u
constexpr qsizetype longestInstruction = 10'000;

enum class Target : quint8 { Body, Nothing, Table, Instruction };

class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_tokens(bytes)
    {}

    Result<RtfDocument> read()
    {
        for (RtfToken token = m_tokens.next(); token.kind != RtfToken::Kind::End; token = m_tokens.next()) {
            take(token);
            if (m_groups.size() > maxGroups)
                return Error{
                    ErrorKind::Limit,
                    u"Its groups are nested more than 1,000 deep, as only those of a file that is made to "
                    u"do harm are."_s,
                    {}};
        }
        flush();
        m_now = {};
        while (!m_notes.empty())
            endNote();
        endParagraph();
        if (!m_groups.empty())
            m_result.warnings << u"The file ends in the middle; it may have been cut short."_s;
        m_result.properties = m_tables.properties();
        return std::move(m_result);
    }

private:
    /// What a group changes and its end restores.
    struct Group
    {
        Target target = Target::Body;
        RtfTables::Table table = RtfTables::Table::Info;
        Target outer = Target::Body; ///< where the words inside \ud and \result go
        RunStyle style;
        bool isHidden = false;
        bool isNote = false;
        int font = -1;
        int skipAfterUnicode = 1;
    };

    void take(const RtfToken &token)
    {
        switch (token.kind) {
        case RtfToken::Kind::GroupStart:
            flush();
            m_groups.push_back(m_now);
            m_now.isNote = false;
            m_left = 0;
            break;
        case RtfToken::Kind::GroupEnd:
            endGroup();
            break;
        case RtfToken::Kind::Byte:
            if (m_left > 0)
                --m_left;
            else
                m_bytes += token.byte;
            break;
        case RtfToken::Kind::Symbol:
            symbol(token.byte);
            break;
        case RtfToken::Kind::Word:
            flush();
            word(token);
            m_star = false;
            break;
        case RtfToken::Kind::End:
            break;
        }
    }

    void endGroup()
    {
        flush();
        m_left = 0;
        if (m_now.target == Target::Table)
            m_tables.endGroup(m_now.table);
        // A group that was never opened may end, too.
        if (std::exchange(m_now.isNote, false))
            endNote();
        if (m_groups.empty())
            return;
        m_now = m_groups.back();
        m_groups.pop_back();
    }

    void symbol(char c)
    {
        if (m_left > 0) {
            --m_left;
            return;
        }
        switch (c) {
        case '*':
            m_star = true;
            return;
        case '~':
            return put(u"\u00A0"_s);
        case '-':
            return put(u"\u00AD"_s);
        case '_':
            return put(u"\u2011"_s);
        case '\n':
        case '\r':
            flush();
            return endParagraph();
        case '\\':
        case '{':
        case '}':
            m_bytes += c;
            return;
        default:
            return;
        }
    }

    void word(const RtfToken &token)
    {
        const QByteArrayView name = token.word;
        const bool isOn = !token.hasParameter || token.parameter != 0;
        if (name == "u")
            unicode(token.parameter);
        else if (name == "uc")
            m_now.skipAfterUnicode = std::clamp(token.parameter, 0, maxSkipped);
        else if (name == "bin")
            m_left = std::max(0, m_left - 1);
        else if (const char16_t c = rtfCharacter(name); c != 0)
            put(QString(QChar(c)));
        else if (!destination(name) && !fontOrEncoding(name, token.parameter) &&
                 !paragraph(name, token.parameter))
            style(name, isOn);
    }

    void unicode(int value)
    {
        const int unit = value < 0 ? value + 0x10000 : value;
        if (unit == 0xF0B7)
            put(u"\u2022"_s);
        else if (unit > 0 && unit <= 0xFFFF && (unit < 0xF000 || unit > 0xF0FF))
            put(QString(QChar(char16_t(unit))));
        m_left = m_now.skipAfterUnicode;
    }

    /// True when the word opens a destination.
    bool destination(QByteArrayView name)
    {
        if (name == "fonttbl")
            openTable(RtfTables::Table::Fonts);
        else if (name == "stylesheet")
            openTable(RtfTables::Table::Styles);
        else if (name == "info")
            openTable(RtfTables::Table::Info);
        else if (m_now.target == Target::Table && m_now.table == RtfTables::Table::Info)
            infoField(name);
        else if (name == "footnote")
            beginNote();
        else if (name == "fldinst") {
            m_now.target = m_now.target == Target::Body ? Target::Instruction : Target::Nothing;
            m_instruction.clear();
        } else if (name == "fldrslt")
            m_now.style.link = rtfLink(m_instruction);
        else if (name == "ud" || name == "result")
            m_now.target = m_now.outer;
        else if (isLeftOutOfRtf(name) || (m_star && !isKnownToRtf(name))) {
            if (m_now.target == Target::Body && (name == "listtext" || name == "pntext"))
                m_isList = true;
            m_now.outer = m_now.target;
            m_now.target = Target::Nothing;
        } else
            return false;
        return true;
    }

    void infoField(QByteArrayView name)
    {
        m_tables.beginField(name);
        openTable(name == "revtim" ? RtfTables::Table::Revised : RtfTables::Table::InfoField);
    }

    void openTable(RtfTables::Table table)
    {
        m_now.target = Target::Table;
        m_now.table = table;
    }

    bool fontOrEncoding(QByteArrayView name, int parameter)
    {
        if (m_now.target == Target::Table && m_tables.take(m_now.table, name, parameter))
            return true;
        if (name == "f")
            m_now.font = parameter;
        else if (name == "deff")
            m_defaultFont = m_now.font = parameter;
        else if (name == "ansicpg")
            m_encoding = rtfCodePage(parameter);
        else if (name == "mac")
            m_encoding = "macintosh";
        else if (name == "pc")
            m_encoding = "ibm437";
        else if (name == "pca")
            m_encoding = "ibm850";
        else
            return false;
        return true;
    }

    bool paragraph(QByteArrayView name, int parameter)
    {
        if (name == "par" || name == "sect" || name == "page")
            endParagraph();
        else if (name == "cell" || name == "nestcell") {
            m_inTable = true;
            endParagraph();
        } else if (name == "pard") {
            m_isList = m_inTable = false;
            m_meaning = {};
            m_level = 0;
        } else if (name == "intbl")
            m_inTable = true;
        else if (name == "s")
            m_meaning = m_tables.style(parameter);
        else if (name == "outlinelevel" && parameter >= 0 && parameter < 9)
            m_meaning = {BlockKind::Heading, std::min(parameter + 1, 6), {}};
        else if (name == "ilvl")
            m_level = std::clamp(parameter, 0, 8);
        else if (name == "ls")
            m_isList = parameter > 0;
        else
            return false;
        return true;
    }

    void style(QByteArrayView name, bool isOn)
    {
        RunStyle &run = m_now.style;
        if (name == "b")
            run.strong = isOn;
        else if (name == "i")
            run.emphasis = isOn;
        else if (name == "strike" || name == "striked")
            run.strike = isOn;
        else if (name == "super")
            run.superscript = isOn;
        else if (name == "sub")
            run.subscript = isOn;
        else if (name == "nosupersub")
            run.superscript = run.subscript = false;
        else if (name == "v" || name == "deleted")
            m_now.isHidden = isOn;
        else if (name == "plain") {
            const QString link = run.link;
            run = {};
            run.link = link;
            m_now.isHidden = false;
            m_now.font = m_defaultFont;
        }
    }

    void flush()
    {
        if (m_bytes.isEmpty())
            return;
        const QByteArray font = m_tables.encoding(m_now.font);
        put(rtfText(std::exchange(m_bytes, {}), font.isEmpty() ? m_encoding : font));
    }

    void put(const QString &text)
    {
        if (!m_bytes.isEmpty())
            flush();
        switch (m_now.target) {
        case Target::Body:
            if (!m_now.isHidden)
                m_paragraph.append(text, m_now.style);
            break;
        case Target::Table:
            m_tables.addText(text);
            break;
        case Target::Instruction:
            if (m_instruction.size() < longestInstruction)
                m_instruction += text;
            break;
        default:
            break;
        }
    }

    void endParagraph()
    {
        if (m_now.target != Target::Body && m_notes.empty() && !m_groups.empty())
            return;
        m_paragraph.kind = m_meaning.kind;
        m_paragraph.level = m_meaning.level;
        m_paragraph.role = m_meaning.role;
        if (m_inTable) {
            m_paragraph.kind = BlockKind::Cell;
            m_paragraph.level = 0;
        } else if (m_isList && m_paragraph.kind == BlockKind::Paragraph) {
            m_paragraph.kind = BlockKind::ListItem;
            m_paragraph.level = m_level + 1;
        }
        (m_notes.empty() ? m_result.text.paragraphs : m_result.text.notes).push_back(std::move(m_paragraph));
        m_paragraph = {};
    }

    void beginNote()
    {
        if (m_now.target != Target::Body || m_now.isNote)
            return;
        RunStyle style;
        style.superscript = true;
        const QString mark = u"[%1]"_s.arg(++m_noteCount);
        m_paragraph.append(mark, style);
        m_notes.push_back(std::exchange(m_paragraph, {}));
        m_paragraph.append(mark + u' ', {});
        m_now.isNote = true;
        m_now.style = {};
    }

    void endNote()
    {
        const bool inTable = std::exchange(m_inTable, false);
        const auto meaning = std::exchange(m_meaning, {});
        endParagraph();
        m_inTable = inTable;
        m_meaning = meaning;
        m_paragraph = std::move(m_notes.back());
        m_notes.pop_back();
    }

    RtfTokens m_tokens;
    RtfDocument m_result;
    Group m_now;
    std::vector<Group> m_groups;
    std::vector<RichParagraph> m_notes; ///< paragraphs that wait for the end of a note inside them
    RichParagraph m_paragraph;
    DocxStyles::Meaning m_meaning;
    RtfTables m_tables;
    QByteArray m_encoding;
    QByteArray m_bytes; ///< of text, not yet decoded
    QString m_instruction;
    int m_defaultFont = -1;
    int m_left = 0; ///< bytes to leave out after a \u
    int m_level = 0;
    int m_noteCount = 0;
    bool m_star = false;
    bool m_isList = false;
    bool m_inTable = false;
};

} // namespace

Result<RtfDocument> readRtf(const QByteArray &bytes)
{
    if (!bytes.startsWith("{\\rtf"))
        return Error{ErrorKind::Malformed, u"It does not begin like an RTF document."_s, {}};
    return Reader(bytes).read();
}

} // namespace Lectern
