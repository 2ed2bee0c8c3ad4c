#include "import/pdfparagraphs.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr double headingFactor = 1.12;    ///< of the size of most of the text
constexpr qsizetype longestHeading = 250; ///< characters
constexpr int maxLevels = 4;
constexpr size_t fewDistances = 4;    ///< that tell nothing of a column
constexpr double plainLeading = 1.25; ///< of the size, where nothing else is known

/// The lines of one column and what they have in common.
struct Column
{
    size_t begin = 0;
    size_t end = 0;
    double left = 0;
    double right = 0;
    double leading = 0; ///< from line to line, points
};

Column columnAt(const std::vector<PdfLine> &lines, size_t begin)
{
    Column column;
    column.begin = column.end = begin;
    std::vector<double> distances;
    std::vector<double> lefts;
    column.right = lines[begin].box.right();
    while (column.end < lines.size() && lines[column.end].column == lines[begin].column) {
        const PdfLine &line = lines[column.end];
        lefts.push_back(line.box.left());
        column.right = std::max(column.right, line.box.right());
        if (column.end > begin)
            if (const double distance = line.box.bottom() - lines[column.end - 1].box.bottom();
                distance > 0.6 * line.size)
                distances.push_back(distance);
        ++column.end;
    }
    // The smaller distances are those between the lines of one paragraph.
    std::sort(distances.begin(), distances.end());
    column.leading =
        distances.size() < fewDistances ? plainLeading * lines[begin].size : distances[distances.size() / 3];
    std::sort(lefts.begin(), lefts.end());
    column.left = lefts[lefts.size() / 4];
    return column;
}

double bodySize(const std::vector<PdfLine> &lines)
{
    QMap<int, qsizetype> letters;
    for (const PdfLine &line : lines)
        letters[int(line.size * 10 + 0.5)] += line.text.size();
    const auto most = std::max_element(letters.begin(), letters.end());
    return most == letters.end() ? 0 : most.key() / 10.0;
}

bool endsSentence(const QString &text)
{
    static const QRegularExpression end(u"[.!?:。！？…][\"'”’»)\\]]*$"_s);
    return end.match(text).hasMatch();
}

/// True when the text ends in a letter and a hyphen.
bool divides(const QString &text)
{
    return text.size() > 1 && (text.back() == u'-' || text.back() == u'\u00AD' || text.back() == u'\u2010') &&
           text.at(text.size() - 2).isLetter();
}

bool startsItem(const QString &text)
{
    static const QRegularExpression mark(u"^(?:[•◦▪■●‣∙·○–]\\s|\\(?\\d{1,3}[.)]\\s|\\(?[a-z]\\)\\s)"_s);
    return mark.match(text).hasMatch();
}

/// The words of the document, to tell a divided word from one with a hyphen.
class Vocabulary
{
public:
    explicit Vocabulary(const std::vector<PdfLine> &lines)
    {
        static const QRegularExpression word(u"[\\p{L}\\p{M}][\\p{L}\\p{M}’'-]*"_s);
        for (const PdfLine &line : lines) {
            // The last word of a line may be the half of one.
            const qsizetype last = line.text.endsWith(u'-') ? line.text.lastIndexOf(u' ') : line.text.size();
            for (auto matches = word.globalMatch(line.text.left(last)); matches.hasNext();)
                m_words.insert(matches.next().captured().toLower());
        }
    }

    bool contains(const QString &word) const { return m_words.contains(word.toLower()); }

private:
    QSet<QString> m_words;
};

class ParagraphMaker
{
public:
    explicit ParagraphMaker(const std::vector<PdfLine> &lines)
        : m_lines(lines)
        , m_vocabulary(lines)
        , m_body(bodySize(lines))
    {
        for (const PdfLine &line : lines)
            if (isLarge(line.size) && line.text.size() < longestHeading)
                m_sizes.insert(int(line.size * 2 + 0.5));
    }

    std::vector<RichParagraph> make()
    {
        for (size_t begin = 0; begin < m_lines.size();) {
            const Column column = columnAt(m_lines, begin);
            for (size_t i = begin; i < column.end; ++i)
                place(i, column);
            begin = column.end;
        }
        finish();
        return std::move(m_paragraphs);
    }

private:
    bool isLarge(double size) const { return size > headingFactor * m_body; }

    void place(size_t i, const Column &column)
    {
        const bool isFirst = i == column.begin;
        if (i > 0 && (isFirst ? !goesOn(m_lines[i - 1], m_lines[i]) : isBreak(i, column)))
            finish();
        add(m_lines[i].text);
        m_size = std::max(m_size, m_lines[i].size);
        m_isBold = m_count == 0 ? m_lines[i].isBold : m_isBold && m_lines[i].isBold;
        ++m_count;
    }

