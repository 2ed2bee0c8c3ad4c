#include "import/htmlguard.h"

#include "import/htmlscanner.h"

#include <QHash>
#include <QSet>

#include <array>
#include <optional>
#include <vector>

namespace Lectern {

namespace {

constexpr size_t maxDepth = 512;
constexpr int maxAttributes = 512;
constexpr int maxTags = 500'000;
constexpr qsizetype longestDataUrl = 1024;

/// Elements without content, and those whose end tags are commonly left out and that never nest by
/// themselves.
const QSet<QByteArray> &unnested()
{
    static const QSet<QByteArray> names{
        "area", "base",  "br",     "col",   "embed", "hr",    "img",      "input",    "link",
        "meta", "param", "source", "track", "wbr",   "p",     "li",       "dt",       "dd",
        "tr",   "td",    "th",     "thead", "tbody", "tfoot", "option",   "optgroup", "colgroup",
        "rp",   "rt",    "body",   "html",  "head",  "frame", "basefont", "bgsound",  "keygen"};
    return names;
}

/// Elements that the parser opens again in every block until they are closed by name.
const QSet<QByteArray> &formatting()
{
    static const QSet<QByteArray> names{"b", "big",   "code",   "em",     "font", "i",
                                        "s", "small", "strike", "strong", "tt",   "u"};
    return names;
}

/// Counts what a parser would hold open.
class OpenElements
{
public:
    void start(const QByteArray &name)
    {
        if (formatting().contains(name)) {
            ++m_formatting[name];
            ++m_formattingOpen;
        } else if ((name != "a" && name != "nobr") || m_counts.value(name) == 0) {
            m_stack.push_back(name);
            ++m_counts[name];
        }
    }

    void end(const QByteArray &name)
    {
        if (auto it = m_formatting.find(name); it != m_formatting.end()) {
            if (*it > 0) {
                --*it;
                --m_formattingOpen;
            }
            return;
        }
        if (m_counts.value(name) == 0)
            return;
        while (!m_stack.empty()) {
            const QByteArray top = m_stack.back();
            m_stack.pop_back();
            --m_counts[top];
            if (top == name)
                return;
        }
    }

