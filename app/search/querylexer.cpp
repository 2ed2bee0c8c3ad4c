#include "search/querylexer.h"

#include "search/query.h"
#include "search/querymarks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace Lectern {

namespace {

bool isHebrew(QChar c)
{
    return c.script() == QChar::Script_Hebrew && c.isLetter();
}

std::optional<FieldName> fieldNamed(QStringView name)
{
    using Named = std::pair<QStringView, FieldName>;
    static constexpr std::array<Named, 18> fields = {
        Named{u"title", FieldName::Title}, {u"lede", FieldName::Lede},
        {u"outlet", FieldName::Outlet},    {u"author", FieldName::Author},
        {u"file", FieldName::File},        {u"path", FieldName::File},
        {u"format", FieldName::Format},    {u"ext", FieldName::Format},
        {u"lang", FieldName::Language},    {u"language", FieldName::Language},
        {u"tag", FieldName::Tag},          {u"note", FieldName::Note},
        {u"date", FieldName::Date},        {u"before", FieldName::Before},
        {u"after", FieldName::After},      {u"is", FieldName::Is},
        {u"has", FieldName::Has},          {u"count", FieldName::Count}};
    for (const auto &[known, field] : fields) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return field;
    }
    return std::nullopt;
}

/// The number of the digits at `at`, which moves behind them; noNumber when there are none.
int takeNumber(QStringView text, qsizetype *at)
{
    int number = QueryToken::noNumber;
    for (; *at < text.size() && text[*at] >= u'0' && text[*at] <= u'9'; ++*at)
        number = std::min(std::max(number, 0) * 10 + text[*at].digitValue(), Query::maxDistance);
    return number;
}

} // namespace

/// Any kind but the one inside a Hebrew abbreviation (צה"ל), which belongs to the word (UAX #29, WB7b).
bool QueryLexer::isDoubleMark(qsizetype at) const
{
    if (!isDoubleQuotationMark(m_text[at]))
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
        if (isSingleQuotationMark(m_text[at]) && at > open + 1 && !m_text[at - 1].isSpace() &&
            (at + 1 == m_text.size() || !isWordLike(m_text[at + 1])))
            return at;
    }
    m_noSingleCloseBefore = at;
    return -1;
}

/// The slash that ends a regular expression: the first that no backslash stands before and that ends a word.
/// -1 when there is none; then all are text.
qsizetype QueryLexer::closingSlash(qsizetype open)
{
    if (m_noSlashCloses || open + 1 == m_text.size() || m_text[open + 1].isSpace() ||
        m_text[open + 1] == u'/')
        return -1;
    qsizetype backslashes = 0;
    for (qsizetype at = open + 1; at < m_text.size(); ++at) {
        if (m_text[at] == u'/' && backslashes % 2 == 0 && endsOperand(at + 1) && !m_text[at - 1].isSpace())
            return at;
        backslashes = m_text[at] == u'\\' ? backslashes + 1 : 0;
    }
    m_noSlashCloses = true;
    return -1;
}

void QueryLexer::hint(const QString &text)
{
    if (!m_hints.contains(text))
        m_hints.append(text);
}

void QueryLexer::put(Kind kind)
{
    QueryToken token;
    token.kind = kind;
    m_tokens.push_back(token);
}

/// Puts a word, phrase or regular expression together with the signs in front of it.
void QueryLexer::putOperand(QueryToken token)
{
    token.exactness = m_signs.exactness;
    token.atStart = m_signs.atStart;
    forgetSigns();
    m_tokens.push_back(token);
}

void QueryLexer::forgetSigns()
{
    m_signs = {};
    m_signed = false;
}

/// Takes a caret and equals signs where something that they may concern follows at once; elsewhere they are
/// text.
void QueryLexer::takeSignsInFront()
{
    qsizetype at = m_at;
    QueryToken signs = m_signs;
    if (isCaret(m_text[at])) {
        signs.atStart = true;
        ++at;
    }
    if (at < m_text.size() && isEqualsSign(m_text[at])) {
        signs.exactness = QueryToken::Exactness::Form;
        ++at;
        if (at < m_text.size() && isEqualsSign(m_text[at])) {
            signs.exactness = QueryToken::Exactness::Spelling;
            ++at;
        }
    }
    if (at == m_at || at == m_text.size())
        return;
    const QChar next = m_text[at];
    if (!isWordLike(next) && !isDoubleMark(at) && !isSingleQuotationMark(next) && next != u'*' &&
        next != u'?' && next != u'/')
        return;
    m_signs = signs;
    m_signed = true;
    m_at = at;
}

