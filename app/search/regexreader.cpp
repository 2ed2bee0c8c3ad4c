#include "search/regexreader.h"

#include <QString>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int deepest = 100;
/// Longer classes are as good as any letter.
constexpr size_t longestClass = 8;

bool isAsciiDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

bool isAsciiAlphanumeric(char32_t c)
{
    return isAsciiDigit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

RegexNode letter(char32_t c)
{
    return {RegexNode::Kind::Letter, std::u32string(1, c), 0, 0, {}};
}

RegexNode unknown()
{
    return {RegexNode::Kind::Unknown, {}, 0, 0, {}};
}

} // namespace

RegexReader::RegexReader(QStringView pattern)
    : m_pattern(pattern)
{}

std::optional<RegexNode> RegexReader::read()
{
    RegexNode node = choice();
    if (m_failed || m_at != m_pattern.size())
        return std::nullopt;
    return node;
}

RegexNode RegexReader::choice()
{
    RegexNode node{Kind::Choice, {}, 0, 0, {}};
    if (++m_depth > deepest)
        return fail();
    do {
        node.children.push_back(sequence());
    } while (!m_isQuoted && take(QLatin1String("|")));
    --m_depth;
    return node.children.size() == 1 ? RegexNode(node.children.front()) : node;
}

RegexNode RegexReader::sequence()
{
    RegexNode node{Kind::Sequence, {}, 0, 0, {}};
    while (!atEnd()) {
        if (!m_isQuoted && (sees(QLatin1String("|")) || sees(QLatin1String(")"))))
            break;
        if (take(QLatin1String("\\E"))) {
            m_isQuoted = false;
            continue;
        }
        if (!m_isQuoted && take(QLatin1String("\\Q"))) {
            m_isQuoted = true;
            continue;
        }
        RegexNode next = atom();
        // A quotation may end between a letter and how often it stands.
        if (m_isQuoted && take(QLatin1String("\\E")))
            m_isQuoted = false;
        if (!m_isQuoted)
            repeat(&next);
        node.children.push_back(std::move(next));
    }
    return node;
}

RegexNode RegexReader::atom()
{
    if (m_isQuoted)
        return letter(takeCodePoint());
    if (take(QLatin1String("(")))
        return group();
    if (take(QLatin1String("[")))
        return charClass();
    if (take(QLatin1String("\\")))
        return escape();
    if (take(QLatin1String(".")))
        return unknown();
    if (take(QLatin1String("^")) || take(QLatin1String("$")))
        return {};
    if (sees(QLatin1String("*")) || sees(QLatin1String("+")) || sees(QLatin1String("?")))
        return fail();
    return letter(takeCodePoint());
}

/// Behind an opening parenthesis, up to and with the closing one.
RegexNode RegexReader::group()
{
    if (sees(QLatin1String("*")))
        return fail();
    bool isPlace = false;
    if (take(QLatin1String("?"))) {
        if (take(QLatin1String("#")))
            return skipBehind(u')') ? RegexNode() : fail();
        if (take(QLatin1String("=")) || take(QLatin1String("!")) || take(QLatin1String("<=")) ||
            take(QLatin1String("<!"))) {
            isPlace = true;
        } else if (take(QLatin1String("<")) || take(QLatin1String("P<"))) {
            if (!skipBehind(u'>'))
                return fail();
        } else if (take(QLatin1String("'"))) {
            if (!skipBehind(u'\''))
                return fail();
        } else if (!take(QLatin1String("|")) && !take(QLatin1String(">"))) {
            while (!atEnd() && QStringView(u"imsnJU^-").contains(m_pattern[m_at]))
                ++m_at;
            if (take(QLatin1String(")")))
                return {};
            if (!take(QLatin1String(":")))
                return fail();
        }
    }
    RegexNode node = choice();
    if (!take(QLatin1String(")")))
        return fail();
    return isPlace ? RegexNode() : node;
}

/// Behind a backslash.
RegexNode RegexReader::escape()
{
    if (atEnd())
        return fail();
    const char32_t c = takeCodePoint();
    if (c >= 0x80 || !isAsciiAlphanumeric(c))
        return letter(c);
    switch (c) {
    case U'n':
        return letter(U'\n');
    case U't':
        return letter(U'\t');
    case U'b':
    case U'B':
    case U'A':
    case U'Z':
    case U'z':
    case U'G':
    case U'K':
        return {};
    case U'x':
        return hexadecimal();
    case U'p':
    case U'P':
        if (take(QLatin1String("{")))
            return skipBehind(u'}') ? unknown() : fail();
        if (!atEnd())
            takeCodePoint();
        return unknown();
    case U'd':
    case U'D':
    case U'w':
    case U'W':
    case U's':
    case U'S':
    case U'h':
    case U'H':
    case U'v':
    case U'V':
    case U'R':
    case U'X':
    case U'r':
    case U'f':
    case U'e':
    case U'a':
        return unknown();
    default:
        // A reference or an octal number; which digits belong to it is the group count's matter.
        if (!isAsciiDigit(c))
            return fail();
        takeNumber();
        return unknown();
    }
}

RegexNode RegexReader::hexadecimal()
{
    bool isNumber = false;
    QStringView digits;
    if (take(QLatin1String("{"))) {
        const qsizetype start = m_at;
        if (!skipBehind(u'}'))
            return fail();
        digits = m_pattern.sliced(start, m_at - 1 - start);
    } else {
        const qsizetype start = m_at;
        while (m_at - start < 2 && !atEnd() &&
               QStringView(u"0123456789abcdefABCDEF").contains(m_pattern[m_at]))
            ++m_at;
        digits = m_pattern.sliced(start, m_at - start);
    }
    const uint value = digits.toUInt(&isNumber, 16);
    return isNumber && value > 0 && value <= 0x10ffff ? letter(value) : fail();
}

