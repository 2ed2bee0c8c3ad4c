#include "import/paragraphs.h"

#include "import/linelayout.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

using Lines = std::span<const TextLine>;

bool isTerminal(QChar c)
{
    return QStringView(u".!?…。！？।۔؟").contains(c);
}

bool endsSentence(QStringView line)
{
    while (!line.isEmpty() && QStringView(u"\"'”’»)]").contains(line.back()))
        line.chop(1);
    return !line.isEmpty() && isTerminal(line.back());
}

/// A line that can only begin something: a capital, a digit, a quotation mark, or a letter of a script
/// without cases.
bool beginsAnew(QStringView line)
{
    return !line.isEmpty() && !line.front().isLower() && !QStringView(u",;:.)").contains(line.front());
}

bool isAllCapitals(QStringView line)
{
    const auto letters = std::count_if(line.begin(), line.end(), [](QChar c) { return c.isUpper(); });
    return letters >= 3 && std::none_of(line.begin(), line.end(), [](QChar c) { return c.isLower(); });
}

/// `---`, `* * *`, `_____`: at least three of one mark, blanks between.
bool isRule(QStringView line)
{
    if (line.isEmpty() || !QStringView(u"-*_=~#•·—").contains(line.front()))
        return false;
    qsizetype marks = 0;
    for (const QChar c : line) {
        if (c == line.front())
            ++marks;
        else if (!c.isSpace())
            return false;
    }
    return marks >= 3;
}

/// The mark of a list item at the start of the line, with its blank: "- ", "3) ", "• ".
std::optional<qsizetype> itemMark(QStringView line)
{
    if (line.size() >= 3 && QStringView(u"-*•◦‣▪–+").contains(line[0]) && line[1].isSpace() &&
        line[2] != line[0])
        return 2;
    qsizetype digits = 0;
    while (digits < 3 && digits < line.size() && line[digits].isDigit())
        ++digits;
    if (digits > 0 && digits + 2 < line.size() && QStringView(u".)").contains(line[digits]) &&
        line[digits + 1].isSpace())
        return digits + 2;
    return std::nullopt;
}

class Paragraphs
{
public:
    explicit Paragraphs(QStringView text)
        : m_text(text)
        , m_lines(linesOf(text))
        , m_layout(LineLayout::of(m_lines))
    {}

    std::vector<TextBlock> find()
    {
        for (size_t i = 0; i < m_lines.size();) {
            if (m_lines[i].isBlank()) {
                ++i;
                continue;
            }
            size_t end = i;
            while (end < m_lines.size() && !m_lines[end].isBlank())
                ++end;
            readGroup(Lines(m_lines).subspan(i, end - i));
            if (!m_blocks.empty())
                m_blocks.back().blankAfter = true;
            i = end;
        }
        markHeadings();
        return std::move(m_blocks);
    }

private:
    void add(BlockKind kind, QString text, int level = 0)
    {
        m_blocks.push_back({kind, level, std::move(text), false});
    }

    void readGroup(Lines group)
    {
        if (group.size() == 1 && isRule(group[0].text)) {
            add(BlockKind::Rule, QString());
            return;
        }
        if (group.size() >= 2 && isRule(group[1].text) && QStringView(u"=-").contains(group[1].text[0]) &&
            !isRule(group[0].text) && group[0].text.size() <= 120) {
            add(BlockKind::Heading, group[0].text.toString(), group[1].text[0] == u'=' ? 1 : 2);
            m_blocks.back().blankAfter = true;
            if (group.size() > 2)
                readGroup(group.subspan(2));
            return;
        }
        if (std::all_of(group.begin(), group.end(),
                        [](const TextLine &line) { return line.text.startsWith(u'>'); }))
            readQuote(group);
        else if (isList(group))
            readList(group);
        else if (isVerse(group))
            readVerse(group);
        else
            readParagraphs(group);
    }

    void readQuote(Lines group)
    {
        QString text;
        int level = 0;
        const auto flush = [&] {
            if (!text.isEmpty())
                add(BlockKind::Quote, std::exchange(text, {}), level);
        };
        for (const TextLine &line : group) {
            QStringView rest = line.text;
            int depth = 0;
            while (rest.startsWith(u'>')) {
                rest = rest.sliced(1).trimmed();
                ++depth;
            }
            if (depth != level || rest.isEmpty())
                flush();
            level = std::min(depth, 9);
            text += text.isEmpty() || rest.isEmpty() ? rest.toString() : u' ' + rest.toString();
        }
        flush();
    }

    /// Each line is an item or continues one with an indent; a single item needs no company when a list
    /// stands before it.
    bool isList(Lines group) const
    {
        if (!itemMark(group[0].text))
            return false;
        size_t items = 0;
        for (const TextLine &line : group) {
            if (itemMark(line.text))
                ++items;
            else if (line.indent <= group[0].indent && !m_layout.isWrapped)
                return false;
        }
        const bool digits = group[0].text[0].isDigit();
        return items >= 2 || !digits || (!m_blocks.empty() && m_blocks.back().kind == BlockKind::ListItem);
    }

    void readList(Lines group)
    {
        const qsizetype base = group[0].indent;
        for (const TextLine &line : group) {
            if (itemMark(line.text))
                add(BlockKind::ListItem, line.text.toString(), line.indent >= base + 2 ? 2 : 1);
            else
                m_blocks.back().text += u' ' + line.text.toString();
        }
    }