bool QueryLexer::takeQuoted()
{
    qsizetype close = -1;
    if (isDoubleMark(m_at)) {
        close = m_at + 1;
        while (close < m_text.size() && !isDoubleMark(close))
            ++close;
    } else if (isSingleQuotationMark(m_text[m_at])) {
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
    takeTilde(&token);
    while (!token.text.isEmpty() && token.text.back().isSpace())
        token.text.chop(1);
    while (token.text.endsWith(u'*')) {
        token.starred = true;
        token.text.chop(1);
    }
    putOperand(token);
    return true;
}

/// Takes the tilde and its number behind a phrase, where no word begins with them.
void QueryLexer::takeTilde(QueryToken *quoted)
{
    if (m_at == m_text.size() || !isTilde(m_text[m_at]))
        return;
    qsizetype at = m_at + 1;
    const int number = takeNumber(m_text, &at);
    if (at < m_text.size() && (isWordLike(m_text[at]) || isTilde(m_text[at])))
        return;
    quoted->tilde = true;
    quoted->number = number;
    m_at = at;
}

bool QueryLexer::takeRegex()
{
    const qsizetype close = m_text[m_at] == u'/' ? closingSlash(m_at) : -1;
    if (close < 0)
        return false;
    QueryToken token;
    token.kind = Kind::Regex;
    token.text = m_text.sliced(m_at + 1, close - m_at - 1);
    m_at = close + 1;
    putOperand(token);
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

bool QueryLexer::takeOperator(QStringView word)
{
    if (word == u"OR") {
        put(Kind::Or);
    } else if (word == u"AND") {
        put(Kind::And);
    } else if (word == u"NOT") {
        put(Kind::Not);
    } else if (word.startsWith(u"NEAR") || word.startsWith(u"BEFORE")) {
        const bool ordered = word.startsWith(u'B');
        qsizetype at = ordered ? 6 : 4;
        int number = QueryToken::noNumber;
        if (at < word.size() && word[at] == u'/')
            number = takeNumber(word, &++at);
        if (at != word.size())
            return false;
        put(Kind::Near);
        m_tokens.back().number = number;
        m_tokens.back().ordered = ordered;
    } else {
        return false;
    }
    return true;
}

void QueryLexer::takeWord()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !isDelimiter(m_at))
        ++m_at;
    QStringView word = m_text.sliced(start, m_at - start);
    const bool ofField = !m_tokens.empty() && m_tokens.back().kind == Kind::Field;
    if (!ofField && !m_signed && takeOperator(word))
        return;

    QueryToken token;
    // A slash in front begins a regular expression that is not complete.
    token.growing = m_at == m_text.size() && isWordLike(word.back()) && word.front() != u'/';
    QStringView spoken = word; // without the full stop or comma of a sentence
    while (!spoken.isEmpty() && QStringView(u".,;:!?…").contains(spoken.back()))
        spoken.chop(1);
    qsizetype number = spoken.size();
    while (number > 0 && spoken[number - 1] >= u'0' && spoken[number - 1] <= u'9')
        --number;
    if (number > 1 && isTilde(spoken[number - 1]) && isWordLike(spoken[number - 2])) {
        word = spoken.first(number - 1);
        token.tilde = true;
        token.growing = false;
        token.number = takeNumber(spoken, &number);
    }
    token.wild = hasWildInside(word);
    const qsizetype star = word.indexOf(u'*');
    if (star > 0 && !token.wild) {
        token.starred = true;
        word.truncate(star);
    }
    token.text = word;
    putOperand(token);
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
        if (c.isSpace() || isOpenBracket(c) || isCloseBracket(c) || isBar(c) || isMinus(c))
            forgetSigns();
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
        } else {
            takeSignsInFront();
            if (!takeQuoted() && !takeRegex() && !takeField())
                takeWord();
        }
    }
    balanceBrackets();
    return std::move(m_tokens);
}

} // namespace Lectern
