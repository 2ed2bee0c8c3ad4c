#include "import/maincontent.h"

#include "import/articleedges.h"
#include "import/contentscores.h"
#include "import/pagewords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int enoughText = 400; ///< characters of an article that ends the attempts
constexpr int shortArticle = 600;

/// How much of the page's own words is believed; every attempt believes less.
struct Attempt
{
    bool prune;
    bool weigh;
    bool clean;
};
constexpr std::array<Attempt, 4> attempts{
    {{true, true, true}, {false, true, true}, {false, false, true}, {false, false, false}}};

bool isNeverText(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Head:
    case HtmlTag::Script:
    case HtmlTag::Style:
    case HtmlTag::Noscript:
    case HtmlTag::Template:
    case HtmlTag::Svg:
    case HtmlTag::Math:
    case HtmlTag::Iframe:
    case HtmlTag::Object:
    case HtmlTag::Embed:
    case HtmlTag::Button:
    case HtmlTag::Select:
    case HtmlTag::Input:
    case HtmlTag::Textarea:
    case HtmlTag::Dialog:
    case HtmlTag::Canvas:
    case HtmlTag::Audio:
    case HtmlTag::Video:
    case HtmlTag::Frameset:
        return true;
    default:
        return false;
    }
}

bool isAside(const HtmlTree &tree, int node)
{
    static const QStringView roles =
        u" menu navigation complementary dialog search banner contentinfo alertdialog menubar tablist ";
    const HtmlTag tag = tree.tag(node);
    if (tag == HtmlTag::Nav || tag == HtmlTag::Aside || tag == HtmlTag::Footer || tag == HtmlTag::Menu)
        return true;
    const QString role = tree.attribute(node, "role");
    return !role.isEmpty() && roles.contains(u" %1 "_s.arg(role));
}

class Finder
{
public:
    Finder(const HtmlTree &tree, QString description)
        : m_tree(tree)
        , m_description(std::move(description))
    {}

    MainContent find()
    {
        const int body = m_tree.first(HtmlTag::Body);
        if (body < 0)
            return {{0}, std::vector<bool>(size_t(m_tree.size())), 0.2};
        dropInvisible();
        m_visible = m_dropped;
        m_measures = measureNodes(m_tree, m_dropped);
        m_pageMeasures = m_measures;
        m_pageText = m_measures[size_t(body)].text;
        if (isPlainPage(body))
            return {{body}, m_dropped, 0.9};

        MainContent best;
        int bestText = -1;
        for (const Attempt &attempt : attempts) {
            MainContent found = tryOnce(body, attempt);
            const int text = textOf(found);
            const bool described = holdsDescription(found);
            if (text > bestText * (described ? 1 : 2) || (described && text > bestText)) {
                best = std::move(found);
                bestText = text;
            }
            if (bestText >= enoughText || (described && bestText >= 100))
                break;
        }
        if (bestText < 50 && m_pageText > bestText)
            return {{body}, m_visible, 0.3};
        return best;
    }

private:
    void dropInvisible()
    {
        m_dropped.assign(size_t(m_tree.size()), false);
        for (int node = 0; node < m_tree.size(); ++node)
            if (isNeverText(m_tree.tag(node)) ||
                (m_tree.tag(node) != HtmlTag::Body && m_tree.tag(node) != HtmlTag::Html &&
                 isHidden(m_tree, node)))
                m_dropped[size_t(node)] = true;
    }

    /// Few links, nothing that names itself something else, and headings and paragraphs right below:
    /// someone's page by hand, an export, a fragment.
    bool isPlainPage(int body) const
    {
        const NodeMeasure &page = m_measures[size_t(body)];
        if (page.linkDensity() > 0.2 || page.inputs > 1)
            return false;
        int containers = 0;
        for (int node = body + 1; node < m_tree.size(); ++node) {
            const HtmlTag tag = m_tree.tag(node);
            if (m_dropped[size_t(node)])
                continue;
            if (isAside(m_tree, node) || tag == HtmlTag::Form ||
                PageWords::isUnlikely(classAndId(m_tree, node)) ||
                PageWords::isArticleBody(classAndId(m_tree, node)))
                return false;
            containers += tag == HtmlTag::Div || tag == HtmlTag::Section || tag == HtmlTag::Table;
        }
        return containers <= 5;
    }

    MainContent tryOnce(int body, const Attempt &attempt)
    {
        m_dropped = m_visible;
        if (attempt.prune)
            prune(body);
        m_measures = measureNodes(m_tree, m_dropped);
        m_scores = scoreNodes(m_tree, m_dropped, m_measures, attempt.weigh);

        const int scored = bestScored(body);
        std::vector<int> roots = withSiblings(scored);
        const std::vector<int> named = namedBodies(body);
        int scoredText = 0;
        for (const int root : roots)
            scoredText += m_measures[size_t(root)].text;
        int namedText = 0;
        for (const int root : named)
            namedText += m_measures[size_t(root)].text;
        const bool agree =
            !named.empty() && namedText * 10 >= scoredText * 8 && namedText * 8 <= scoredText * 10;
        if (!named.empty() && namedText > 0 &&
            (namedText * 100 >= scoredText * 35 || scoredText < shortArticle))
            roots = named;
        MainContent found{roots, m_dropped, agree ? 0.95 : scoredText >= shortArticle ? 0.75 : 0.5};
        if (attempt.clean)
            clean(found);
        return found;
    }

