#include "import/htmltree.h"

#include <QHash>

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

namespace Lectern {

namespace {

const QHash<QByteArray, HtmlTag> &tagNames()
{
    using T = HtmlTag;
    static const QHash<QByteArray, HtmlTag> names{{"a", T::A},
                                                  {"abbr", T::Abbr},
                                                  {"address", T::Address},
                                                  {"article", T::Article},
                                                  {"aside", T::Aside},
                                                  {"audio", T::Audio},
                                                  {"b", T::B},
                                                  {"big", T::Big},
                                                  {"blockquote", T::Blockquote},
                                                  {"body", T::Body},
                                                  {"br", T::Br},
                                                  {"button", T::Button},
                                                  {"canvas", T::Canvas},
                                                  {"caption", T::Caption},
                                                  {"center", T::Center},
                                                  {"cite", T::Cite},
                                                  {"code", T::Code},
                                                  {"dd", T::Dd},
                                                  {"del", T::Del},
                                                  {"details", T::Details},
                                                  {"dfn", T::Dfn},
                                                  {"dialog", T::Dialog},
                                                  {"div", T::Div},
                                                  {"dl", T::Dl},
                                                  {"dt", T::Dt},
                                                  {"em", T::Em},
                                                  {"embed", T::Embed},
                                                  {"fieldset", T::Fieldset},
                                                  {"figcaption", T::Figcaption},
                                                  {"figure", T::Figure},
                                                  {"font", T::Font},
                                                  {"footer", T::Footer},
                                                  {"form", T::Form},
                                                  {"frameset", T::Frameset},
                                                  {"h1", T::H1},
                                                  {"h2", T::H2},
                                                  {"h3", T::H3},
                                                  {"h4", T::H4},
                                                  {"h5", T::H5},
                                                  {"h6", T::H6},
                                                  {"head", T::Head},
                                                  {"header", T::Header},
                                                  {"hr", T::Hr},
                                                  {"html", T::Html},
                                                  {"i", T::I},
                                                  {"iframe", T::Iframe},
                                                  {"img", T::Img},
                                                  {"input", T::Input},
                                                  {"ins", T::Ins},
                                                  {"kbd", T::Kbd},
                                                  {"label", T::Label},
                                                  {"li", T::Li},
                                                  {"link", T::Link},
                                                  {"main", T::Main},
                                                  {"mark", T::Mark},
                                                  {"math", T::Math},
                                                  {"menu", T::Menu},
                                                  {"meta", T::Meta},
                                                  {"nav", T::Nav},
                                                  {"noscript", T::Noscript},
                                                  {"object", T::Object},
                                                  {"ol", T::Ol},
                                                  {"option", T::Option},
                                                  {"p", T::P},
                                                  {"pre", T::Pre},
                                                  {"q", T::Q},
                                                  {"s", T::S},
                                                  {"samp", T::Samp},
                                                  {"script", T::Script},
                                                  {"section", T::Section},
                                                  {"select", T::Select},
                                                  {"small", T::Small},
                                                  {"source", T::Source},
                                                  {"span", T::Span},
                                                  {"strike", T::Strike},
                                                  {"strong", T::Strong},
                                                  {"style", T::Style},
                                                  {"sub", T::Sub},
                                                  {"summary", T::Summary},
                                                  {"sup", T::Sup},
                                                  {"svg", T::Svg},
                                                  {"table", T::Table},
                                                  {"tbody", T::Tbody},
                                                  {"td", T::Td},
                                                  {"template", T::Template},
                                                  {"textarea", T::Textarea},
                                                  {"tfoot", T::Tfoot},
                                                  {"th", T::Th},
                                                  {"thead", T::Thead},
                                                  {"time", T::Time},
                                                  {"title", T::Title},
                                                  {"tr", T::Tr},
                                                  {"tt", T::Tt},
                                                  {"u", T::U},
                                                  {"ul", T::Ul},
                                                  {"var", T::Var},
                                                  {"video", T::Video}};
    return names;
}

HtmlTag tagOf(const GumboElement &element)
{
    const QByteArray name = QByteArray::fromRawData(
        gumbo_normalized_tagname(element.tag), qsizetype(qstrlen(gumbo_normalized_tagname(element.tag))));
    return tagNames().value(name, HtmlTag::Other);
}

std::vector<HtmlAttribute> attributesOf(const GumboElement &element)
{
    std::vector<HtmlAttribute> attributes;
    attributes.reserve(element.attributes.length);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
        attributes.push_back({QByteArray(attribute->name).toLower(), QString::fromUtf8(attribute->value)});
    }
    return attributes;
}

/// gumbo does not look whether it was given memory, and nothing can be thrown through it.
void *allocate(void *, size_t size)
{
    void *memory = std::malloc(size);
    if (memory == nullptr) {
        if (const std::new_handler handler = std::get_new_handler())
            handler();
        std::abort();
    }
    return memory;
}

void release(void *, void *memory)
{
    std::free(memory);
}

} // namespace

