#include "import/htmlblocks.h"

#include "import/contentscores.h"
#include "import/pagewords.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int longestByline = 150; ///< characters

std::optional<SpanKind> spanKind(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Em:
    case HtmlTag::I:
    case HtmlTag::Cite:
    case HtmlTag::Dfn:
    case HtmlTag::Var:
        return SpanKind::Emphasis;
    case HtmlTag::Strong:
    case HtmlTag::B:
        return SpanKind::Strong;
    case HtmlTag::Code:
    case HtmlTag::Kbd:
    case HtmlTag::Samp:
    case HtmlTag::Tt:
        return SpanKind::Code;
    case HtmlTag::A:
        return SpanKind::Link;
    case HtmlTag::Del:
    case HtmlTag::S:
    case HtmlTag::Strike:
        return SpanKind::Strike;
    case HtmlTag::Sup:
        return SpanKind::Superscript;
    case HtmlTag::Sub:
        return SpanKind::Subscript;
    default:
        return std::nullopt;
    }
}

QString comparable(const QString &text)
{
    QString result;
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            result += c.toLower();
    return result;
}

class BlockWriter
{
public:
    BlockWriter(const HtmlTree &tree, const MainContent &content, const QString &title, const QUrl &base)
        : m_tree(tree)
        , m_content(content)
        , m_measures(measureNodes(tree, content.dropped))
        , m_title(comparable(title))
        , m_base(base)
    {}

    CanonicalText write()
    {
        for (const int root : m_content.roots) {
            writeRoot(root);
            breakBlock();
        }
        return m_builder.take();
    }

private:
    struct Context
    {
        int end; ///< node at which it is over
        BlockKind kind;
        int level;
    };
    struct ActiveSpan
    {
        int end;
        SpanKind kind;
        QString target;
    };

    void writeRoot(int root)
    {
        m_contexts = {{m_tree.at(root).end, BlockKind::Paragraph, 0}};
        for (int node = root; node < m_tree.at(root).end; ++node) {
            closeUntil(node);
            if (m_content.dropped[size_t(node)] || isLeftOut(node)) {
                node = m_tree.at(node).end - 1;
                continue;
            }
            open(node);
        }
        closeUntil(m_tree.at(root).end);
    }

    void closeUntil(int node)
    {
        while (!m_spans.empty() && m_spans.back().end <= node) {
            if (m_isOpen)
                m_builder.endSpan(m_spans.back().kind);
            m_spans.pop_back();
        }
        while (!m_blockEnds.empty() && m_blockEnds.back() <= node) {
            breakBlock();
            m_blockEnds.pop_back();
        }
        while (m_contexts.size() > 1 && m_contexts.back().end <= node)
            m_contexts.pop_back();
    }

    void open(int node)
    {
        const HtmlTag tag = m_tree.tag(node);
        const int end = m_tree.at(node).end;
        if (tag == HtmlTag::Text) {
            writeText(m_tree.at(node).text);
        } else if (tag == HtmlTag::Br) {
            writeBreak(node);
        } else if (tag == HtmlTag::Hr) {
            breakBlock();
            m_builder.addObject(BlockKind::Rule);
        } else if (const auto kind = spanKind(tag)) {
            beginSpan(*kind, node);
        } else {
            if (isBlockTag(tag)) {
                breakBlock();
                m_blockEnds.push_back(end);
            }
            if (const std::optional<Context> context = contextOf(node))
                m_contexts.push_back(*context);
        }
    }

