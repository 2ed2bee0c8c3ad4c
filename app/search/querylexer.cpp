#include "search/querylexer.h"

#include "search/query.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace Lectern {

namespace {

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

bool isSingleMark(QChar c)
{
    return isOneOf(c, u"'‘’‚‛ʼ＇`´′");
}

bool isOpenBracket(QChar c)
{
    return isOneOf(c, u"(（");
}

bool isCloseBracket(QChar c)
{
    return isOneOf(c, u")）");
}

bool isBar(QChar c)
{
    return isOneOf(c, u"|｜");
}

/// Hyphen, hyphens of other kinds and minus; not the dashes, which divide sentences.
bool isMinus(QChar c)
{
    return isOneOf(c, u"-\u2010\u2011\u2212\uFE63\uFF0D");
}

bool isColon(QChar c)
{
    return isOneOf(c, u":：");
}

/// Whether a word may go on behind it. Halves of surrogate pairs count: most of the letters beyond the BMP
/// are letters.
bool isWordLike(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool isHebrew(QChar c)
{
    return c.script() == QChar::Script_Hebrew && c.isLetter();
}

/// Short forms that begin with an apostrophe; years ('90s) go without saying.
bool isShortForm(QStringView behindMark)
{
    if (!behindMark.isEmpty() && behindMark.front().isDigit())
        return true;
    qsizetype length = 0;
    while (length < behindMark.size() && isWordLike(behindMark[length]))
        ++length;
    static constexpr std::array<QStringView, 8> forms = {u"tis",   u"twas", u"twere", u"twould",
                                                         u"twill", u"em",   u"n",     u"til"};
    return std::any_of(forms.begin(), forms.end(), [word = behindMark.first(length)](QStringView form) {
        return word.compare(form, Qt::CaseInsensitive) == 0;
    });
}

std::optional<FieldName> fieldNamed(QStringView name)
{
    using Named = std::pair<QStringView, FieldName>;
    static constexpr std::array<Named, 6> fields = {
        Named{u"title", FieldName::Title}, {u"outlet", FieldName::Outlet}, {u"author", FieldName::Author},
        {u"date", FieldName::Date},        {u"before", FieldName::Before}, {u"after", FieldName::After}};
    for (const auto &[known, field] : fields) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return field;
    }
    return std::nullopt;
}

} // namespace

/// Any kind but the one inside a Hebrew abbreviation (צה"ל), which belongs to the word (UAX #29, WB7b).
bool QueryLexer::isDoubleMark(qsizetype at) const
{
    if (!isOneOf(m_text[at], u"\"“”„‟«»″〝〞〟＂‹›「」『』"))
        return false;
    return m_text[at] != u'"' || at == 0 || at + 1 == m_text.size() || !isHebrew(m_text[at - 1]) ||
           !isHebrew(m_text[at + 1]);
}

bool QueryLexer::isDelimiter(qsizetype at) const
{
    const QChar c = m_text[at];
    return c.isSpace() || isOpenBracket(c) || isCloseBracket(c) || isBar(c) || isDoubleMark(at);
}

/// Whether nothing that NOT or a field could take stands here.
bool QueryLexer::endsOperand(qsizetype at) const
{
    if (at == m_text.size())
        return true;
    const QChar c = m_text[at];
    return c.isSpace() || isCloseBracket(c) || isBar(c);
}

/// The mark that ends a phrase in single marks: the first with a word's end before it and no word behind. -1
/// when there is none or a double mark comes first; the opening one is an apostrophe then.
qsizetype QueryLexer::closingSingleMark(qsizetype open)
{
    if (open < m_noSingleCloseBefore || isShortForm(m_text.sliced(open + 1)))
        return -1;
    qsizetype at = open + 1;
    for (; at < m_text.size() && !isDoubleMark(at); ++at) {
        if (isSingleMark(m_text[at]) && at > open + 1 && !m_text[at - 1].isSpace() &&
            (at + 1 == m_text.size() || !isWordLike(m_text[at + 1])))
            return at;
    }
    m_noSingleCloseBefore = at;
    return -1;
}

void QueryLexer::hint(const QString &text)
{
    if (!m_hints.contains(text))
        m_hints.append(text);
}

