#include "export/xmltext.h"

namespace Lectern {

QString xmlSafe(const QString &text)
{
    QString safe = text;
    for (qsizetype i = 0; i < safe.size(); ++i) {
        const QChar c = safe[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < safe.size() && safe[i + 1].isLowSurrogate();
        if (isPair) {
            ++i;
            continue;
        }
        const bool isControl = c < u' ' && c != u'\t' && c != u'\n' && c != u'\r';
        if (isControl || c.isSurrogate() || c == QChar(0xfffe) || c == QChar(0xffff))
            safe[i] = QChar::ReplacementCharacter;
    }
    return safe;
}

} // namespace Lectern
