#include "search/querywords.h"

#include "search/querynode.h"
#include "text/folding.h"
#include "text/words.h"

#include <algorithm>

namespace Lectern {

namespace {

bool isJointInside(QChar c)
{
    return c == u'\'' || c == u'.' || c == u'_';
}

} // namespace

bool hasStems(QueryField field)
{
    return field == QueryField::Text || field == QueryField::Title || field == QueryField::Lede;
}

bool mayHaveStem(QStringView term)
{
    const QList<uint> codePoints = term.toUcs4();
    return !term.startsWith(u'\'') && !hasCapital(term) &&
           std::none_of(term.begin(), term.end(), [](QChar c) { return writesWithoutSpaces(c); }) &&
           std::all_of(codePoints.begin(), codePoints.end(), [](uint c) {
               return QChar::isLetter(c) || QChar::isMark(c) || (c < 0x80 && isJointInside(QChar(c)));
           });
}

bool hasCapital(QStringView written)
{
    const QList<uint> codePoints = written.toUcs4();
    return std::any_of(codePoints.begin(), codePoints.end(),
                       [](uint c) { return QChar::isUpper(c) || QChar::isTitleCase(c); });
}

bool isMoreThanFolded(QStringView written)
{
    return fold(written) != written;
}

bool readsBare(QStringView word)
{
    return !word.startsWith(u'\'') && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || isJointInside(c);
    });
}

} // namespace Lectern