    size_t depth() const { return m_stack.size() + m_formattingOpen; }
    bool isForeign() const { return m_counts.value("svg") > 0 || m_counts.value("math") > 0; }

private:
    std::vector<QByteArray> m_stack;
    QHash<QByteArray, int> m_counts;
    QHash<QByteArray, int> m_formatting;
    size_t m_formattingOpen = 0;
};

/// The code point of "&#...;" at `at`, and where the reference ends; nothing when it is no number reference.
struct NumberReference
{
    std::optional<char32_t> codePoint; ///< nothing when it is beyond Unicode
    qsizetype end = 0;
};

std::optional<NumberReference> numberReference(QByteArrayView html, qsizetype at)
{
    if (at + 2 >= html.size() || html[at] != '&' || html[at + 1] != '#')
        return std::nullopt;
    qsizetype i = at + 2;
    const bool hexadecimal = html[i] == 'x' || html[i] == 'X';
    i += hexadecimal;
    const qsizetype digits = i;
    char32_t value = 0;
    for (; i < html.size(); ++i) {
        const char c = html[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : !hexadecimal         ? -1
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            break;
        if (value <= 0x10FFFF)
            value = value * (hexadecimal ? 16 : 10) + char32_t(digit);
    }
    if (i == digits)
        return std::nullopt;
    NumberReference reference;
    reference.end = i < html.size() && html[i] == ';' ? i + 1 : i;
    if (value <= 0x10FFFF)
        reference.codePoint = value;
    return reference;
}

bool isDataUrlByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("+/=;,:%.-_").contains(c);
}

/// Blocks whose kind the stripper keeps.
struct BlockTag
{
    BlockKind kind;
    int level;
};

std::optional<BlockTag> blockTag(const QByteArray &name)
{
    static const QSet<QByteArray> plain{
        "p",  "div",  "br",     "article", "section", "main", "header",   "footer", "table",
        "tr", "ul",   "ol",     "dl",      "dt",      "dd",   "address",  "figure", "form",
        "hr", "body", "center", "title",   "aside",   "nav",  "fieldset", "option"};
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
        return BlockTag{BlockKind::Heading, name[1] - '0'};
    if (name == "li")
        return BlockTag{BlockKind::ListItem, 1};
    if (name == "td" || name == "th")
        return BlockTag{BlockKind::Cell, 0};
    if (name == "blockquote")
        return BlockTag{BlockKind::Quote, 1};
    if (name == "pre")
        return BlockTag{BlockKind::Pre, 0};
    if (name == "figcaption" || name == "caption")
        return BlockTag{BlockKind::Caption, 0};
    if (plain.contains(name))
        return BlockTag{BlockKind::Paragraph, 0};
    return std::nullopt;
}

void appendDecoded(QByteArrayView utf8, CanonicalTextBuilder &builder)
{
    qsizetype from = 0;
    for (qsizetype at = utf8.indexOf('&'); at >= 0; at = utf8.indexOf('&', at + 1)) {
        qsizetype end = at + 1;
        while (end < utf8.size() && end - at < 40 && (isDataUrlByte(utf8[end]) || utf8[end] == '#') &&
               utf8[end] != ';')
            ++end;
        if (end >= utf8.size() || utf8[end] != ';')
            continue;
        builder.append(QString::fromUtf8(utf8.sliced(from, at - from)));
        builder.append(referenceText(utf8.sliced(at, end + 1 - at)));
        from = end + 1;
        at = end;
    }
    builder.append(QString::fromUtf8(utf8.sliced(from)));
}

} // namespace

bool isTreeSafe(QByteArrayView html)
{
    HtmlScanner scanner(html);
    OpenElements open;
    HtmlToken token;
    int tags = 0;
    while (scanner.next(token)) {
        if (token.kind != HtmlToken::Kind::StartTag && token.kind != HtmlToken::Kind::EndTag)
            continue;
        if (++tags > maxTags || token.attributes > maxAttributes)
            return false;
        const QByteArray name =
            token.name.first(std::min<qsizetype>(token.name.size(), 40)).toByteArray().toLower();
        if (token.kind == HtmlToken::Kind::EndTag)
            open.end(name);
        else if (!unnested().contains(name) && !(token.isSelfClosed && open.isForeign()))
            open.start(name);
        if (open.depth() > maxDepth)
            return false;
    }
    return true;
}

QByteArray mendedHtml(const QByteArray &utf8)
{
    QByteArray result;
    result.reserve(utf8.size());
    qsizetype from = 0;
    const auto keepUntil = [&](qsizetype at) { result.append(QByteArrayView(utf8).sliced(from, at - from)); };
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (utf8[at] == '&') {
            const auto reference = numberReference(utf8, at);
            if (!reference)
                continue;
            if (!reference->codePoint) {
                keepUntil(at);
                result += "&#xFFFD;";
                from = reference->end;
            }
            at = reference->end - 1;
        } else if (utf8[at] == 'd' && QByteArrayView(utf8).sliced(at).startsWith("data:")) {
            qsizetype end = at + 5;
            while (end < utf8.size() && isDataUrlByte(utf8[end]))
                ++end;
            if (end - at > longestDataUrl) {
                keepUntil(at);
                result += "data:,";
                from = end;
            }
            at = end - 1;
        }
    }
    keepUntil(utf8.size());
    return result;
}

QByteArray leanHtml(const QByteArray &utf8)
{
    constexpr qsizetype longestData = 500'000;
    QByteArray result;
    result.reserve(utf8.size());
    HtmlScanner scanner(utf8);
    HtmlToken token;
    QByteArrayView opening; // the tag whose raw text comes next
    while (scanner.next(token)) {
        bool isKept = true;
        if (token.kind == HtmlToken::Kind::StartTag) {
            opening = token.bytes;
        } else if (token.kind == HtmlToken::Kind::RawText) {
            const QByteArrayView name = opening.sliced(1);
            if (name.size() >= 6 && sameTag(name.first(6), "script"))
                isKept = opening.contains("ld+json") ||
                         (token.bytes.size() <= longestData &&
                          (token.bytes.contains("ublish") || token.bytes.contains("ublication") ||
                           token.bytes.contains("pubDate") || token.bytes.contains("pub_date")));
            else
                isKept = name.size() < 5 || !sameTag(name.first(5), "style");
        } else if (token.kind == HtmlToken::Kind::Other) {
            // "<!-->" is a whole comment to some and the beginning of one to others.
            isKept = !token.bytes.startsWith("<!--") || token.bytes.startsWith("<!-->") ||
                     token.bytes.startsWith("<!--->") || !token.bytes.endsWith("-->");
        }
        if (isKept)
            result.append(token.bytes);
    }
    return result;
}

