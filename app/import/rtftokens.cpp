#include "import/rtftokens.h"

#include <algorithm>
#include <limits>

namespace Lectern {

namespace {

constexpr qsizetype longestWord = 32;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

RtfTokens::RtfTokens(QByteArrayView bytes)
    : m_bytes(bytes)
{}

RtfToken RtfTokens::next()
{
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        switch (c) {
        case '{':
            return {RtfToken::Kind::GroupStart, {}, 0, false, 0};
        case '}':
            return {RtfToken::Kind::GroupEnd, {}, 0, false, 0};
        case '\\':
            return control();
        case '\r':
        case '\n':
        case '\0':
            break;
        default:
            return {RtfToken::Kind::Byte, {}, 0, false, c};
        }
    }
    return {};
}

RtfToken RtfTokens::control()
{
    if (m_at >= m_bytes.size())
        return {};
    const char first = m_bytes[m_at];
    if (!isLetter(first)) {
        ++m_at;
        if (first != '\'')
            return {RtfToken::Kind::Symbol, {}, 0, false, first};
        const int high = m_at < m_bytes.size() ? hexDigit(m_bytes[m_at]) : -1;
        const int low = m_at + 1 < m_bytes.size() ? hexDigit(m_bytes[m_at + 1]) : -1;
        if (high < 0 || low < 0)
            return next();
        m_at += 2;
        return {RtfToken::Kind::Byte, {}, 0, false, char(high * 16 + low)};
    }
    RtfToken token{RtfToken::Kind::Word, {}, 0, false, 0};
    const qsizetype start = m_at;
    while (m_at < m_bytes.size() && isLetter(m_bytes[m_at]) && m_at - start < longestWord)
        ++m_at;
    token.word = m_bytes.sliced(start, m_at - start);
    const bool isNegative = m_at < m_bytes.size() && m_bytes[m_at] == '-';
    m_at += isNegative ? 1 : 0;
    qint64 value = 0;
    while (atDigit()) {
        token.hasParameter = true;
        value = std::min<qint64>(value * 10 + (m_bytes[m_at++] - '0'), std::numeric_limits<int>::max());
    }
    if (isNegative && !token.hasParameter)
        --m_at;
    token.parameter = int(isNegative ? -value : value);
    if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
        ++m_at;
    if (token.word == "bin")
        m_at += std::clamp<qsizetype>(token.parameter, 0, m_bytes.size() - m_at);
    return token;
}

bool RtfTokens::atDigit() const
{
    return m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9';
}

} // namespace Lectern
