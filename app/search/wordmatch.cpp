#include "search/wordmatch.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cstdlib>

namespace Lectern {

namespace {

using CodePointBuffer = QVarLengthArray<char32_t, 64>;

/// How many units the code point at `at` has.
qsizetype stepAt(QStringView text, qsizetype at)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? 2 : 1;
}

CodePointBuffer codePoints(QStringView text)
{
    CodePointBuffer result;
    for (qsizetype at = 0; at < text.size(); at += stepAt(text, at)) {
        result.append(stepAt(text, at) == 2 ? QChar::surrogateToUcs4(text[at], text[at + 1])
                                            : char32_t(text[at].unicode()));
    }
    return result;
}

} // namespace

bool wildcardFits(QStringView pattern, QStringView word)
{
    // A star takes as little as it can; when the rest does not fit, only the last star need take more.
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype starred = 0;
    while (at < word.size()) {
        const QChar wanted = in < pattern.size() ? pattern[in] : QChar();
        if (in < pattern.size() && wanted == u'*') {
            star = in++;
            starred = at;
        } else if (in < pattern.size() && wanted == u'?') {
            ++in;
            at += stepAt(word, at);
        } else if (in < pattern.size() && wanted == word[at]) {
            ++in;
            ++at;
        } else if (star >= 0) {
            starred += stepAt(word, starred);
            at = starred;
            in = star + 1;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == u'*')
        ++in;
    return in == pattern.size();
}

QStringView wildcardBeginning(QStringView pattern)
{
    const auto wild =
        std::find_if(pattern.begin(), pattern.end(), [](QChar c) { return c == u'*' || c == u'?'; });
    return pattern.first(wild - pattern.begin());
}

bool isWithinEdits(QStringView a, QStringView b, int limit)
{
    if (a == b)
        return true;
    const CodePointBuffer left = codePoints(a);
    const CodePointBuffer right = codePoints(b);
    const qsizetype columns = right.size();
    if (std::abs(left.size() - columns) > limit)
        return false;
    // The last three rows of the table of distances between the beginnings of both.
    QVarLengthArray<int, 65> before(columns + 1, 0);
    QVarLengthArray<int, 65> above(columns + 1, 0);
    QVarLengthArray<int, 65> row(columns + 1, 0);
    for (qsizetype j = 0; j <= columns; ++j)
        above[j] = int(j);
    for (qsizetype i = 1; i <= left.size(); ++i) {
        row[0] = int(i);
        int best = row[0];
        for (qsizetype j = 1; j <= columns; ++j) {
            const int replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit && *std::min_element(above.begin(), above.end()) >= limit)
            return false;
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[columns] <= limit;
}

QString writtenForm(QStringView written)
{
    QString result = written.toString();
    result.remove(QChar(0xad));
    const bool plain = std::all_of(result.begin(), result.end(), [](QChar c) { return c.unicode() < 0x300; });
    return plain ? result : result.normalized(QString::NormalizationForm_C);
}

} // namespace Lectern