    /// Three or more short ragged lines that each begin anew and mostly do not end a sentence.
    bool isVerse(Lines group) const
    {
        if (group.size() < 3)
            return false;
        qsizetype open = 0;
        qsizetype longest = 0;
        qsizetype anew = 0;
        for (const TextLine &line : group) {
            longest = std::max(longest, line.text.size());
            open += !endsSentence(line.text);
            anew += beginsAnew(line.text);
        }
        const qsizetype count = qsizetype(group.size());
        const qsizetype widest = m_layout.isWrapped ? m_layout.width * 3 / 4 : 60;
        return longest <= widest && longest >= 8 && anew == count && open * 2 >= count;
    }

    void readVerse(Lines group)
    {
        QStringList lines;
        for (const TextLine &line : group)
            lines << line.text.toString();
        add(BlockKind::Verse, lines.join(u'\n'));
    }

    void readParagraphs(Lines group)
    {
        size_t start = 0;
        for (size_t i = 1; i <= group.size(); ++i)
            if (i == group.size() || startsParagraph(group, i)) {
                addParagraph(group.subspan(start, i - start));
                start = i;
            }
    }

    bool startsParagraph(Lines group, size_t i) const
    {
        const TextLine &before = group[i - 1];
        const TextLine &line = group[i];
        if (m_layout.startsIndented && line.indent >= 2 && before.indent == 0)
            return true;
        if (isRule(line.text) || isRule(before.text))
            return true;
        if (m_layout.isWrapped) {
            const bool isShort = (before.indent + before.text.size()) * 10 < m_layout.width * 6;
            return isShort && beginsAnew(line.text) && (endsSentence(before.text) || i == 1);
        }
        return beginsAnew(line.text) || endsSentence(before.text);
    }

    void addParagraph(Lines lines)
    {
        if (lines.size() == 1 && isRule(lines[0].text)) {
            add(BlockKind::Rule, QString());
            return;
        }
        QString joined;
        for (const TextLine &line : lines) {
            if (joined.isEmpty())
                joined = line.text.toString();
            else if (!joinDivided(joined, line.text))
                joined.append(isWideEnd(joined, line.text) ? QString() : u" "_s).append(line.text);
        }
        add(BlockKind::Paragraph, joined);
    }

    /// Chinese and Japanese join without a blank.
    static bool isWideEnd(const QString &before, QStringView after)
    {
        const auto isWide = [](QChar c) { return c.unicode() >= 0x2E80 && c.unicode() < 0xA000; };
        return isWide(before.back()) && isWide(after.front());
    }

    /// "some-" + "thing" when "something" occurs in the text.
    bool joinDivided(QString &before, QStringView after)
    {
        if (!before.endsWith(u'-') || before.size() < 3 || !before.at(before.size() - 2).isLetter() ||
            !after.front().isLower())
            return false;
        qsizetype start = before.size() - 1;
        while (start > 0 && before.at(start - 1).isLetter())
            --start;
        qsizetype end = 0;
        while (end < after.size() && after[end].isLetter())
            ++end;
        const QString word = QStringView(before).sliced(start).chopped(1).toString().append(after.first(end));
        if (words().contains(word.toLower()))
            before.chop(1);
        before.append(after);
        return true;
    }

    const QSet<QString> &words()
    {
        if (m_words.isEmpty()) {
            for (qsizetype i = 0; i < m_text.size();) {
                const qsizetype start = i;
                while (i < m_text.size() && m_text[i].isLetter())
                    ++i;
                if (i > start)
                    m_words.insert(m_text.sliced(start, i - start).toString().toLower());
                else
                    ++i;
            }
        }
        return m_words;
    }

    /// Single short lines that no mark closes, between blank lines and before something longer.
    void markHeadings()
    {
        static const QRegularExpression numbered(
            u"^(?:\\d{1,2}\\.){1,4}(?:\\d{1,2})?\\s+\\p{Lu}|^(?:[IVX]{1,5}|[A-Z])\\.\\s+\\p{Lu}"_s);
        for (size_t i = 1; i + 1 < m_blocks.size(); ++i) {
            TextBlock &block = m_blocks[i];
            const QString &text = block.text;
            if (block.kind != BlockKind::Paragraph || text.size() > 80 || text.size() < 3 ||
                !m_blocks[i - 1].blankAfter || !block.blankAfter || isTerminal(text.back()) ||
                QStringView(u",;:\"”»’)*").contains(text.back()))
                continue;
            const QString &next = m_blocks[i + 1].text;
            const bool isShort = text.count(u' ') < 10 && text.at(0).isUpper() &&
                                 m_blocks[i + 1].kind == BlockKind::Paragraph &&
                                 next.size() > 2 * text.size() && next.size() > 60;
            const bool isWide =
                text.size() <= 25 && text.at(0).unicode() >= 0x2E80 && next.size() > 2 * text.size();
            if (isAllCapitals(text) || isShort || isWide || numbered.match(text).hasMatch()) {
                block.kind = BlockKind::Heading;
                block.level = 2;
            }
        }
    }

    QStringView m_text;
    std::vector<TextLine> m_lines;
    LineLayout m_layout;
    std::vector<TextBlock> m_blocks;
    QSet<QString> m_words;
};

} // namespace

std::vector<TextBlock> textBlocks(QStringView text)
{
    return Paragraphs(text).find();
}

} // namespace Lectern