    void prune(int body)
    {
        for (int node = body + 1; node < m_tree.size(); ++node) {
            if (m_dropped[size_t(node)] || m_tree.tag(node) == HtmlTag::Text)
                continue;
            const int text = m_pageMeasures[size_t(node)].text;
            const bool isMostOfPage = text * 2 > m_pageText;
            const bool isFormOfPage = m_tree.tag(node) == HtmlTag::Form && text * 5 < m_pageText;
            const HtmlTag tag = m_tree.tag(node);
            const bool isProtected = tag == HtmlTag::Article || tag == HtmlTag::Main || tag == HtmlTag::A ||
                                     tag == HtmlTag::P || headingLevel(tag) > 0;
            if (!isMostOfPage &&
                (isAside(m_tree, node) || isFormOfPage ||
                 (!isProtected && !isMuchProse(node) && PageWords::isUnlikely(classAndId(m_tree, node)))))
                m_dropped[size_t(node)] = true;
        }
    }

    /// Chapters are named after what they tell of ("sharing", "search"); comments are prose, too.
    bool isMuchProse(int node) const
    {
        const NodeMeasure &measure = m_pageMeasures[size_t(node)];
        return measure.text >= 800 && measure.paragraphs >= 3 && measure.linkDensity() < 0.15 &&
               !PageWords::isDiscussion(classAndId(m_tree, node));
    }

    int bestScored(int body) const
    {
        int best = body;
        for (int node = body; node < m_tree.size(); ++node)
            if (m_scores[size_t(node)] > m_scores[size_t(best)])
                best = node;
        best = liftedToTies(best, body);
        double last = m_scores[size_t(best)];
        for (int node = m_tree.at(best).parent; node > body; node = m_tree.at(node).parent) {
            const double score = m_scores[size_t(node)];
            if (score < last / 3)
                break;
            if (score > last) // it has text of its own
                best = node;
            last = score;
        }
        return best;
    }

    /// Where three or more containers score alike, the article is what holds them.
    int liftedToTies(int best, int body) const
    {
        const double near = m_scores[size_t(best)] * 0.75;
        for (int ancestor = m_tree.at(best).parent; ancestor > body; ancestor = m_tree.at(ancestor).parent) {
            int ties = 0;
            for (int node = ancestor + 1; node < m_tree.at(ancestor).end; ++node)
                if (m_scores[size_t(node)] >= near) {
                    ++ties;
                    node = m_tree.at(node).end - 1;
                }
            if (ties >= 3)
                return ancestor;
        }
        return best;
    }

    std::vector<int> withSiblings(int best) const
    {
        const int parent = m_tree.at(best).parent;
        if (parent < 0 || m_tree.tag(best) == HtmlTag::Body)
            return {best};
        const double threshold = std::max(10.0, m_scores[size_t(best)] * 0.2);
        std::vector<int> roots;
        for (int node = parent + 1; node < m_tree.at(parent).end; node = m_tree.at(node).end) {
            if (m_dropped[size_t(node)] || m_tree.tag(node) == HtmlTag::Text)
                continue;
            const NodeMeasure &measure = m_measures[size_t(node)];
            const bool isParagraph =
                m_tree.tag(node) == HtmlTag::P && ((measure.text > 80 && measure.linkDensity() < 0.25) ||
                                                   (measure.text > 20 && measure.links == 0));
            if (node == best || m_scores[size_t(node)] >= threshold || isParagraph)
                roots.push_back(node);
        }
        return roots;
    }

    /// The elements that call themselves the article's body: one or two that are not nested.
    std::vector<int> namedBodies(int body) const
    {
        std::vector<int> byProperty;
        std::vector<int> byName;
        std::vector<int> byTag;
        const auto addOuter = [this](std::vector<int> &nodes, int node) {
            if (nodes.empty() || !m_tree.isInside(node, nodes.back()))
                nodes.push_back(node);
        };
        for (int node = body; node < m_tree.size(); ++node) {
            if (m_dropped[size_t(node)]) {
                node = m_tree.at(node).end - 1;
                continue;
            }
            if (m_measures[size_t(node)].text < 100 || m_tree.tag(node) == HtmlTag::Text)
                continue;
            if (m_tree.attribute(node, "itemprop").contains(u"articleBody"))
                addOuter(byProperty, node);
            else if (PageWords::isArticleBody(classAndId(m_tree, node)))
                addOuter(byName, node);
            else if (m_tree.tag(node) == HtmlTag::Article)
                addOuter(byTag, node);
        }
        for (std::vector<int> *nodes : {&byProperty, &byName})
            if (nodes->size() == 1 || nodes->size() == 2)
                return *nodes;
        return byTag.size() == 1 ? byTag : std::vector<int>();
    }

