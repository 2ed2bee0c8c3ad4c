#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <vector>

namespace Lectern {

/// The elements that reading a page tells apart; everything else is Other.
enum class HtmlTag : quint8 {
    Text, ///< a text node
    Other,
    A,
    Abbr,
    Address,
    Article,
    Aside,
    B,
    Big,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Center,
    Cite,
    Code,
    Dd,
    Del,
    Details,
    Dfn,
    Dialog,
    Div,
    Dl,
    Dt,
    Em,
    Embed,
    Fieldset,
    Figcaption,
    Figure,
    Font,
    Footer,
    Form,
    Frameset,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Head,
    Header,
    Hr,
    Html,
    I,
    Iframe,
    Img,
    Input,
    Ins,
    Kbd,
    Label,
    Li,
    Link,
    Main,
    Mark,
    Math,
    Menu,
    Meta,
    Nav,
    Noscript,
    Object,
    Ol,
    Option,
    P,
    Pre,
    Q,
    S,
    Samp,
    Script,
    Section,
    Select,
    Small,
    Source,
    Span,
    Strike,
    Strong,
    Style,
    Sub,
    Summary,
    Sup,
    Svg,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Tfoot,
    Th,
    Thead,
    Time,
    Title,
    Tr,
    Tt,
    U,
    Ul,
    Var,
    Video,
    Audio,
    Canvas
};

struct HtmlAttribute
{
    QByteArray name; ///< lower case
    QString value;
};

/// A node of the tree. Nodes stand in document order: the subtree of node i is [i, end), its children are i +
/// 1, then the end of each child in turn.
struct HtmlNode
{
    HtmlTag tag = HtmlTag::Other;
    int parent = -1;
    int end = 0;
    QString text; ///< of a text node
    std::vector<HtmlAttribute> attributes;
};

/// A page as a tree in one array; node 0 is the document's <html>. The one place that knows the HTML library.
class HtmlTree
{
public:
    /// Parses UTF-8. Never fails; the caller has asked isTreeSafe() before.
    static HtmlTree parse(const QByteArray &utf8);

    int size() const { return int(m_nodes.size()); }
    const HtmlNode &at(int node) const { return m_nodes[size_t(node)]; }
    HtmlTag tag(int node) const { return at(node).tag; }
    /// The value of an attribute, "" when there is none.
    QString attribute(int node, QByteArrayView name) const;
    bool hasAttribute(int node, QByteArrayView name) const;
    /// The first node with that tag in document order, -1 when there is none.
    int first(HtmlTag tag) const;
    /// All text below the node, simplified.
    QString text(int node) const;
    bool isInside(int node, int ancestor) const { return node >= ancestor && node < at(ancestor).end; }
    /// The nearest ancestor with one of these tags, or -1.
    int enclosing(int node, std::initializer_list<HtmlTag> tags) const;

private:
    std::vector<HtmlNode> m_nodes;
};

/// Elements that begin a block of text of their own.
bool isBlockTag(HtmlTag tag);
/// 1-6 for headings, else 0.
int headingLevel(HtmlTag tag);

} // namespace Lectern
