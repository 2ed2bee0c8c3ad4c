#include "import/headlinerule.h"

#include "import/bylines.h"
#include "import/datereading.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

bool isEastAsian(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x3040 && u < 0xA000) || (u >= 0xAC00 && u < 0xD7B0) || (u >= 0xF900 && u < 0xFB00);
}

bool isMostlyEastAsian(QStringView text)
{
    const auto wide = std::count_if(text.begin(), text.end(), isEastAsian);
    return wide * 3 > text.size();
}

QStringView withoutClosingMarks(QStringView text)
{
    while (!text.isEmpty() && QStringView(u"\"'”’»)]").contains(text.back()))
        text.chop(1);
    return text;
}

/// True when the full stop at `dot` belongs to an abbreviation or an initial, so that nothing ends there.
bool isAbbreviation(QStringView text, qsizetype dot)
{
    qsizetype start = dot;
    while (start > 0 && (text[start - 1].isLetter() || text[start - 1] == u'.'))
        --start;
    const QString word = text.sliced(start, dot - start).toString();
    static const QStringView known = u" mr mrs ms dr prof st jr sr gen gov sen rep no vs co inc corp ltd mt "
                                     u"ft u.s u.k u.n e.u d.c a.m p.m etc jan feb mar apr aug "
                                     u"sept oct nov dec bzw usw ca nr z.b d.h m mme ";
    return (word.size() == 1 && word.at(0).isUpper()) || known.contains(u" %1 "_s.arg(word.toLower()));
}

bool endsLikeProse(QStringView line)
{
    const QStringView bare = withoutClosingMarks(line);
    if (bare.isEmpty())
        return true;
    const QChar last = bare.back();
    if (QStringView(u";:,，；：。、।۔").contains(last))
        return true;
    return last == u'.' && !bare.endsWith(u"..") && !isAbbreviation(bare, bare.size() - 1);
}

/// A sentence ends inside the line behind the first 35 % of it, and another begins.
bool hasInnerSentenceBreak(QStringView line)
{
    for (qsizetype i = line.size() * 35 / 100; i + 2 < line.size(); ++i) {
        if (QStringView(u"。！？").contains(line[i]))
            return true;
        if (!QStringView(u".!?").contains(line[i]) || (line[i] == u'.' && isAbbreviation(line, i)))
            continue;
        qsizetype next = i + 1;
        while (next < line.size() && QStringView(u"\"'”’»)]").contains(line[next]))
            ++next;
        if (next >= line.size() || !line[next].isSpace())
            continue;
        while (next < line.size() && (line[next].isSpace() || QStringView(u"\"'“‘«([").contains(line[next])))
            ++next;
        if (next < line.size() && (line[next].isUpper() || line[next].isDigit()))
            return true;
    }
    return false;
}

bool isCapitals(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); }) &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLower(); });
}

/// Lines that stand above an article without being its headline: credits, places, kickers, dates, addresses.
bool isOtherThanHeadline(QStringView line, qsizetype words)
{
    static const QRegularExpression label(
        u"^(?:(?:tested|photos?|photographs?|written|edited|reviewed|compiled|translated|illustrations?|"
        u"images?|video) (?:by|courtesy)\\b|"
        u"(?:photo|credit|source|contact|author|byline|filed under|category|section|tags?|read time|media "
        u"contact|for immediate release)\\b\\s*(?::|$)|"
        u"(?:staff|wire|news) reports?$|by\\s+\\p{Lu}|from\\s+(?:staff|wire)|https?://|www\\.)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression place(u"^\\p{Lu}[\\p{Lu} .'’-]+, \\p{Lu}[\\p{L} .]+$"_s);
    static const QRegularExpression handle(u"^@\\w+"_s);
    const QString text = line.toString();
    if (isCapitals(line) && !isMostlyEastAsian(line) &&
        (words <= 3 || (words <= 5 && place.match(text).hasMatch())))
        return true;
    return label.match(text).hasMatch() || handle.match(text).hasMatch() || startsWithDateline(line) ||
           !readByline(line).isEmpty() || !readDateLine(line).date.isNull();
}

/// The words that carry meaning, in lower case: of four letters and more; single characters of Chinese and
/// Japanese.
QSet<QString> contentWords(QStringView text)
{
    QSet<QString> words;
    for (qsizetype i = 0; i < text.size();) {
        if (isEastAsian(text[i])) {
            words.insert(QString(text[i]));
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && text[i].isLetterOrNumber() && !isEastAsian(text[i]))
            ++i;
        if (i - start >= 4)
            words.insert(text.sliced(start, i - start).toString().toLower());
        else if (i == start)
            ++i;
    }
    return words;
}

bool sharesWords(const HeadlineQuestion &question)
{
    const QSet<QString> wanted = contentWords(question.line);
    const QSet<QString> there = contentWords(question.following.mid(0, 4).join(u' '));
    const auto shared = std::count_if(wanted.begin(), wanted.end(),
                                      [&](const QString &word) { return there.contains(word); });
    return !wanted.isEmpty() && shared * 10 >= wanted.size() * 3;
}

} // namespace

double headlineScore(const HeadlineQuestion &question)
{
    const QStringView line = question.line.trimmed();
    const bool wide = isMostlyEastAsian(line);
    const qsizetype words = line.toString().simplified().count(u' ') + 1;
    if (line.isEmpty() || question.following.isEmpty() || line.size() > (wide ? 60 : 200) ||
        (!wide && (words < 2 || words > 30)))
        return 0;
    if (endsLikeProse(line) || hasInnerSentenceBreak(line) || isOtherThanHeadline(line, words))
        return 0;

    double score = question.blankAfter ? 1.5 : 0.4;
    score += line.size() <= 110 ? 1 : 0;
    score += sharesWords(question) ? 1.2 : -0.4;
    qsizetype units = 0;
    const QStringList next = question.following.mid(0, 4);
    for (const QString &block : next)
        units += block.size();
    score += units > line.size() * next.size() ? 0.8 : 0;
    const QStringView body = withoutClosingMarks(QStringView(next.first()).trimmed());
    score += !body.isEmpty() && QStringView(u".!?…。！？।۔؟").contains(body.back()) ? 0.6 : 0;
    const QStringView bare = withoutClosingMarks(line);
    score -= !bare.isEmpty() && QStringView(u"?!？！").contains(bare.back()) ? 0.4 : 0;
    return score;
}

} // namespace Lectern