    /// Drops lists of links, clutter, forms and empty shells inside the article.
    void clean(MainContent &found)
    {
        for (const int root : found.roots)
            for (int node = root + 1; node < m_tree.at(root).end; ++node) {
                if (found.dropped[size_t(node)] ||
                    (m_tree.tag(node) != HtmlTag::Text && isClutterInside(node, root))) {
                    found.dropped[size_t(node)] = true;
                    node = m_tree.at(node).end - 1;
                }
            }
        dropTrailingHeadings(found);
    }

    bool isClutterInside(int node, int root) const
    {
        const HtmlTag tag = m_tree.tag(node);
        const NodeMeasure &measure = m_measures[size_t(node)];
        const bool isShort = measure.text < 500 && measure.text * 3 < m_measures[size_t(root)].text;
        if (isAside(m_tree, node) && measure.text * 2 < m_measures[size_t(root)].text)
            return true;
        if (isShort && tag != HtmlTag::P && tag != HtmlTag::A &&
            PageWords::isClutter(classAndId(m_tree, node)))
            return true;
        // A column of links beside a column of paragraphs: the table lays out the page.
        if (tag == HtmlTag::Td)
            return measure.linkDensity() > 0.5 && isShort && measure.paragraphs == 0 &&
                   m_measures[size_t(m_tree.at(node).parent)].paragraphs >= 2;
        switch (tag) {
        case HtmlTag::Div:
        case HtmlTag::Section:
        case HtmlTag::Ul:
        case HtmlTag::Ol:
        case HtmlTag::Table:
        case HtmlTag::Form:
        case HtmlTag::Fieldset:
        case HtmlTag::Header:
        case HtmlTag::Dl:
            break;
        default:
            return false;
        }
        if (measure.text == 0)
            return measure.images == 0;
        if (measure.commas >= 10)
            return false;
        const double density = measure.linkDensity();
        const bool isList = tag == HtmlTag::Ul || tag == HtmlTag::Ol || tag == HtmlTag::Dl;
        const int named = PageWords::weight(classAndId(m_tree, node));
        return (isList && density > 0.6) || (!isList && density > 0.5 && isShort) ||
               (named < 0 && density > 0.2 && isShort) ||
               (measure.inputs > std::max(1, measure.paragraphs / 3) && isShort) ||
               (tag == HtmlTag::Form && isShort);
    }

    /// A heading with nothing after it announced what was dropped.
    void dropTrailingHeadings(MainContent &found) const
    {
        for (auto root = found.roots.rbegin(); root != found.roots.rend(); ++root)
            for (int node = m_tree.at(*root).end - 1; node > *root; --node) {
                if (isBelowDropped(node, *root, found) || m_tree.tag(node) != HtmlTag::Text ||
                    m_tree.at(node).text.trimmed().isEmpty())
                    continue;
                int heading = node;
                while (heading > *root && headingLevel(m_tree.tag(heading)) == 0)
                    heading = m_tree.at(heading).parent;
                if (heading <= *root || headingLevel(m_tree.tag(heading)) == 1)
                    return;
                found.dropped[size_t(heading)] = true;
                node = heading;
            }
    }

    bool isBelowDropped(int node, int root, const MainContent &found) const
    {
        for (int i = node; i >= root; i = m_tree.at(i).parent)
            if (found.dropped[size_t(i)])
                return true;
        return false;
    }

    int textOf(const MainContent &found) const
    {
        const std::vector<NodeMeasure> measures = measureNodes(m_tree, found.dropped);
        int text = 0;
        for (const int root : found.roots)
            text += measures[size_t(root)].text;
        return text;
    }

    bool holdsDescription(const MainContent &found) const
    {
        const QString beginning = m_description.left(40);
        if (beginning.size() < 40)
            return false;
        return std::any_of(found.roots.begin(), found.roots.end(),
                           [&](int root) { return m_tree.text(root).contains(beginning); });
    }

    const HtmlTree &m_tree;
    QString m_description;
    std::vector<bool> m_dropped;
    std::vector<bool> m_visible; ///< what is dropped in every attempt
    std::vector<NodeMeasure> m_measures;
    std::vector<NodeMeasure> m_pageMeasures; ///< with m_visible dropped only
    std::vector<double> m_scores;
    int m_pageText = 0;
};

} // namespace

MainContent findMainContent(const HtmlTree &tree, const QString &description)
{
    MainContent found = Finder(tree, description).find();
    if (tree.tag(found.roots.front()) != HtmlTag::Body) {
        dropTail(tree, found);
        addLead(tree, description, found);
    }
    return found;
}

} // namespace Lectern
