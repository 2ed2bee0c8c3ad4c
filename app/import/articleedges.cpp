#include "import/articleedges.h"

#include "import/contentscores.h"
#include "import/pagewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype shortestLead = 50;
constexpr qsizetype longestLead = 900;
constexpr qsizetype proseLength = 80;
constexpr int largestLead = 60;      ///< nodes
constexpr int searchedNodes = 4'000; ///< between the headline and the text

bool isInArticle(const HtmlTree &tree, int node, const MainContent &found)
{
    for (int i = node; i >= 0; i = tree.at(i).parent) {
        if (found.dropped[size_t(i)])
            return false;
        if (std::find(found.roots.begin(), found.roots.end(), i) != found.roots.end())
            return true;
    }
    return false;
}

/// The first element of the article that holds a paragraph of text; -1 when there is none.
int firstProse(const HtmlTree &tree, const MainContent &found)
{
    for (const int root : found.roots)
        for (int node = root; node < tree.at(root).end; ++node) {
            if (found.dropped[size_t(node)]) {
                node = tree.at(node).end - 1;
                continue;
            }
            if (tree.tag(node) == HtmlTag::Text && tree.at(node).text.trimmed().size() >= proseLength)
                return node;
        }
    return -1;
}

/// The headline before a node; -1 when there is none.
int headlineBefore(const HtmlTree &tree, int node)
{
    for (int i = node - 1; i >= 0 && i > node - searchedNodes; --i)
        if (tree.tag(i) == HtmlTag::H1 && tree.at(i).end <= node && tree.text(i).size() >= 8)
            return i;
    return -1;
}

bool mayBeLead(const HtmlTree &tree, int node, const QString &beginning)
{
    switch (tree.tag(node)) {
    case HtmlTag::P:
    case HtmlTag::Div:
    case HtmlTag::Section:
    case HtmlTag::Header:
    case HtmlTag::Span:
    case HtmlTag::Strong:
    case HtmlTag::H2:
    case HtmlTag::H3:
        break;
    default:
        return false;
    }
    if (tree.at(node).end - node > largestLead || isHidden(tree, node))
        return false;
    const bool isNamed = PageWords::isLead(classAndId(tree, node));
    if (!isNamed && beginning.isEmpty())
        return false;
    const QString text = tree.text(node);
    if (text.size() < shortestLead || text.size() > longestLead)
        return false;
    const bool isDescribed = !beginning.isEmpty() && text.startsWith(beginning);
    if (!isDescribed && !(isNamed && QStringView(u".!?…»“\"。！？").contains(text.back())))
        return false;
    qsizetype linked = 0;
    for (int i = node; i < tree.at(node).end; ++i) {
        if (tree.tag(i) == HtmlTag::H1 || tree.tag(i) == HtmlTag::Form || tree.tag(i) == HtmlTag::Figure)
            return false;
        if (tree.tag(i) == HtmlTag::A)
            linked += tree.text(i).size();
    }
    return linked * 3 < text.size();
}

void takeIn(const HtmlTree &tree, int node, MainContent &found)
{
    int inside = -1;
    for (const int root : found.roots)
        if (tree.isInside(node, root))
            inside = root;
    for (int i = node + 1; inside < 0 && i < tree.at(node).end; ++i)
        if (tree.tag(i) == HtmlTag::Script || tree.tag(i) == HtmlTag::Style)
            found.dropped[size_t(i)] = true;
    if (inside < 0) {
        found.dropped[size_t(node)] = false;
        found.roots.insert(found.roots.begin(), node);
        return;
    }
    // What was dropped around it stays dropped but for the way to it.
    for (int i = node; i > inside; i = tree.at(i).parent) {
        const int parent = tree.at(i).parent;
        if (found.dropped[size_t(parent)])
            for (int child = parent + 1; child < tree.at(parent).end; child = tree.at(child).end)
                found.dropped[size_t(child)] = true;
        found.dropped[size_t(i)] = false;
    }
}

} // namespace

void addLead(const HtmlTree &tree, const QString &description, MainContent &found)
{
    const int prose = firstProse(tree, found);
    const int headline = prose < 0 ? -1 : headlineBefore(tree, prose);
    if (headline < 0)
        return;
    const QString beginning = description.size() >= 40 ? description.left(40) : QString();
    const int root = found.roots.front();
    for (int node = tree.at(headline).end; node < prose; ++node) {
        if (!mayBeLead(tree, node, beginning))
            continue;
        if (isInArticle(tree, node, found))
            return;
        if (tree.at(node).end > root && !tree.isInside(node, root))
            continue;
        const QString words = tree.text(node).left(60);
        const bool isRepeated = std::any_of(found.roots.begin(), found.roots.end(), [&](int part) {
            return !tree.isInside(node, part) && tree.text(part).contains(words);
        });
        if (!isRepeated)
            takeIn(tree, node, found);
        return;
    }
}

void dropTail(const HtmlTree &tree, MainContent &found)
{
    const std::vector<NodeMeasure> measures = measureNodes(tree, found.dropped);
    int total = 0;
    for (const int root : found.roots)
        total += measures[size_t(root)].text;
    int before = 0;
    for (size_t index = 0; index < found.roots.size(); ++index) {
        const int root = found.roots[index];
        for (int node = root; node < tree.at(root).end; ++node) {
            if (found.dropped[size_t(node)]) {
                node = tree.at(node).end - 1;
                continue;
            }
            const HtmlTag tag = tree.tag(node);
            if (tag == HtmlTag::Text) {
                before += int(std::count_if(tree.at(node).text.begin(), tree.at(node).text.end(),
                                            [](QChar c) { return !c.isSpace(); }));
                continue;
            }
            if (before * 3 < total * 2 || !isBlockTag(tag) || measures[size_t(node)].text > 60 ||
                measures[size_t(node)].text < 3 || !PageWords::endsArticle(tree.text(node)))
                continue;
            // From here to the end of every element around it.
            found.dropped[size_t(node)] = true;
            for (int i = node; i > root; i = tree.at(i).parent)
                for (int next = tree.at(i).end; next < tree.at(tree.at(i).parent).end;
                     next = tree.at(next).end)
                    found.dropped[size_t(next)] = true;
            for (size_t rest = index + 1; rest < found.roots.size(); ++rest)
                found.dropped[size_t(found.roots[rest])] = true;
            return;
        }
    }
}

} // namespace Lectern
