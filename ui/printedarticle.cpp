#include "printedarticle.h"

#include "style/fonts.h"
#include "style/tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qreal textSize = 11; ///< points, as all sizes here
constexpr qreal titleSize = 21;
constexpr qreal smallSize = 9;
constexpr int lineHeight = 104; ///< percent of what the font asks for, which is much
constexpr qreal paragraphGap = 7;
constexpr qreal indent = 18; ///< of a list item or a quotation, for each level

QFont sized(QFont font, qreal points)
{
    font.setPointSizeF(points); // pixels would come out tiny on paper
    return font;
}

/// Writes one article into one document.
class Setter
{
public:
    Setter(const Article &article, QTextDocument &document)
        : m_article(article)
        , m_document(document)
        , m_cursor(&document)
    {}

    void set(const std::vector<Mark> &marks)
    {
        setHead();
        for (const Block &block : m_article.blocks())
            if (m_article.isTitleDerived() || block.range != m_article.titleRange())
                setBlock(block);
        for (const Mark &mark : marks)
            for (const TextRange &part : mark.parts())
                colour(part, mark.colour);
        setNotes(marks);
    }

private:
    void newBlock(const QTextBlockFormat &format, const QTextCharFormat &letters)
    {
        if (m_isBegun)
            m_cursor.insertBlock(format, letters);
        else
            m_cursor.setBlockFormat(format);
        m_cursor.setCharFormat(letters);
        m_isBegun = true;
    }

    static QTextBlockFormat spaced(qreal below, int height = lineHeight)
    {
        QTextBlockFormat format;
        format.setBottomMargin(below);
        format.setLineHeight(height, QTextBlockFormat::ProportionalHeight);
        return format;
    }

    static QTextCharFormat letters(const QFont &font, const QColor &ink = Qt::black)
    {
        QTextCharFormat format;
        format.setFont(font);
        format.setForeground(ink);
        return format;
    }

    void setHead()
    {
        const QColor quiet(0x57, 0x52, 0x4A);
        QStringList source{m_article.outlet(), m_article.published().toDisplay(QLocale())};
        source.removeAll(QString());
        if (!source.isEmpty()) {
            newBlock(spaced(4, 100), letters(sized(Fonts::ui(12, QFont::DemiBold), smallSize), quiet));
            m_cursor.insertText(source.join(QStringLiteral(" · ")));
        }
        if (!m_article.isTitleDerived()) {
            const QTextCharFormat title = letters(sized(Fonts::text(30), titleSize));
            newBlock(spaced(4, 92), title);
            const TextRange range = m_article.titleRange();
            m_places.push_back({range, m_cursor.position()});
            m_cursor.insertText(m_article.title());
        }
        QStringList about{m_article.authors().join(QStringLiteral(", ")), m_article.url()};
        about.removeAll(QString());
        QTextBlockFormat below = spaced(16, 100);
        newBlock(below, letters(sized(Fonts::ui(12), smallSize), quiet));
        m_cursor.insertText(about.join(QStringLiteral(" · ")));
    }

