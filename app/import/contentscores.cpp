#include "import/contentscores.h"

#include "import/pagewords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int shortestRun = 25;
constexpr int reach = 6; ///< ancestors that a run gives to

bool isComma(QChar c)
{
    const char16_t u = c.unicode();
    return u == u',' || u == u';' || u == u'、' || u == u'，' || u == u'،';
}

/// Collects the text of one run and gives its points when it ends.
class RunScorer
{
public:
    RunScorer(const HtmlTree &tree, std::vector<double> &scores)
        : m_tree(tree)
        , m_scores(scores)
    {}

    void addText(const QString &text)
    {
        for (const QChar c : text) {
            m_length += !c.isSpace();
            m_commas += isComma(c);
        }
    }

    /// `owner`: the block element that holds the run.
    void end(int owner)
    {
        const int length = std::exchange(m_length, 0);
        const int commas = std::exchange(m_commas, 0);
        if (length < shortestRun || owner < 0)
            return;
        double points = 1 + commas + std::min(length / 100.0, 3.0);
        int container = owner;
        switch (m_tree.tag(owner)) {
        case HtmlTag::Li:
        case HtmlTag::Dd:
        case HtmlTag::Dt:
            points /= 2;
            container = m_tree.at(owner).parent;
            break;
        case HtmlTag::P:
        case HtmlTag::Pre:
        case HtmlTag::Blockquote:
        case HtmlTag::Td:
            container = m_tree.at(owner).parent;
            break;
        case HtmlTag::H1:
        case HtmlTag::H2:
        case HtmlTag::H3:
        case HtmlTag::H4:
        case HtmlTag::H5:
        case HtmlTag::H6:
        case HtmlTag::Figcaption:
            return;
        default:
            break;
        }
        for (int level = 0; level < reach && container >= 0; ++level, container = m_tree.at(container).parent)
            m_scores[size_t(container)] += level == 0   ? points
                                           : level == 1 ? points / 2
                                                        : points / (3.0 * level);
    }

private:
    const HtmlTree &m_tree;
    std::vector<double> &m_scores;
    int m_length = 0;
    int m_commas = 0;
};

double tagPrior(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Article:
        return 8;
    case HtmlTag::Div:
    case HtmlTag::Main:
    case HtmlTag::Section:
        return 5;
    case HtmlTag::Pre:
    case HtmlTag::Td:
    case HtmlTag::Blockquote:
        return 3;
    case HtmlTag::Ol:
    case HtmlTag::Ul:
    case HtmlTag::Dl:
    case HtmlTag::Li:
    case HtmlTag::Dd:
    case HtmlTag::Dt:
    case HtmlTag::Form:
    case HtmlTag::Address:
        return -3;
    case HtmlTag::H1:
    case HtmlTag::H2:
    case HtmlTag::H3:
    case HtmlTag::H4:
    case HtmlTag::H5:
    case HtmlTag::H6:
    case HtmlTag::Th:
        return -5;
    default:
        return 0;
    }
}

} // namespace

QString classAndId(const HtmlTree &tree, int node)
{
    if (tree.at(node).attributes.empty())
        return {};
    return (tree.attribute(node, "class") + u' ' + tree.attribute(node, "id")).trimmed();
}

bool isHidden(const HtmlTree &tree, int node)
{
    if (tree.at(node).attributes.empty())
        return false;
    if (tree.hasAttribute(node, "hidden") || tree.attribute(node, "aria-hidden") == u"true")
        return true;
    const QString style = tree.attribute(node, "style").remove(u' ').toLower();
    return style.contains(u"display:none") || style.contains(u"visibility:hidden");
}

std::vector<NodeMeasure> measureNodes(const HtmlTree &tree, const std::vector<bool> &dropped)
{
    std::vector<NodeMeasure> measures(size_t(tree.size()));
    int linkEnd = 0;
    for (int node = 0; node < tree.size(); ++node) {
        NodeMeasure &measure = measures[size_t(node)];
        if (dropped[size_t(node)]) {
            node = tree.at(node).end - 1;
            continue;
        }
        const HtmlTag tag = tree.tag(node);
        if (tag == HtmlTag::A)
            linkEnd = std::max(linkEnd, tree.at(node).end);
        for (const QChar c : tree.at(node).text) {
            measure.text += !c.isSpace();
            measure.commas += isComma(c);
        }
        if (node < linkEnd)
            measure.links = measure.text;
        measure.headings = headingLevel(tag) > 0;
        measure.images = tag == HtmlTag::Img;
        measure.inputs = tag == HtmlTag::Input || tag == HtmlTag::Select || tag == HtmlTag::Textarea ||
                         tag == HtmlTag::Button;
    }
    for (int node = tree.size() - 1; node > 0; --node) {
        NodeMeasure &below = measures[size_t(node)];
        below.paragraphs += tree.tag(node) == HtmlTag::P && below.text >= shortestRun;
        const int parent = tree.at(node).parent;
        if (parent < 0)
            continue;
        NodeMeasure &above = measures[size_t(parent)];
        above.text += below.text;
        above.links += below.links;
        above.commas += below.commas;
        above.paragraphs += below.paragraphs;
        above.headings += below.headings;
        above.images += below.images;
        above.inputs += below.inputs;
    }
    return measures;
}

std::vector<double> scoreNodes(const HtmlTree &tree, const std::vector<bool> &dropped,
                               const std::vector<NodeMeasure> &measures, bool weighted)
{
    std::vector<double> scores(size_t(tree.size()));
    std::vector<int> blocks; // the block elements that are open
    RunScorer run(tree, scores);
    const auto owner = [&blocks] { return blocks.empty() ? -1 : blocks.back(); };
    for (int node = 0; node < tree.size(); ++node) {
        while (!blocks.empty() && node >= tree.at(blocks.back()).end) {
            run.end(owner());
            blocks.pop_back();
        }
        if (dropped[size_t(node)]) {
            node = tree.at(node).end - 1;
            continue;
        }
        const HtmlTag tag = tree.tag(node);
        if (tag == HtmlTag::Text) {
            run.addText(tree.at(node).text);
        } else if (tag == HtmlTag::Br) {
            run.end(owner());
        } else if (isBlockTag(tag)) {
            run.end(owner());
            blocks.push_back(node);
        }
    }
    for (; !blocks.empty(); blocks.pop_back())
        run.end(owner());

    for (int node = 0; node < tree.size(); ++node) {
        double &score = scores[size_t(node)];
        if (score <= 0)
            continue;
        score += tagPrior(tree.tag(node)) + (weighted ? PageWords::weight(classAndId(tree, node)) : 0);
        score *= 1 - measures[size_t(node)].linkDensity();
    }
    return scores;
}

} // namespace Lectern