/// Behind an opening bracket, up to and with the closing one.
RegexNode RegexReader::charClass()
{
    bool isPlain = !take(QLatin1String("^"));
    RegexNode node{Kind::OneOf, {}, 0, 0, {}};
    for (bool isFirst = true; isFirst || !sees(QLatin1String("]")); isFirst = false)
        if (atEnd() || !classMember(&node.letters, &isPlain))
            return fail();
    take(QLatin1String("]"));
    return isPlain && node.letters.size() <= longestClass ? node : unknown();
}

/// Takes a letter, an escape or a range; `isPlain` becomes false when not all members are known.
bool RegexReader::classMember(std::u32string *members, bool *isPlain)
{
    if (sees(QLatin1String("[.")) || sees(QLatin1String("[=")))
        return false;
    if (sees(QLatin1String("[:"))) {
        *isPlain = false;
        const qsizetype end = m_pattern.indexOf(QLatin1String(":]"), m_at);
        const QStringView name = end < 0 ? QStringView() : m_pattern.sliced(m_at + 2, end - m_at - 2);
        const bool isName = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
            return c == u'^' || (c >= u'a' && c <= u'z');
        });
        m_at = end + 2;
        return isName;
    }
    if (take(QLatin1String("\\"))) {
        if (atEnd())
            return false;
        const char32_t c = takeCodePoint();
        if (QStringView(u"QEcogkN").contains(QChar(c < 0x80 ? char16_t(c) : u' ')))
            return false;
        // Braces behind \x and \p are taken for members, which does no harm to a class that is not plain.
        const bool isRange = sees(QLatin1String("-")) && !sees(QLatin1String("-]"));
        if (isRange || isAsciiAlphanumeric(c))
            *isPlain = false;
        members->push_back(c);
        return true;
    }
    const char32_t c = takeCodePoint();
    members->push_back(c);
    if (!sees(QLatin1String("-")) || sees(QLatin1String("-]")) || m_at + 1 >= m_pattern.size())
        return true;
    if (!isAsciiAlphanumeric(c) || !isAsciiAlphanumeric(m_pattern[m_at + 1].unicode())) {
        *isPlain = false;
        return true;
    }
    ++m_at;
    const char32_t last = takeCodePoint();
    for (char32_t next = c + 1; next <= last; ++next)
        members->push_back(next);
    return last >= c;
}

/// Wraps the node in how often it stands, if that is said behind it.
void RegexReader::repeat(RegexNode *node)
{
    for (;;) {
        std::optional<std::pair<int, int>> times;
        if (take(QLatin1String("*")))
            times = {0, RegexNode::endless};
        else if (take(QLatin1String("+")))
            times = {1, RegexNode::endless};
        else if (take(QLatin1String("?")))
            times = {0, 1};
        else
            times = braces();
        if (!times)
            return;
        if (!take(QLatin1String("?")))
            take(QLatin1String("+"));
        *node = {Kind::Repeat, {}, times->first, times->second, {RegexNode(*node)}};
    }
}

/// {n}, {n,} or {n,m}; other braces are letters, unless a newer PCRE2 might take them for such numbers.
std::optional<std::pair<int, int>> RegexReader::braces()
{
    if (!sees(QLatin1String("{")))
        return std::nullopt;
    const qsizetype end = m_pattern.indexOf(u'}', m_at);
    const QStringView inside = end < 0 ? QStringView() : m_pattern.sliced(m_at + 1, end - m_at - 1);
    const auto isOf = [inside](QStringView characters) {
        return std::all_of(inside.begin(), inside.end(),
                           [characters](QChar c) { return characters.contains(c); });
    };
    if (inside.isEmpty() || !isOf(u"0123456789, \t"))
        return std::nullopt;
    if (!isOf(u"0123456789,") || inside.startsWith(u',') || inside.count(u',') > 1) {
        fail();
        return std::nullopt;
    }
    ++m_at;
    const int least = takeNumber();
    const int most = !take(QLatin1String(","))  ? least
                     : sees(QLatin1String("}")) ? RegexNode::endless
                                                : takeNumber();
    m_at = end + 1;
    return std::pair(least, most);
}

bool RegexReader::sees(QLatin1String text) const
{
    return !m_failed && m_pattern.sliced(m_at).startsWith(text);
}

bool RegexReader::take(QLatin1String text)
{
    if (!sees(text))
        return false;
    m_at += text.size();
    return true;
}

/// Not at the end. Half a surrogate pair is itself.
char32_t RegexReader::takeCodePoint()
{
    const QChar c = m_pattern[m_at++];
    if (!c.isHighSurrogate() || atEnd() || !m_pattern[m_at].isLowSurrogate())
        return c.unicode();
    return QChar::surrogateToUcs4(c, m_pattern[m_at++]);
}

bool RegexReader::skipBehind(char16_t end)
{
    const qsizetype found = m_pattern.indexOf(end, m_at);
    if (found >= 0)
        m_at = found + 1;
    return found >= 0;
}

int RegexReader::takeNumber()
{
    int number = 0;
    for (; !atEnd() && isAsciiDigit(m_pattern[m_at].unicode()); ++m_at)
        number = std::min(number * 10 + m_pattern[m_at].digitValue(), RegexNode::endless);
    return number;
}

RegexNode RegexReader::fail()
{
    m_failed = true;
    return unknown();
}

} // namespace Lectern