    void setBlock(const Block &block)
    {
        if (block.kind == BlockKind::Image || block.range.isEmpty())
            return;
        QTextBlockFormat format = spaced(paragraphGap);
        QFont font = sized(Fonts::text(19), textSize);
        switch (block.kind) {
        case BlockKind::Rule:
            format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth,
                               QTextLength(QTextLength::PercentageLength, 30));
            break;
        case BlockKind::Heading:
            font = sized(Fonts::text(22), qMax(textSize + 0.5, titleSize - 3.0 * block.level));
            font.setBold(true);
            format.setTopMargin(paragraphGap);
            break;
        case BlockKind::Quote:
        case BlockKind::ListItem:
            format.setLeftMargin(indent * qMax<int>(1, block.level));
            break;
        case BlockKind::Pre:
            font.setFamilies({QStringLiteral("monospace")});
            font.setPointSizeF(textSize - 1.5);
            break;
        case BlockKind::Caption:
        case BlockKind::Byline:
            font.setPointSizeF(textSize - 1.5);
            font.setItalic(true);
            break;
        default:
            break;
        }
        newBlock(format, letters(font));
        if (block.kind == BlockKind::Rule)
            return;
        if (block.kind == BlockKind::ListItem)
            m_cursor.insertText(QStringLiteral("• "));
        m_places.push_back({block.range, m_cursor.position()});
        // Lines of a block stay in one paragraph, so that every unit of it has its place.
        QString words = m_article.text().mid(block.range.start, block.range.length());
        words.replace(QLatin1Char('\n'), QChar::LineSeparator);
        m_cursor.insertText(words);
        for (const Span &span : m_article.spans())
            if (block.range.contains(span.range))
                merge(span.range, formatOf(span.kind));
    }

    static QTextCharFormat formatOf(SpanKind kind)
    {
        QTextCharFormat format;
        switch (kind) {
        case SpanKind::Emphasis:
            format.setFontItalic(true);
            break;
        case SpanKind::Strong:
            format.setFontWeight(QFont::Bold);
            break;
        case SpanKind::Code:
            format.setFontFamilies({QStringLiteral("monospace")});
            break;
        case SpanKind::Strike:
            format.setFontStrikeOut(true);
            break;
        case SpanKind::Superscript:
            format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
            break;
        case SpanKind::Subscript:
            format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
            break;
        case SpanKind::Link:
            break;
        }
        return format;
    }

    /// Calls visit(first, last) with the positions in the document of each piece of a range of the text.
    template <typename Visit>
    void forEachPiece(TextRange range, Visit visit) const
    {
        for (const auto &[block, position] : m_places) {
            const TextRange piece = block.intersected(range);
            if (!piece.isEmpty())
                visit(position + int(piece.start - block.start), position + int(piece.end - block.start));
        }
    }

    void merge(TextRange range, const QTextCharFormat &format)
    {
        forEachPiece(range, [&](int first, int last) {
            QTextCursor words(&m_document);
            words.setPosition(first);
            words.setPosition(last, QTextCursor::KeepAnchor);
            words.mergeCharFormat(format);
        });
    }

    void colour(TextRange range, MarkColour colour)
    {
        static const Tokens paper = Tokens::light();
        QTextCharFormat format;
        format.setBackground(paper.markOf(colour));
        format.setFontUnderline(true);
        format.setUnderlineColor(paper.markEdgeOf(colour));
        merge(range, format);
    }

    void setNotes(const std::vector<Mark> &marks)
    {
        std::vector<const Mark *> noted;
        for (const Mark &mark : marks)
            if (mark.hasNote())
                noted.push_back(&mark);
        std::sort(noted.begin(), noted.end(),
                  [](const Mark *a, const Mark *b) { return a->range < b->range; });
        std::vector<std::pair<int, int>> signs; ///< position and number
        for (size_t i = 0; i < noted.size(); ++i) {
            int at = -1;
            forEachPiece(noted[i]->range, [&](int, int last) { at = qMax(at, last); });
            if (at >= 0)
                signs.emplace_back(at, int(i) + 1);
        }
        if (signs.empty())
            return;
        QFont heading = sized(Fonts::ui(12, QFont::DemiBold), smallSize + 1);
        QTextBlockFormat apart = spaced(4, 110);
        apart.setTopMargin(18);
        newBlock(apart, letters(heading));
        m_cursor.insertText(QCoreApplication::translate("Lectern::PrintJourney", "Notes"));
        for (const auto &[at, number] : signs) {
            newBlock(spaced(3, 120), letters(sized(Fonts::text(15), textSize - 1.5)));
            m_cursor.insertText(QStringLiteral("%1  %2").arg(number).arg(noted[size_t(number) - 1]->note));
        }
        // From the last on: no sign moves the place of another.
        std::sort(signs.rbegin(), signs.rend());
        QTextCharFormat raised = letters(sized(Fonts::ui(12, QFont::DemiBold), smallSize));
        raised.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        for (const auto &[at, number] : signs) {
            QTextCursor sign(&m_document);
            sign.setPosition(at);
            sign.insertText(QString::number(number), raised);
        }
    }

    const Article &m_article;
    QTextDocument &m_document;
    QTextCursor m_cursor;
    std::vector<std::pair<TextRange, int>>
        m_places; ///< blocks of the text and where they begin in the document
    bool m_isBegun = false;
};

} // namespace

std::unique_ptr<QTextDocument> printedArticle(const Article &article, const std::vector<Mark> &marks)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(sized(Fonts::text(19), textSize));
    document->setMetaInformation(QTextDocument::DocumentTitle, article.title());
    Setter(article, *document).set(marks);
    return document;
}

} // namespace Lectern
