#include "import/pagelines.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr size_t maxLines = 20'000;
constexpr qsizetype maxText = 400;
constexpr qsizetype proseLength = 160;

bool isUnseen(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Script:
    case HtmlTag::Style:
    case HtmlTag::Template:
    case HtmlTag::Noscript:
    case HtmlTag::Select:
    case HtmlTag::Textarea:
    case HtmlTag::Svg:
    case HtmlTag::Head:
    case HtmlTag::Iframe:
        return true;
    default:
        return false;
    }
}

std::vector<PageLine> readLines(const HtmlTree &tree)
{
    std::vector<PageLine> lines;
    PageLine line;
    std::vector<int> blockEnds; // of the open blocks, innermost last
    const auto finish = [&] {
        line.text = line.text.simplified();
        line.isProse = line.text.size() >= proseLength;
        if (!line.text.isEmpty() && lines.size() < maxLines)
            lines.push_back(line);
        line = {};
    };
    for (int node = 0; node < tree.size();) {
        while (!blockEnds.empty() && node >= blockEnds.back()) {
            finish();
            blockEnds.pop_back();
        }
        const HtmlNode &at = tree.at(node);
        if (isUnseen(at.tag)) {
            node = at.end;
            continue;
        }
        if (isBlockTag(at.tag)) {
            finish();
            blockEnds.push_back(at.end);
        } else if (at.tag == HtmlTag::Br) {
            finish();
        } else if (at.tag == HtmlTag::Text) {
            if (line.node < 0 && !at.text.trimmed().isEmpty()) {
                line.node = node;
                const int heading = tree.enclosing(
                    node, {HtmlTag::H1, HtmlTag::H2, HtmlTag::H3, HtmlTag::H4, HtmlTag::H5, HtmlTag::H6});
                line.heading = heading < 0 ? 0 : headingLevel(tree.tag(heading));
            }
            if (line.text.size() < maxText)
                line.text += QStringView(at.text).first(std::min(at.text.size(), maxText));
        } else if (at.tag == HtmlTag::Span || at.tag == HtmlTag::A || at.tag == HtmlTag::Time ||
                   at.tag == HtmlTag::Img) {
            line.text += u' ';
        }
        ++node;
    }
    finish();
    return lines;
}

int findHeadline(const std::vector<PageLine> &lines, const QString &title)
{
    const QString wanted = comparableWords(title).left(150);
    int other = -1;
    int firstLevel = -1;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].heading == 1 && firstLevel < 0)
            firstLevel = int(i);
        if (wanted.size() < 8)
            continue;
        const QString words = comparableWords(lines[i].text).left(150);
        const bool same = words == wanted || (words.size() >= 12 && lines[i].heading != 0 &&
                                              (wanted.contains(words) || words.contains(wanted)));
        if (!same)
            continue;
        if (lines[i].heading != 0 && lines[i].heading <= 3)
            return int(i);
        if (other < 0)
            other = int(i);
    }
    return other >= 0 ? other : firstLevel;
}

} // namespace

QString comparableWords(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            result += c.toLower();
    return result;
}

PageLines::PageLines(const HtmlTree &tree, const QString &title)
    : m_tree(tree)
    , m_lines(readLines(tree))
{
    m_headline = findHeadline(m_lines, title);
    m_proseBefore.reserve(m_lines.size());
    int prose = 0;
    for (const PageLine &line : m_lines) {
        m_proseBefore.push_back(prose);
        prose += line.isProse ? 1 : 0;
    }
}

int PageLines::lineOf(int node) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), node,
                                        [](int value, const PageLine &line) { return value < line.node; });
    return int(after - m_lines.begin()) - 1;
}

bool PageLines::isNearHeadline(int line) const
{
    if (m_headline < 0 || line < 0)
        return false;
    const int prose = m_proseBefore[size_t(line)] - m_proseBefore[size_t(m_headline)];
    return line < m_headline ? m_headline - line <= 8 && prose == 0 : line - m_headline <= 16 && prose <= 1;
}

bool PageLines::leadsToProse(int line) const
{
    const int end = std::min(size() - 1, line + 12);
    return m_proseBefore[size_t(end)] > m_proseBefore[size_t(line)] || at(end).isProse;
}

bool PageLines::isElsewhere(int node) const
{
    static const QRegularExpression elsewhere(
        u"(?:^|[\\s_-])(?:comments?\\w*|kommentare?|respond|related\\w*|sidebar\\w*|recommend\\w*|"
        u"teasers?\\w*|"
        u"latest\\w*|popular\\w*|trending|most-?read|more-?(?:news|stories|articles)|ticker|calendar|"
        u"archives?|menu|carousel|slider|swiper|copyright|navigation|navbar|disqus|replies|reactions?|"
        u"recent\\w*|upcoming|also)(?:$|[\\s_-])|[a-z](?:Comments?|Related|Sidebar|Teaser)\\b"_s);
    const int headline = m_headline < 0 ? -1 : at(m_headline).node;
    for (int i = m_tree.at(node).parent; i >= 0; i = m_tree.at(i).parent) {
        const HtmlTag tag = m_tree.tag(i);
        if (tag == HtmlTag::Body || tag == HtmlTag::Html || m_tree.isInside(headline, i))
            return false;
        if (tag == HtmlTag::Nav)
            return true;
        const QString names = m_tree.attribute(i, "class") + u' ' + m_tree.attribute(i, "id");
        if (names.size() > 1 && m_tree.at(i).end - i < 2000 && elsewhere.match(names).hasMatch())
            return true;
    }
    return false;
}

} // namespace Lectern
