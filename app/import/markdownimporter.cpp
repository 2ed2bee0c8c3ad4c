#include "import/markdownimporter.h"

#include "import/articlemaking.h"
#include "import/headerblock.h"
#include "import/htmlguard.h"
#include "import/htmlscanner.h"
#include "import/textdecoding.h"

#include <QRegularExpression>

#include <md4c.h>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// Turns the events of md4c into blocks and spans.
class MarkdownReader
{
public:
    CanonicalText read(const QByteArray &utf8)
    {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH |
                       MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
            return static_cast<MarkdownReader *>(self)->enterBlock(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
            return static_cast<MarkdownReader *>(self)->leaveBlock(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
            return static_cast<MarkdownReader *>(self)->enterSpan(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE type, void *, void *self) {
            return static_cast<MarkdownReader *>(self)->leaveSpan(type);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
            return static_cast<MarkdownReader *>(self)->addText(type, QByteArrayView(text, qsizetype(size)));
        };
        // It fails only when memory runs out; what was read until then stands.
        if (md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, this) != 0)
            m_builder.endBlock();
        return m_builder.take();
    }

private:
    int enterBlock(MD_BLOCKTYPE type, void *detail)
    {
        m_hasText = false;
        switch (type) {
        case MD_BLOCK_QUOTE:
            ++m_quotes;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            ++m_lists;
            break;
        case MD_BLOCK_LI:
            m_builder.beginBlock(BlockKind::ListItem, std::clamp(m_lists, 1, 9));
            if (const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail); item->is_task != 0)
                m_builder.append(item->task_mark == ' ' ? u"☐ " : u"☑ ");
            break;
        case MD_BLOCK_HR:
            m_builder.addObject(BlockKind::Rule);
            break;
        case MD_BLOCK_H:
            m_builder.beginBlock(BlockKind::Heading, int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
            break;
        case MD_BLOCK_CODE:
            m_builder.beginBlock(BlockKind::Pre);
            break;
        case MD_BLOCK_HTML:
            m_builder.endBlock();
            m_inHtml = true;
            m_html.clear();
            break;
        case MD_BLOCK_P:
            // A list item's first paragraph is the item.
            if (m_lists > 0)
                m_builder.beginBlock(BlockKind::ListItem, std::clamp(m_lists, 1, 9));
            else if (m_quotes > 0)
                m_builder.beginBlock(BlockKind::Quote, std::clamp(m_quotes, 1, 9));
            else
                m_builder.beginBlock(BlockKind::Paragraph);
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            m_builder.beginBlock(BlockKind::Cell);
            break;
        default:
            break;
        }
        return 0;
    }

    int leaveBlock(MD_BLOCKTYPE type)
    {
        switch (type) {
        case MD_BLOCK_QUOTE:
            --m_quotes;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            --m_lists;
            break;
        case MD_BLOCK_HTML:
            m_inHtml = false;
            stripTags(m_html, m_builder);
            break;
        default:
            m_builder.endBlock();
            break;
        }
        return 0;
    }

    int enterSpan(MD_SPANTYPE type, void *detail)
    {
        switch (type) {
        case MD_SPAN_EM:
            m_builder.beginSpan(SpanKind::Emphasis);
            break;
        case MD_SPAN_STRONG:
            m_builder.beginSpan(SpanKind::Strong);
            break;
        case MD_SPAN_CODE:
            m_builder.beginSpan(SpanKind::Code);
            break;
        case MD_SPAN_DEL:
            m_builder.beginSpan(SpanKind::Strike);
            break;
        case MD_SPAN_A: {
            const MD_ATTRIBUTE &href = static_cast<MD_SPAN_A_DETAIL *>(detail)->href;
            m_builder.beginSpan(SpanKind::Link, QString::fromUtf8(href.text, qsizetype(href.size)));
            break;
        }
        case MD_SPAN_IMG:
            if (m_images++ == 0 && !m_hasText)
                m_builder.beginBlock(BlockKind::Caption);
            break;
        default:
            break;
        }
        return 0;
    }

    int leaveSpan(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_EM:
            m_builder.endSpan(SpanKind::Emphasis);
            break;
        case MD_SPAN_STRONG:
            m_builder.endSpan(SpanKind::Strong);
            break;
        case MD_SPAN_CODE:
            m_builder.endSpan(SpanKind::Code);
            break;
        case MD_SPAN_DEL:
            m_builder.endSpan(SpanKind::Strike);
            break;
        case MD_SPAN_A:
            m_builder.endSpan(SpanKind::Link);
            break;
        case MD_SPAN_IMG:
            if (--m_images == 0 && !m_hasText)
                m_builder.endBlock();
            break;
        default:
            break;
        }
        return 0;
    }

