#include "app/export/foreignreaders.h"

#include <gumbo.h>
#include <md4c.h>

#include <functional>

namespace Lectern {

namespace {

struct MarkdownReading
{
    QStringList quotes;
    int depth = 0;
    int paragraphs = 0;
};

int enterBlock(MD_BLOCKTYPE type, void *, void *data)
{
    auto &reading = *static_cast<MarkdownReading *>(data);
    if (type == MD_BLOCK_QUOTE && ++reading.depth == 1) {
        reading.quotes += QString();
        reading.paragraphs = 0;
    } else if (reading.depth > 0) {
        if (type != MD_BLOCK_P)
            reading.quotes.last() += QStringLiteral("[block %1]").arg(type);
        else if (reading.paragraphs++ > 0)
            reading.quotes.last() += u'\n';
    }
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *data)
{
    static_cast<MarkdownReading *>(data)->depth -= type == MD_BLOCK_QUOTE ? 1 : 0;
    return 0;
}

int enterSpan(MD_SPANTYPE type, void *, void *data)
{
    auto &reading = *static_cast<MarkdownReading *>(data);
    if (reading.depth > 0 && type != MD_SPAN_A) // an address that is linked by itself keeps its letters
        reading.quotes.last() += QStringLiteral("[span %1]").arg(type);
    return 0;
}

int leaveSpan(MD_SPANTYPE, void *, void *)
{
    return 0;
}

int readText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    auto &reading = *static_cast<MarkdownReading *>(data);
    if (reading.depth == 0)
        return 0;
    QString &quote = reading.quotes.last();
    const QByteArray bytes(text, qsizetype(size));
    if (type == MD_TEXT_NORMAL)
        quote += QString::fromUtf8(bytes);
    else if (type == MD_TEXT_ENTITY && bytes.startsWith("&#"))
        quote += QChar(bytes.mid(2).chopped(1).toUShort());
    else
        quote += QStringLiteral("[text %1 %2]").arg(type).arg(QString::fromUtf8(bytes));
    return 0;
}

const char *tagOf(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT ? gumbo_normalized_tagname(node->v.element.tag) : "";
}

void walk(const GumboNode *node, const std::function<void(const GumboNode *)> &visit)
{
    visit(node);
    if (node->type != GUMBO_NODE_ELEMENT)
        return;
    for (unsigned i = 0; i < node->v.element.children.length; ++i)
        walk(static_cast<const GumboNode *>(node->v.element.children.data[i]), visit);
}

QString textOf(const GumboNode *root)
{
    QString text;
    walk(root, [&](const GumboNode *node) {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            text += QString::fromUtf8(node->v.text.text);
        else if (node != root)
            text += QStringLiteral("[%1]").arg(QString::fromLatin1(tagOf(node)));
    });
    return text;
}

QStringList elements(const QByteArray &html, const QByteArray &tag,
                     const std::function<QString(const GumboNode *)> &read)
{
    QStringList found;
    GumboOutput *output =
        gumbo_parse_with_options(&kGumboDefaultOptions, html.constData(), size_t(html.size()));
    walk(output->root, [&](const GumboNode *node) {
        if (tagOf(node) == tag)
            found += read(node);
    });
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return found;
}

} // namespace

QStringList markdownQuotes(const QByteArray &markdown, unsigned flags)
{
    MarkdownReading reading;
    const MD_PARSER parser{0,         flags,    enterBlock, leaveBlock, enterSpan,
                           leaveSpan, readText, nullptr,    nullptr};
    md_parse(markdown.constData(), MD_SIZE(markdown.size()), &parser, &reading);
    return reading.quotes;
}

QStringList htmlQuotes(const QByteArray &html)
{
    return elements(html, "blockquote", [](const GumboNode *quote) {
        QStringList paragraphs;
        for (unsigned i = 0; i < quote->v.element.children.length; ++i)
            paragraphs += textOf(static_cast<const GumboNode *>(quote->v.element.children.data[i]));
        return paragraphs.join(u'\n');
    });
}

QStringList htmlScripts(const QByteArray &html)
{
    return elements(html, "script", textOf);
}

std::vector<QHash<QString, QString>> csvRows(const QByteArray &csv)
{
    const QString text = QString::fromUtf8(csv);
    std::vector<QStringList> rows;
    QStringList cells;
    qsizetype i = 0;
    const auto at = [&](qsizetype n) { return n < text.size() ? text[n] : QChar(); };
    while (i < text.size()) {
        QString cell;
        if (at(i) == u'"') {
            for (++i; i < text.size() && (at(i) != u'"' || at(i + 1) == u'"'); ++i) {
                cell += at(i);
                i += at(i) == u'"' ? 1 : 0;
            }
            ++i;
        } else {
            for (; i < text.size() && !QStringLiteral(",\r\n\"").contains(at(i)); ++i)
                cell += at(i);
        }
        cells += cell;
        if (at(i) == u'\r' && at(i + 1) == u'\n') {
            rows.push_back(std::exchange(cells, {}));
            i += 2;
        } else if (at(i) == u',') {
            ++i;
        } else {
            return {{{QStringLiteral("error"), QStringLiteral("at %1").arg(i)}}};
        }
    }
    std::vector<QHash<QString, QString>> named;
    for (size_t row = 1; row < rows.size(); ++row) {
        QHash<QString, QString> &values = named.emplace_back();
        if (rows[row].size() != rows[0].size())
            values.insert(QStringLiteral("error"), QStringLiteral("%1 cells").arg(rows[row].size()));
        else
            for (qsizetype column = 0; column < rows[0].size(); ++column)
                values.insert(rows[0][column], rows[row][column]);
    }
    return named;
}

} // namespace Lectern
