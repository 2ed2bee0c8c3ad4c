#include "export/latextext.h"

namespace Lectern {

using namespace Qt::StringLiterals;

QString escapedLatex(const QString &text)
{
    QString tex;
    for (const QChar c : text) {
        if (u"&%$#_{}"_s.contains(c))
            tex += u'\\' + QString(c);
        else if (c == u'\\')
            tex += u"\\textbackslash{}"_s;
        else if (c == u'~')
            tex += u"\\textasciitilde{}"_s;
        else if (c == u'^')
            tex += u"\\textasciicircum{}"_s;
        else
            tex += c;
    }
    return tex;
}

} // namespace Lectern