    int addText(MD_TEXTTYPE type, QByteArrayView utf8)
    {
        switch (type) {
        case MD_TEXT_NULLCHAR:
            append(u"\uFFFD");
            break;
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            m_builder.lineBreak();
            break;
        case MD_TEXT_ENTITY:
            append(referenceText(utf8));
            break;
        case MD_TEXT_HTML:
            addHtml(utf8);
            break;
        default:
            append(QString::fromUtf8(utf8));
            break;
        }
        return 0;
    }

    /// A block of HTML comes in lines and is read when it is whole; inside a paragraph each tag comes alone.
    void addHtml(QByteArrayView utf8)
    {
        if (m_inHtml) {
            m_html += utf8;
            return;
        }
        HtmlScanner scanner(utf8);
        HtmlToken token;
        if (scanner.next(token) && sameTag(token.name, "br"))
            m_builder.lineBreak();
    }

    void append(QStringView text)
    {
        m_hasText = m_hasText || (m_images == 0 && !text.trimmed().isEmpty());
        m_builder.append(text);
    }

    CanonicalTextBuilder m_builder;
    QByteArray m_html;
    bool m_inHtml = false;
    int m_quotes = 0;
    int m_lists = 0;
    int m_images = 0;
    bool m_hasText = false; ///< the open block holds words outside images
};

/// How many kinds of Markdown's own signs the beginning of the text holds.
int signKinds(QStringView head)
{
    static const std::array<QRegularExpression, 7> signs{
        QRegularExpression(u"^#{1,6} \\S"_s, QRegularExpression::MultilineOption),
        QRegularExpression(u"\\[[^\\]\\n]{1,200}\\]\\([^)\\s]{1,500}\\)"_s),
        QRegularExpression(u"^(?:```|~~~)"_s, QRegularExpression::MultilineOption),
        QRegularExpression(u"(?<![\\w*])\\*\\*[^*\\s][^*\\n]{0,200}\\*\\*"_s),
        QRegularExpression(u"^\\|.{1,500}\\|\\s*\\n\\|[ :|-]+\\|\\s*$"_s,
                           QRegularExpression::MultilineOption),
        QRegularExpression(u"\\A(?:---|\\+\\+\\+)\\s*\\n\\w+\\s*[:=]"_s),
        QRegularExpression(u"^\\[[^\\]\\n]{1,100}\\]: \\S+$"_s, QRegularExpression::MultilineOption)};
    return int(std::count_if(signs.begin(), signs.end(),
                             [&](const QRegularExpression &sign) { return sign.match(head).hasMatch(); }));
}

} // namespace

CanonicalText readMarkdown(const QString &text, ArticleDraft &draft)
{
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const qsizetype start = takeHeader(plain, draft);
    CanonicalText read = MarkdownReader().read(QStringView(plain).sliced(start).toUtf8());
    if (draft.title.isEmpty() && !read.blocks.empty() && read.blocks.front().kind == BlockKind::Heading)
        draft.title = read.text.mid(read.blocks.front().range.start, read.blocks.front().range.length());
    return read;
}

QString MarkdownImporter::format() const
{
    return u"markdown"_s;
}

int MarkdownImporter::sniff(const RawFile &file) const
{
    if (isBinary(file.bytes))
        return 0;
    const int kinds = signKinds(QString::fromUtf8(
        QByteArrayView(file.bytes).first(std::min<qsizetype>(file.bytes.size(), 16 * 1024))));
    const bool named = file.path.endsWith(u".md", Qt::CaseInsensitive) ||
                       file.path.endsWith(u".markdown", Qt::CaseInsensitive);
    return (kinds >= 2 ? 60 : kinds == 1 ? 45 : 35) + (named ? 30 : 0);
}

ImportOutcome MarkdownImporter::read(const RawFile &file, const ImportOptions &options) const
{
    const DecodedText decoded = decodeText(file.bytes);
    ArticleDraft draft = draftFor(file, format());
    draft.source.encoding = decoded.encoding;
    draft.source.encodingGuessed = decoded.guessed;
    draft.warnings = decoded.warnings;
    CanonicalText text = readMarkdown(decoded.text, draft);
    ImportOutcome outcome;
    addArticle(outcome, std::move(draft), std::move(text), options);
    return outcome;
}

} // namespace Lectern
