#include "import/rtfwords.h"

#include "import/metadatafields.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Lectern {

bool isLeftOutOfRtf(QByteArrayView word)
{
    static const QSet<QByteArray> words{
        "colortbl",   "pict",         "header",    "headerl",   "headerr", "headerf", "footer",
        "footerl",    "footerr",      "footerf",   "listtext",  "pntext",  "pntxta",  "pntxtb",
        "nonshppict", "xe",           "tc",        "bkmkstart", "bkmkend", "rxe",     "annotation",
        "atnid",      "atnauthor",    "object",    "upr",       "ftnsep",  "ftnsepc", "ftncn",
        "aftnsep",    "aftnsepc",     "listtable", "datafield", "filetbl", "revtbl",  "themedata",
        "datastore",  "latentstyles", "txe",       "template",  "sp",      "private"};
    return words.contains(word.toByteArray());
}

char16_t rtfCharacter(QByteArrayView word)
{
    static const QHash<QByteArray, char16_t> characters{
        {"emdash", u'\u2014'},    {"endash", u'\u2013'},    {"lquote", u'\u2018'},  {"rquote", u'\u2019'},
        {"ldblquote", u'\u201C'}, {"rdblquote", u'\u201D'}, {"bullet", u'\u2022'},  {"tab", u'\t'},
        {"line", u'\n'},          {"lbr", u'\n'},           {"emspace", u'\u2003'}, {"enspace", u'\u2002'},
        {"qmspace", u'\u2005'},   {"zwj", u'\u200D'},       {"zwnj", u'\u200C'},    {"zwbo", u'\u200B'},
        {"ltrmark", u'\u200E'},   {"rtlmark", u'\u200F'}};
    return characters.value(word.toByteArray(), 0);
}

bool isKnownToRtf(QByteArrayView name)
{
    return name == "shptxt" || name == "cs" || name == "ts" || name == "s" || name == "shpinst";
}

QString rtfLink(const QString &instruction)
{
    static const QRegularExpression hyperlink(u"^\\s*HYPERLINK\\s+\"([^\"]+)\""_s);
    const QString target = hyperlink.match(instruction).captured(1);
    return !webUrl(target).isEmpty() || target.startsWith(u"mailto:") ? target : QString();
}

} // namespace Lectern
