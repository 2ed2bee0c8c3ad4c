#include "import/htmlscanner.h"

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool holdsRawText(QByteArrayView name)
{
    static constexpr std::array<const char *, 8> names{"script", "style",  "textarea", "title",
                                                       "xmp",    "iframe", "noembed",  "noframes"};
    return std::any_of(names.begin(), names.end(), [&](const char *raw) { return sameTag(name, raw); });
}

} // namespace

bool sameTag(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

bool HtmlScanner::next(HtmlToken &token)
{
    if (m_position >= m_html.size())
        return false;
    if (!m_rawName.isEmpty()) {
        const QByteArrayView name = std::exchange(m_rawName, QByteArrayView());
        qsizetype end = m_position;
        for (;; end += 2) {
            end = m_html.indexOf("</", end);
            if (end < 0 ||
                sameTag(m_html.sliced(end + 2).first(std::min(name.size(), m_html.size() - end - 2)), name))
                break;
        }
        if (end != m_position) {
            token = cut(HtmlToken::Kind::RawText, end < 0 ? m_html.size() : end);
            return true;
        }
    }
    if (m_html[m_position] == '<' && m_position + 1 < m_html.size()) {
        const char after = m_html[m_position + 1];
        if (isLetter(after) ||
            (after == '/' && m_position + 2 < m_html.size() && isLetter(m_html[m_position + 2]))) {
            token = scanTag();
            return true;
        }
        if (after == '!' || after == '?' || after == '/') {
            token = scanOther();
            return true;
        }
    }
    const qsizetype end = m_html.indexOf('<', m_position + 1);
    token = cut(HtmlToken::Kind::Text, end < 0 ? m_html.size() : end);
    return true;
}

HtmlToken HtmlScanner::cut(HtmlToken::Kind kind, qsizetype end)
{
    HtmlToken token;
    token.kind = kind;
    token.bytes = m_html.sliced(m_position, end - m_position);
    m_position = end;
    return token;
}

HtmlToken HtmlScanner::scanTag()
{
    const bool closes = m_html[m_position + 1] == '/';
    const qsizetype nameStart = m_position + (closes ? 2 : 1);
    qsizetype at = nameStart;
    while (at < m_html.size() && !isSpace(m_html[at]) && m_html[at] != '/' && m_html[at] != '>')
        ++at;
    const QByteArrayView name = m_html.sliced(nameStart, at - nameStart);
    int attributes = 0;
    bool slash = false;
    while (at < m_html.size() && m_html[at] != '>') {
        const char c = m_html[at];
        if (isSpace(c) || c == '/') {
            slash = c == '/';
            ++at;
            continue;
        }
        ++attributes;
        slash = false;
        while (at < m_html.size() && !isSpace(m_html[at]) && m_html[at] != '/' && m_html[at] != '>' &&
               m_html[at] != '=')
            ++at;
        while (at < m_html.size() && isSpace(m_html[at]))
            ++at;
        if (at >= m_html.size() || m_html[at] != '=')
            continue;
        ++at;
        while (at < m_html.size() && isSpace(m_html[at]))
            ++at;
        if (at < m_html.size() && (m_html[at] == '"' || m_html[at] == '\'')) {
            const qsizetype end = m_html.indexOf(m_html[at], at + 1);
            at = end < 0 ? m_html.size() : end + 1;
        } else {
            while (at < m_html.size() && !isSpace(m_html[at]) && m_html[at] != '>')
                ++at;
        }
    }
    HtmlToken token =
        cut(closes ? HtmlToken::Kind::EndTag : HtmlToken::Kind::StartTag, std::min(at + 1, m_html.size()));
    token.name = name;
    token.attributes = attributes;
    token.isSelfClosed = slash;
    if (!closes && holdsRawText(name))
        m_rawName = name;
    return token;
}

HtmlToken HtmlScanner::scanOther()
{
    if (m_html.sliced(m_position).startsWith("<!--")) {
        const qsizetype end = m_html.indexOf("-->", m_position + 4);
        return cut(HtmlToken::Kind::Other, end < 0 ? m_html.size() : end + 3);
    }
    const qsizetype end = m_html.indexOf('>', m_position + 1);
    return cut(HtmlToken::Kind::Other, end < 0 ? m_html.size() : end + 1);
}

} // namespace Lectern
