#include "import/wholepage.h"

#include "import/htmlblocks.h"
#include "import/htmlguard.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr std::array<QByteArrayView, 16> voidElements{
    "area", "base", "br",    "col",    "embed", "hr",  "img",      "input",
    "link", "meta", "param", "source", "track", "wbr", "basefont", "keygen"};

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
           c == '-' || c == '_' || c == '.';
}

/// Index after the `>` that ends the tag at `start`; the end of the bytes when it is never closed.
qsizetype tagEnd(QByteArrayView bytes, qsizetype start)
{
    char quote = 0;
    for (qsizetype i = start; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quote != 0)
            quote = c == quote ? char(0) : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return bytes.size();
}

qsizetype endAfter(QByteArrayView bytes, QByteArrayView mark, qsizetype from)
{
    const qsizetype at = bytes.indexOf(mark, from);
    return at < 0 ? bytes.size() : at + mark.size();
}

/// Copies a tag; an empty element gets an end tag.
void copyTag(QByteArrayView tag, QByteArray &result)
{
    qsizetype nameEnd = 1;
    while (nameEnd < tag.size() && isNameCharacter(tag[nameEnd]))
        ++nameEnd;
    const QByteArray name = tag.sliced(1, nameEnd - 1).toByteArray().toLower();
    const bool isVoid = std::find(voidElements.begin(), voidElements.end(), name) != voidElements.end();
    if (name.isEmpty() || isVoid || !tag.endsWith("/>")) {
        result += tag;
        return;
    }
    result += tag.chopped(2);
    result += "></" + name + '>';
}

/// Where a document type declaration ends, its own declarations included.
qsizetype doctypeEnd(QByteArrayView bytes, qsizetype start)
{
    const qsizetype end = endAfter(bytes, ">", start);
    const qsizetype subset = bytes.indexOf('[', start);
    return subset < 0 || subset > end ? end : endAfter(bytes, ">", endAfter(bytes, "]", subset));
}

bool isLeftOut(const HtmlTree &tree, int node)
{
    switch (tree.tag(node)) {
    case HtmlTag::Head:
    case HtmlTag::Script:
    case HtmlTag::Style:
    case HtmlTag::Template:
    case HtmlTag::Nav:
        return true;
    case HtmlTag::Text:
        return false;
    default:
        break;
    }
    const QString style = tree.attribute(node, "style").remove(u' ').toLower();
    return tree.hasAttribute(node, "hidden") || style.contains(u"display:none") ||
           tree.attribute(node, "epub:type").contains(u"pagebreak") ||
           tree.attribute(node, "role") == u"doc-pagebreak";
}

} // namespace

QByteArray xhtmlAsHtml(QByteArrayView xhtml)
{
    QByteArray result;
    result.reserve(xhtml.size() + xhtml.size() / 16);
    for (qsizetype at = 0; at < xhtml.size();) {
        const qsizetype open = xhtml.indexOf('<', at);
        result += xhtml.sliced(at, (open < 0 ? xhtml.size() : open) - at);
        if (open < 0)
            break;
        const QByteArrayView rest = xhtml.sliced(open);
        if (rest.startsWith("<!--")) {
            at = endAfter(xhtml, "-->", open + 4);
        } else if (rest.startsWith("<![CDATA[")) {
            at = endAfter(xhtml, "]]>", open);
            QByteArrayView text = xhtml.sliced(open + 9, std::max<qsizetype>(0, at - open - 9));
            if (text.endsWith("]]>"))
                text = text.chopped(3);
            result += text.toByteArray().replace('&', "&amp;").replace('<', "&lt;");
        } else if (rest.startsWith("<?")) {
            at = endAfter(xhtml, "?>", open);
        } else if (rest.startsWith("<!")) {
            at = doctypeEnd(xhtml, open);
        } else {
            at = tagEnd(xhtml, open);
            copyTag(xhtml.sliced(open, at - open), result);
        }
    }
    return result;
}

CanonicalText readWholePage(const QByteArray &utf8)
{
    const QByteArray html = mendedHtml(xhtmlAsHtml(utf8));
    if (!isTreeSafe(html)) {
        CanonicalTextBuilder builder;
        stripTags(html, builder);
        return builder.take();
    }
    const HtmlTree tree = HtmlTree::parse(html);
    MainContent content;
    content.roots = {0};
    content.confidence = 1;
    content.dropped.resize(size_t(tree.size()));
    for (int node = 0; node < tree.size(); ++node)
        content.dropped[size_t(node)] = isLeftOut(tree, node);
    return htmlBlocks(tree, content, QString(), QUrl());
}

void appendBlocks(CanonicalText &text, CanonicalText more)
{
    if (more.blocks.empty())
        return;
    if (!text.text.isEmpty())
        text.text += u'\n';
    const qsizetype by = text.text.size();
    const auto move = [by](TextRange &range) {
        range.start += by;
        range.end += by;
    };
    for (Block &block : more.blocks)
        move(block.range);
    for (Span &span : more.spans)
        move(span.range);
    text.text += more.text;
    std::move(more.blocks.begin(), more.blocks.end(), std::back_inserter(text.blocks));
    std::move(more.spans.begin(), more.spans.end(), std::back_inserter(text.spans));
}

} // namespace Lectern