    /// What the blocks below an element are, when it changes that.
    std::optional<Context> contextOf(int node) const
    {
        const HtmlTag tag = m_tree.tag(node);
        const int end = m_tree.at(node).end;
        const int depth = depthOf(BlockKind::ListItem);
        if (const int level = headingLevel(tag); level > 0)
            return Context{end, BlockKind::Heading, level};
        const QString names = classAndId(m_tree, node);
        if (tag == HtmlTag::Figcaption || tag == HtmlTag::Caption ||
            (PageWords::isCaption(names) && m_measures[size_t(node)].text < 400))
            return Context{end, BlockKind::Caption, 0};
        if (tag == HtmlTag::P && m_measures[size_t(node)].text <= 250 &&
            PageWords::isCredit(m_tree.text(node)))
            return Context{end, BlockKind::Byline, 0};
        if (m_measures[size_t(node)].text <= longestByline && m_measures[size_t(node)].text > 0 &&
            (tag == HtmlTag::Time || tag == HtmlTag::Address || PageWords::isByline(names)) &&
            isBlockOfItsOwn(node))
            return Context{end, BlockKind::Byline, 0};
        switch (tag) {
        case HtmlTag::Li:
        case HtmlTag::Dd:
            return Context{end, BlockKind::ListItem, std::min(depth + 1, 9)};
        case HtmlTag::Blockquote:
            return Context{end, BlockKind::Quote, std::min(depthOf(BlockKind::Quote) + 1, 9)};
        case HtmlTag::Pre:
            return Context{end, BlockKind::Pre, 0};
        case HtmlTag::Td:
        case HtmlTag::Th:
            return isDataTable(node) ? std::optional(Context{end, BlockKind::Cell, 0}) : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    /// Not a word in running text.
    bool isBlockOfItsOwn(int node) const
    {
        const int parent = m_tree.at(node).parent;
        return isBlockTag(m_tree.tag(node)) ||
               (parent >= 0 && m_measures[size_t(parent)].text <= longestByline);
    }

    /// A table of figures or words; not one that lays out a page.
    bool isDataTable(int cell) const
    {
        const int table = m_tree.enclosing(cell, {HtmlTag::Table});
        return table < 0 || m_measures[size_t(cell)].text < 300;
    }

    int depthOf(BlockKind kind) const
    {
        return int(std::count_if(m_contexts.begin(), m_contexts.end(),
                                 [kind](const Context &context) { return context.kind == kind; }));
    }

    bool isLeftOut(int node)
    {
        const HtmlTag tag = m_tree.tag(node);
        if (tag == HtmlTag::Text || !isBlockTag(tag) || m_measures[size_t(node)].text > 200)
            return false;
        if (headingLevel(tag) > 0 && !m_title.isEmpty() && comparable(m_tree.text(node)) == m_title)
            return true;
        const QString text = m_tree.text(node);
        return PageWords::isJunkLine(text) ||
               PageWords::isPromotion(text, m_measures[size_t(node)].linkDensity() > 0.5);
    }

    void writeText(const QString &text)
    {
        const bool isPre = m_contexts.back().kind == BlockKind::Pre;
        if (!m_isOpen && !isPre && text.trimmed().isEmpty())
            return;
        if (!m_isOpen) {
            m_builder.beginBlock(m_contexts.back().kind, m_contexts.back().level);
            m_isOpen = true;
            for (const ActiveSpan &span : m_spans)
                m_builder.beginSpan(span.kind, span.target);
        }
        m_builder.append(text);
    }

    /// Two in a row end a paragraph.
    void writeBreak(int node)
    {
        int before = node - 1;
        while (before > 0 && m_tree.tag(before) == HtmlTag::Text &&
               m_tree.at(before).text.trimmed().isEmpty())
            --before;
        if (m_tree.tag(before) == HtmlTag::Br && m_contexts.back().kind != BlockKind::Pre)
            breakBlock();
        else if (m_isOpen)
            m_builder.lineBreak();
    }

    void breakBlock()
    {
        if (m_isOpen)
            m_builder.endBlock();
        m_isOpen = false;
    }

    void beginSpan(SpanKind kind, int node)
    {
        QString target;
        if (kind == SpanKind::Link) {
            target = linkTarget(m_tree.attribute(node, "href"));
            if (target.isEmpty())
                return;
        }
        m_spans.push_back({m_tree.at(node).end, kind, target});
        if (m_isOpen)
            m_builder.beginSpan(kind, target);
    }

    QString linkTarget(const QString &href) const
    {
        const QUrl url(href.trimmed());
        if (href.trimmed().isEmpty() || href.startsWith(u'#') || !url.isValid())
            return {};
        const QUrl absolute = m_base.isEmpty() ? url : m_base.resolved(url);
        const QString scheme = absolute.scheme().toLower();
        return scheme.isEmpty() || scheme == u"http" || scheme == u"https" || scheme == u"mailto"
                   ? absolute.toString()
                   : QString();
    }

    const HtmlTree &m_tree;
    const MainContent &m_content;
    std::vector<NodeMeasure> m_measures;
    QString m_title;
    QUrl m_base;
    CanonicalTextBuilder m_builder;
    std::vector<Context> m_contexts;
    std::vector<ActiveSpan> m_spans;
    std::vector<int> m_blockEnds;
    bool m_isOpen = false;
};

} // namespace

CanonicalText htmlBlocks(const HtmlTree &tree, const MainContent &content, const QString &title,
                         const QUrl &base)
{
    return BlockWriter(tree, content, title, base).write();
}

} // namespace Lectern
