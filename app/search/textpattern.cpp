#include "search/textpattern.h"

namespace Lectern {

QRegularExpression textPattern(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption |
                                           QRegularExpression::MultilineOption);
}

} // namespace Lectern