void stripTags(QByteArrayView utf8, CanonicalTextBuilder &builder)
{
    HtmlScanner scanner(utf8);
    HtmlToken token;
    QByteArray raw;
    while (scanner.next(token)) {
        const QByteArray name =
            token.name.first(std::min<qsizetype>(token.name.size(), 40)).toByteArray().toLower();
        switch (token.kind) {
        case HtmlToken::Kind::Text:
            appendDecoded(token.bytes, builder);
            break;
        case HtmlToken::Kind::StartTag:
        case HtmlToken::Kind::EndTag:
            if (const auto block = blockTag(name)) {
                builder.endBlock();
                if (token.kind == HtmlToken::Kind::StartTag)
                    builder.beginBlock(block->kind, block->level);
            }
            raw = name;
            break;
        case HtmlToken::Kind::RawText:
            if (raw == "xmp" || raw == "textarea")
                builder.append(QString::fromUtf8(token.bytes));
            break;
        case HtmlToken::Kind::Other:
            break;
        }
    }
    builder.endBlock();
}

QString referenceText(QByteArrayView reference)
{
    if (const auto number = numberReference(reference, 0); number && number->end == reference.size()) {
        const char32_t c = number->codePoint.value_or(0xFFFD);
        const bool valid = c != 0 && (c < 0xD800 || c > 0xDFFF);
        return QString::fromUcs4(valid ? &c : U"\uFFFD", 1);
    }
    static const QHash<QByteArray, char16_t> named{
        {"&amp;", u'&'},    {"&lt;", u'<'},        {"&gt;", u'>'},       {"&quot;", u'"'},
        {"&apos;", u'\''},  {"&nbsp;", u'\u00A0'}, {"&shy;", u'\u00AD'}, {"&lsquo;", u'‘'},
        {"&rsquo;", u'’'},  {"&ldquo;", u'“'},     {"&rdquo;", u'”'},    {"&sbquo;", u'‚'},
        {"&bdquo;", u'„'},  {"&laquo;", u'«'},     {"&raquo;", u'»'},    {"&ndash;", u'–'},
        {"&mdash;", u'—'},  {"&hellip;", u'…'},    {"&bull;", u'•'},     {"&middot;", u'·'},
        {"&euro;", u'€'},   {"&pound;", u'£'},     {"&yen;", u'¥'},      {"&cent;", u'¢'},
        {"&copy;", u'©'},   {"&reg;", u'®'},       {"&trade;", u'™'},    {"&deg;", u'°'},
        {"&sect;", u'§'},   {"&para;", u'¶'},      {"&times;", u'×'},    {"&frac12;", u'½'},
        {"&iexcl;", u'¡'},  {"&iquest;", u'¿'},    {"&szlig;", u'ß'},    {"&ordm;", u'º'},
        {"&ordf;", u'ª'},   {"&aacute;", u'á'},    {"&agrave;", u'à'},   {"&acirc;", u'â'},
        {"&atilde;", u'ã'}, {"&auml;", u'ä'},      {"&aring;", u'å'},    {"&aelig;", u'æ'},
        {"&ccedil;", u'ç'}, {"&eacute;", u'é'},    {"&egrave;", u'è'},   {"&ecirc;", u'ê'},
        {"&euml;", u'ë'},   {"&iacute;", u'í'},    {"&igrave;", u'ì'},   {"&icirc;", u'î'},
        {"&iuml;", u'ï'},   {"&ntilde;", u'ñ'},    {"&oacute;", u'ó'},   {"&ograve;", u'ò'},
        {"&ocirc;", u'ô'},  {"&otilde;", u'õ'},    {"&ouml;", u'ö'},     {"&oslash;", u'ø'},
        {"&uacute;", u'ú'}, {"&ugrave;", u'ù'},    {"&ucirc;", u'û'},    {"&uuml;", u'ü'},
        {"&yacute;", u'ý'}, {"&Auml;", u'Ä'},      {"&Ouml;", u'Ö'},     {"&Uuml;", u'Ü'},
        {"&Eacute;", u'É'}, {"&Aring;", u'Å'},     {"&Oslash;", u'Ø'},   {"&AElig;", u'Æ'},
        {"&Ccedil;", u'Ç'}, {"&Ntilde;", u'Ñ'},    {"&Aacute;", u'Á'},   {"&OElig;", u'Œ'},
        {"&oelig;", u'œ'}};
    const auto it = named.constFind(reference.toByteArray());
    return it == named.cend() ? QString::fromUtf8(reference) : QString(QChar(*it));
}

} // namespace Lectern
