#include "import/bylines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

const QRegularExpression &roles()
{
    static const QRegularExpression pattern(
        u"\\b(?:staff (?:writer|reporter|correspondent)|correspondent|reporter|editor|special to "
        u".*|contributor|columnist|"
        u"(?:senior|chief|political|science|business|sports|health|foreign) (?:writer|reporter|correspondent|editor)|associated press)\\b.*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &leadIn()
{
    static const QRegularExpression pattern(
        u"^\\s*(?:(?:(?:written|reported|words|text|story|posted|published|reporting|geschrieben|verfasst|"
        u"écrit|escrito|"
        u"scritto|geschreven|von|par|por|di|da|door|av|af)\\s+)?(?:by|von|par|por|di|door|av|af)\\b[:\\s]|"
        u"(?:authors?|autor(?:in|en|es)?|auteurs?|autor[ei]|författare|forfatter|автор)\\s*:)\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// A person's or an agency's name: one to five words, each with a capital but for particles.
bool looksLikeName(const QString &name)
{
    static const QStringView particles =
        u" de da di del della der den van von zu la le du dos das e y bin al el ibn ten ter af av ";
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > 5 || name.size() > 60)
        return false;
    for (const QString &word : words) {
        const bool capital =
            word.at(0).isUpper() || !(word.at(0).isLower() || word.at(0).isUpper() || word.at(0).isDigit());
        if ((!capital && !particles.contains(u" %1 "_s.arg(word))) ||
            word.contains(QRegularExpression(u"[\\d!?:/]"_s)))
            return false;
    }
    return words.first().at(0).isLetter();
}

QString cleanName(QString name)
{
    static const QRegularExpression address(u"[<(\\[]?[\\w.+-]+@[\\w-]+\\.[\\w.-]+[>)\\]]?"_s);
    name.remove(address).remove(roles());
    name = name.simplified();
    while (!name.isEmpty() && QStringView(u",;|·-–—").contains(name.back()))
        name = name.chopped(1).trimmed();
    while (!name.isEmpty() && QStringView(u",;|·-–—").contains(name.front()))
        name = name.sliced(1).trimmed();
    return name;
}

} // namespace

QStringList splitNames(QStringView text)
{
    const QString whole = text.toString().remove(leadIn()).simplified();
    static const QRegularExpression conjunction(
        u"\\s*;\\s*|\\s+(?:and|und|et|y|och|og|en)\\s+|\\s*[&|]\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList parts;
    const bool listed = whole.contains(u';');
    const QStringList pieces = listed ? whole.split(u';') : whole.split(conjunction);
    for (const QString &piece : pieces) {
        const QStringList commas = piece.split(u',');
        const bool lastFirst = commas.size() == 2 && pieces.size() == 1 &&
                               !commas[0].trimmed().contains(u' ') && !commas[1].trimmed().isEmpty() &&
                               commas[1].trimmed().count(u' ') <= 1;
        if (listed || lastFirst)
            parts << piece;
        else
            parts << commas;
    }
    QStringList names;
    for (const QString &part : parts)
        if (const QString name = cleanName(part); !name.isEmpty() && !names.contains(name))
            names << name;
    return names;
}

QStringList readByline(QStringView line)
{
    if (line.size() < 5 || line.size() >= 80)
        return {};
    const QString text = line.toString().simplified();
    const bool led = leadIn().match(text).hasMatch();
    const bool hasRole = text.contains(u',') && roles().match(text).hasMatch();
    if ((!led && !hasRole) || text.endsWith(u'?') || text.endsWith(u'!') ||
        (text.endsWith(u'.') && text.count(u' ') > 6))
        return {};
    const QStringList names = splitNames(text);
    for (const QString &name : names)
        if (!looksLikeName(name))
            return {};
    return names;
}

static const QRegularExpression &dateline()
{
    static const QRegularExpression pattern(
        u"^(\\p{Lu}[\\p{Lu} .'’-]{2,40}(?:, [\\p{Lu}][\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?)?)(?:, \\p{L}+\\.? \\d{1,2})?(?: \\(([\\p{Lu}][\\w .]{1,30})\\))? ?(?:-{1,2}|[–—]) "_s);
    return pattern;
}

QString datelineAgency(QStringView paragraph)
{
    const auto match = dateline().match(paragraph.left(160).toString());
    return match.hasMatch() ? match.captured(2) : QString();
}

bool startsWithDateline(QStringView line)
{
    return dateline().match(line.left(160).toString()).hasMatch();
}

} // namespace Lectern