bool QueryLexer::takeQuoted()
{
    qsizetype close = -1;
    if (isDoubleMark(m_at)) {
        close = m_at + 1;
        while (close < m_text.size() && !isDoubleMark(close))
            ++close;
    } else if (isSingleMark(m_text[m_at])) {
        close = closingSingleMark(m_at);
    }
    if (close < 0)
        return false;

    QueryToken token;
    token.kind = Kind::Quoted;
    token.text = m_text.sliced(m_at + 1, close - m_at - 1);
    const bool open = close == m_text.size();
    token.growing = open && !token.text.isEmpty() && isWordLike(token.text.back());
    m_at = open ? close : close + 1;
    while (m_at < m_text.size() && m_text[m_at] == u'*') {
        token.starred = true;
        ++m_at;
    }
    while (!token.text.isEmpty() && token.text.back().isSpace())
        token.text.chop(1);
    while (token.text.endsWith(u'*')) {
        token.starred = true;
        token.text.chop(1);
    }
    m_tokens.push_back(token);
    return true;
}

/// Takes name: where a known name and something to look for stand; leaves out one that nothing follows.
bool QueryLexer::takeField()
{
    qsizetype colon = m_at;
    while (colon < m_text.size() && m_text[colon].isLetter())
        ++colon;
    if (colon == m_at || colon == m_text.size() || !isColon(m_text[colon]))
        return false;
    const QStringView name = m_text.sliced(m_at, colon - m_at);
    const bool unfinished = endsOperand(colon + 1);
    const std::optional<FieldName> field = fieldNamed(name);
    if (!field) {
        // "He said: no" and http://... are no attempts at a field.
        if (!unfinished && m_text[colon + 1] != u'/')
            hint(QStringLiteral("“%1:” is not a field; searched as text.").arg(name));
        return false;
    }
    m_at = colon + 1;
    if (unfinished) {
        hint(QStringLiteral("Nothing stands behind “%1:” yet; left out.").arg(name));
        return true;
    }
    put(Kind::Field);
    m_tokens.back().field = *field;
    return true;
}

void QueryLexer::takeWord()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !isDelimiter(m_at))
        ++m_at;
    QStringView word = m_text.sliced(start, m_at - start);
    const bool ofField = !m_tokens.empty() && m_tokens.back().kind == Kind::Field;
    if (!ofField) {
        if (word == u"OR")
            return put(Kind::Or);
        if (word == u"AND")
            return put(Kind::And);
        if (word == u"NOT")
            return put(Kind::Not);
    }

    QueryToken token;
    token.growing = m_at == m_text.size() && isWordLike(word.back());
    const qsizetype star = word.indexOf(u'*');
    if (star >= 0) {
        const auto isLetter = [](QChar c) { return isWordLike(c); };
        token.starred = star > 0 && std::none_of(word.begin() + star, word.end(), isLetter);
        if (token.starred)
            word.truncate(star);
        else if (std::any_of(word.begin(), word.end(), isLetter))
            hint(QStringLiteral("“*” counts only at the end of a word."));
    }
    token.text = word;
    m_tokens.push_back(token);
}

/// Drops closing brackets that close nothing and pairs that are too deep; closes those still open at the end.
void QueryLexer::balanceBrackets()
{
    int depth = 0;
    bool tooDeep = false;
    std::vector<QueryToken> balanced;
    for (const QueryToken &token : m_tokens) {
        if (token.kind == Kind::Open && depth++ >= Query::maxDepth) {
            tooDeep = true;
            continue;
        }
        if (token.kind == Kind::Close && (depth == 0 || depth-- > Query::maxDepth))
            continue;
        balanced.push_back(token);
    }
    m_tokens = std::move(balanced);
    for (int open = std::min(depth, Query::maxDepth); open > 0; --open)
        put(Kind::Close);
    if (tooDeep)
        hint(QStringLiteral("Brackets nested deeper than %1 are left out.").arg(Query::maxDepth));
}

std::vector<QueryToken> QueryLexer::tokens()
{
    m_at = 0;
    m_tokens.clear();
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c.isSpace()) {
            ++m_at;
        } else if (isOpenBracket(c)) {
            put(Kind::Open);
            ++m_at;
        } else if (isCloseBracket(c)) {
            put(Kind::Close);
            ++m_at;
        } else if (isBar(c)) {
            put(Kind::Or);
            ++m_at;
        } else if (isMinus(c) && (endsOperand(m_at + 1) || isMinus(m_text[m_at + 1]))) {
            ++m_at; // a lone one, or the first of several
        } else if (isMinus(c)) {
            put(Kind::Not);
            ++m_at;
        } else if (!takeQuoted() && !takeField()) {
            takeWord();
        }
    }
    balanceBrackets();
    return std::move(m_tokens);
}

} // namespace Lectern