    /// True when a line starts a paragraph below another of its column.
    bool isBreak(size_t i, const Column &column) const
    {
        const PdfLine &line = m_lines[i];
        const PdfLine &above = m_lines[i - 1];
        if (std::abs(line.size - above.size) > 0.08 * std::max(line.size, above.size) ||
            line.isBold != above.isBold || startsItem(line.text))
            return true;
        const double distance = line.box.bottom() - above.box.bottom();
        if (divides(above.text) && line.text.front().isLower() && distance < 2 * line.size)
            return false;
        if (distance > 1.35 * column.leading && distance > 1.1 * line.size)
            return true;
        const double em = line.size;
        const bool isIndented = line.box.left() > column.left + 0.8 * em &&
                                line.box.left() > above.box.left() + 0.8 * em &&
                                line.box.left() < column.left + 4 * em;
        const bool isOutdented = line.box.left() < above.box.left() - 0.8 * em && m_count > 1;
        const bool isShort = above.box.right() < column.right - 0.18 * (column.right - column.left);
        return (isIndented && !startsItem(m_text)) ||
               (isShort && (endsSentence(above.text) || isOutdented)) ||
               (isShort && !isLarge(above.size) && startsUpper(line.text) && isVeryShort(above, column));
    }

    static bool startsUpper(const QString &text) { return !text.isEmpty() && text.front().isUpper(); }

    static bool isVeryShort(const PdfLine &line, const Column &column)
    {
        return line.box.width() < 0.5 * (column.right - column.left);
    }

    /// True when a sentence goes on from the end of one column to the start of the next.
    bool goesOn(const PdfLine &last, const PdfLine &next) const
    {
        if (std::abs(last.size - next.size) > 0.08 * std::max(last.size, next.size) ||
            last.isBold != next.isBold || startsItem(next.text) || isLarge(next.size) || m_count == 0)
            return false;
        const QChar first = next.text.isEmpty() ? QChar() : next.text.front();
        return last.text.endsWith(u'-') || (!endsSentence(last.text) && (first.isLower() || m_count > 2));
    }

    void add(const QString &line)
    {
        if (m_text.isEmpty()) {
            m_text = line;
            return;
        }
        if (divides(m_text) && !line.isEmpty() && line.front().isLetter()) {
            if (m_text.back() == u'\u00AD' || isDivided(line))
                m_text.chop(1);
            m_text += line;
            return;
        }
        m_text += u' ';
        m_text += line;
    }

    /// True when the hyphen at the end of the text only divides a word, which goes on in `line`.
    bool isDivided(const QString &line) const
    {
        if (!line.front().isLower() && !m_text.at(m_text.size() - 2).isUpper())
            return false;
        static const QRegularExpression lastPart(u"[\\p{L}\\p{M}’']+$"_s);
        static const QRegularExpression firstPart(u"^[\\p{L}\\p{M}’']+"_s);
        const QString left = lastPart.match(m_text.chopped(1)).captured();
        const QString right = firstPart.match(line).captured();
        if (m_vocabulary.contains(left + right))
            return true;
        return !m_vocabulary.contains(left + u'-' + right) &&
               !(m_vocabulary.contains(left) && m_vocabulary.contains(right));
    }

    void finish()
    {
        if (m_count == 0)
            return;
        RichParagraph paragraph;
        const bool isShort = m_text.size() < longestHeading;
        const bool hasLetters =
            std::any_of(m_text.begin(), m_text.end(), [](QChar c) { return c.isLetter(); });
        if (isShort && hasLetters && isLarge(m_size)) {
            paragraph.kind = BlockKind::Heading;
            paragraph.level = levelOf(m_size);
        } else if (isShort && hasLetters && m_isBold && m_count <= 2 && !endsSentence(m_text) &&
                   m_text.size() < 120) {
            paragraph.kind = BlockKind::Heading;
            paragraph.level = int(std::min<qsizetype>(m_sizes.size(), maxLevels)) + 1;
        } else if (startsItem(m_text)) {
            paragraph.kind = BlockKind::ListItem;
            paragraph.level = 1;
            static const QRegularExpression bullet(u"^[•◦▪■●‣∙·○]\\s+"_s);
            m_text.remove(bullet);
        }
        paragraph.append(m_text, {});
        m_paragraphs.push_back(std::move(paragraph));
        m_text.clear();
        m_size = 0;
        m_count = 0;
    }

    /// 1 for the largest size, one more for each smaller one that headings have.
    int levelOf(double size) const
    {
        int level = 1;
        for (const int other : m_sizes)
            level += other > int(size * 2 + 0.5) ? 1 : 0;
        return std::min(level, maxLevels);
    }

    const std::vector<PdfLine> &m_lines;
    Vocabulary m_vocabulary;
    double m_body;     ///< size of most of the text, points
    QSet<int> m_sizes; ///< of headings, in half points
    std::vector<RichParagraph> m_paragraphs;
    QString m_text; ///< of the paragraph that is being made
    double m_size = 0;
    bool m_isBold = false;
    int m_count = 0; ///< its lines
};

} // namespace

std::vector<RichParagraph> pdfParagraphs(const std::vector<PdfLine> &lines)
{
    return ParagraphMaker(lines).make();
}

} // namespace Lectern