HtmlTree HtmlTree::parse(const QByteArray &utf8)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    // By default every error keeps a copy of the stack of open elements.
    options.max_errors = 0;
    const auto destroy = [&options](GumboOutput *output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, utf8.constData(), size_t(utf8.size())), destroy);

    struct Open
    {
        const GumboNode *node;
        unsigned nextChild;
        int index;
    };
    HtmlTree tree;
    std::vector<Open> open;
    const auto add = [&](const GumboNode *node) {
        HtmlNode added;
        added.parent = open.empty() ? -1 : open.back().index;
        const int index = tree.size();
        if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
            added.tag = tagOf(node->v.element);
            added.attributes = attributesOf(node->v.element);
            tree.m_nodes.push_back(std::move(added));
            open.push_back({node, 0, index});
        } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
                   node->type == GUMBO_NODE_CDATA) {
            added.tag = HtmlTag::Text;
            added.end = index + 1;
            added.text = QString::fromUtf8(node->v.text.text);
            tree.m_nodes.push_back(std::move(added));
        }
    };
    add(output->root);
    while (!open.empty()) {
        Open &top = open.back();
        const GumboVector &children = top.node->v.element.children;
        if (top.nextChild < children.length) {
            const auto *child = static_cast<const GumboNode *>(children.data[top.nextChild++]);
            add(child);
        } else {
            tree.m_nodes[size_t(top.index)].end = tree.size();
            open.pop_back();
        }
    }
    return tree;
}

QString HtmlTree::attribute(int node, QByteArrayView name) const
{
    for (const HtmlAttribute &attribute : at(node).attributes)
        if (attribute.name == name)
            return attribute.value;
    return {};
}

bool HtmlTree::hasAttribute(int node, QByteArrayView name) const
{
    const auto &attributes = at(node).attributes;
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const HtmlAttribute &attribute) { return attribute.name == name; });
}

int HtmlTree::first(HtmlTag wanted) const
{
    for (int i = 0; i < size(); ++i)
        if (tag(i) == wanted)
            return i;
    return -1;
}

QString HtmlTree::text(int node) const
{
    QString result;
    for (int i = node; i < at(node).end; ++i) {
        if (tag(i) == HtmlTag::Text)
            result += at(i).text;
        else if (isBlockTag(tag(i)) || tag(i) == HtmlTag::Br)
            result += u' ';
    }
    return result.simplified();
}

int HtmlTree::enclosing(int node, std::initializer_list<HtmlTag> tags) const
{
    for (int i = at(node).parent; i >= 0; i = at(i).parent)
        if (std::find(tags.begin(), tags.end(), tag(i)) != tags.end())
            return i;
    return -1;
}

bool isBlockTag(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Address:
    case HtmlTag::Article:
    case HtmlTag::Aside:
    case HtmlTag::Blockquote:
    case HtmlTag::Body:
    case HtmlTag::Caption:
    case HtmlTag::Center:
    case HtmlTag::Dd:
    case HtmlTag::Details:
    case HtmlTag::Dialog:
    case HtmlTag::Div:
    case HtmlTag::Dl:
    case HtmlTag::Dt:
    case HtmlTag::Fieldset:
    case HtmlTag::Figcaption:
    case HtmlTag::Figure:
    case HtmlTag::Footer:
    case HtmlTag::Form:
    case HtmlTag::H1:
    case HtmlTag::H2:
    case HtmlTag::H3:
    case HtmlTag::H4:
    case HtmlTag::H5:
    case HtmlTag::H6:
    case HtmlTag::Header:
    case HtmlTag::Hr:
    case HtmlTag::Html:
    case HtmlTag::Li:
    case HtmlTag::Main:
    case HtmlTag::Menu:
    case HtmlTag::Nav:
    case HtmlTag::Ol:
    case HtmlTag::Option:
    case HtmlTag::P:
    case HtmlTag::Pre:
    case HtmlTag::Section:
    case HtmlTag::Summary:
    case HtmlTag::Table:
    case HtmlTag::Tbody:
    case HtmlTag::Td:
    case HtmlTag::Tfoot:
    case HtmlTag::Th:
    case HtmlTag::Thead:
    case HtmlTag::Title:
    case HtmlTag::Tr:
    case HtmlTag::Ul:
        return true;
    default:
        return false;
    }
}

int headingLevel(HtmlTag tag)
{
    return tag >= HtmlTag::H1 && tag <= HtmlTag::H6 ? int(tag) - int(HtmlTag::H1) + 1 : 0;
}

} // namespace Lectern
