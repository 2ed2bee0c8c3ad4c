#include "search/querymarks.h"

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

/// The last letter or digit; -1 when there is none.
qsizetype lastWordLike(QStringView word)
{
    qsizetype at = word.size() - 1;
    while (at >= 0 && !isWordLike(word[at]))
        --at;
    return at;
}

} // namespace

bool isDoubleQuotationMark(QChar c)
{
    return isOneOf(c, u"\"“”„‟«»″〝〞〟＂‹›「」『』");
}

bool isSingleQuotationMark(QChar c)
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

bool isMinus(QChar c)
{
    return isOneOf(c, u"-\u2010\u2011\u2212\uFE63\uFF0D");
}

bool isColon(QChar c)
{
    return isOneOf(c, u":：");
}

bool isCaret(QChar c)
{
    return isOneOf(c, u"^＾");
}

bool isEqualsSign(QChar c)
{
    return isOneOf(c, u"=＝");
}

bool isTilde(QChar c)
{
    return isOneOf(c, u"~～");
}

bool isWordLike(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool isWild(QStringView word, qsizetype at)
{
    if (word[at] == u'*')
        return true;
    qsizetype behind = at;
    while (behind < word.size() && word[behind] == u'?')
        ++behind;
    return behind > at && behind < word.size() && (word[behind] == u'*' || isWordLike(word[behind]));
}

bool hasWildInside(QStringView word)
{
    const qsizetype last = lastWordLike(word);
    if (last < 0)
        return false;
    if (word.first(last).contains(u'*'))
        return true;
    const qsizetype question = word.indexOf(u'?');
    if (question < 0)
        return false;
    // Of several that stand together all are alike, so that no run of them is gone through again and again.
    for (qsizetype at = question; at < word.size(); ++at) {
        if (word[at] != u'?')
            continue;
        if (isWild(word, at))
            return true;
        while (at + 1 < word.size() && word[at + 1] == u'?')
            ++at;
    }
    return false;
}

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

} // namespace Lectern
