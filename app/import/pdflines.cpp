#include "import/pdflines.h"

#include "import/pdfcolumns.h"
#include "import/visualorder.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr double edgeShare = 0.14;   ///< of the height of a page: where headers and footers are looked for
constexpr double numberShare = 0.25; ///< likewise for page numbers, which stand alone there
constexpr int edgeLines = 3;         ///< at each end of a page
constexpr size_t manyPages = 6;      ///< from which on a header must stand on three of them

bool isSameLine(const PdfWord &word, const PdfWord &before, const QRectF &line)
{
    const double overlap = std::min(word.box.bottom(), line.bottom()) - std::max(word.box.top(), line.top());
    if (overlap < 0.4 * std::min(word.box.height(), line.height()))
        return false;
    const double em = std::max(word.size, before.size);
    const double gap = word.box.left() - before.box.right();
    return gap > -0.3 * em && (before.spaceAfter || gap < 0.5 * em);
}

/// A line while its words come.
class LineMaker
{
public:
    explicit LineMaker(int page) { m_line.page = page; }

    bool takes(const PdfWord &word) const { return m_words == 0 || isSameLine(word, m_last, m_line.box); }

    void add(const PdfWord &word)
    {
        const bool apart = m_last.spaceAfter || word.box.left() - m_last.box.right() > 0.15 * word.size;
        if (m_words > 0 && apart)
            m_line.text += u' ';
        m_line.text += word.text;
        m_line.box = m_words == 0 ? word.box : m_line.box.united(word.box);
        m_letters[int(word.size * 10 + 0.5)] += word.text.size();
        m_bold += word.isBold ? word.text.size() : 0;
        m_last = word;
        ++m_words;
    }

    PdfLine take()
    {
        const auto most = std::max_element(m_letters.begin(), m_letters.end());
        m_line.size = most == m_letters.end() ? 0 : most.key() / 10.0;
        m_line.text = logicalLine(m_line.text);
        m_line.isBold = m_bold * 10 > m_line.text.size() * 8;
        return std::move(m_line);
    }

    bool isEmpty() const { return m_words == 0; }

private:
    PdfLine m_line;
    PdfWord m_last;
    int m_words = 0;
    qsizetype m_bold = 0;           ///< letters
    QMap<int, qsizetype> m_letters; ///< by tenths of a point
};

std::vector<PdfLine> linesOf(const PdfPage &page, int number)
{
    std::vector<PdfLine> lines;
    LineMaker maker(number);
    for (const PdfWord &word : page.words) {
        if (!maker.takes(word)) {
            lines.push_back(maker.take());
            maker = LineMaker(number);
        }
        maker.add(word);
    }
    if (!maker.isEmpty())
        lines.push_back(maker.take());
    return lines;
}

/// Turns the boxes of a page over whose lines run from right to left, so that all of them seem to begin on
/// the left.
void turnOver(std::vector<PdfLine> &lines)
{
    const auto turned = std::count_if(lines.begin(), lines.end(),
                                      [](const PdfLine &line) { return isMostlyRightToLeft(line.text); });
    if (size_t(turned) * 2 > lines.size())
        for (PdfLine &line : lines)
            line.box.moveLeft(-line.box.right());
}

/// What is the same in the headers of two pages: the words and their size, not the numbers.
QString repeatable(const PdfLine &line)
{
    QString result = QString::number(qRound(line.size));
    for (const QChar c : line.text)
        if (c.isLetter())
            result += c.toLower();
        else if (c.isDigit() && !result.endsWith(u'#'))
            result += u'#';
    return result;
}

bool isPageNumber(const QString &text)
{
    static const QRegularExpression number(
        u"^[\\[(|–—\\-\\s]*(?:(?:page|seite|pagina|página|p\\.|s\\.)\\s*)?(?:\\d{1,5}|[ivxlc]{1,7})"
        u"(?:\\s*(?:/|of|von|de|sur|di)\\s*\\d{1,5})?[\\])|–—\\-\\s]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return number.match(text).hasMatch();
}

/// The lines at the ends of a page: the first and the last by height, near the edge.
std::vector<size_t> edgesOf(const std::vector<PdfLine> &lines, double height)
{
    std::vector<size_t> order(lines.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return lines[a].box.top() < lines[b].box.top(); });
    std::vector<size_t> edges;
    for (size_t i = 0; i < order.size(); ++i) {
        const PdfLine &line = lines[order[i]];
        const bool isOutermost = i == 0 || i + 1 == order.size();
        const double share = isOutermost && isPageNumber(line.text) ? numberShare : edgeShare;
        const bool isTop = i < edgeLines && line.box.bottom() < share * height;
        const bool isBottom = i + edgeLines >= order.size() && line.box.top() > (1 - share) * height;
        if (isTop || isBottom)
            edges.push_back(order[i]);
    }
    return edges;
}

/// Takes out what stands at the ends of several pages, and page numbers.
void dropEdges(std::vector<std::vector<PdfLine>> &pages, const std::vector<PdfPage> &sheets)
{
    std::vector<std::vector<size_t>> edges;
    QHash<QString, QSet<int>> repeated;
    for (size_t i = 0; i < pages.size(); ++i) {
        edges.push_back(edgesOf(pages[i], sheets[i].height));
        for (const size_t edge : edges.back())
            repeated[repeatable(pages[i][edge])].insert(int(i));
    }
    const qsizetype enough = pages.size() > manyPages ? 3 : 2;
    for (size_t i = 0; i < pages.size(); ++i) {
        std::vector<bool> isDropped(pages[i].size());
        for (const size_t edge : edges[i]) {
            const PdfLine &line = pages[i][edge];
            isDropped[edge] = (pages[i].size() > 1 && isPageNumber(line.text)) ||
                              repeated.value(repeatable(line)).size() >= enough;
        }
        // Where nothing is left, the same words stand on several pages.
        if (std::find(isDropped.begin(), isDropped.end(), false) == isDropped.end())
            continue;
        std::vector<PdfLine> kept;
        for (size_t j = 0; j < pages[i].size(); ++j)
            if (!isDropped[j])
                kept.push_back(std::move(pages[i][j]));
        pages[i] = std::move(kept);
    }
}

bool isUnder(const PdfLine &line, const PdfLine &above)
{
    const bool besides =
        line.box.left() > above.box.right() + line.size || above.box.left() > line.box.right() + line.size;
    return line.page == above.page && line.box.top() > above.box.top() - 0.5 * line.size && !besides;
}

} // namespace

std::vector<PdfLine> pdfLines(const std::vector<PdfPage> &pages)
{
    std::vector<std::vector<PdfLine>> byPage;
    for (size_t i = 0; i < pages.size(); ++i)
        byPage.push_back(linesOf(pages[i], int(i)));
    for (std::vector<PdfLine> &page : byPage)
        turnOver(page);
    dropEdges(byPage, pages);
    std::vector<PdfLine> lines;
    for (std::vector<PdfLine> &page : byPage)
        for (PdfLine &line : inReadingOrder(std::move(page))) {
            line.column = lines.empty()                 ? 0
                          : isUnder(line, lines.back()) ? lines.back().column
                                                        : lines.back().column + 1;
            lines.push_back(std::move(line));
        }
    return lines;
}

} // namespace Lectern
