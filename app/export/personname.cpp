#include "export/personname.h"

#include <QRegularExpression>

#include <algorithm>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

bool isParticle(const QString &word)
{
    static const QStringList particles{u"af"_s,  u"al"_s,  u"av"_s,    u"bin"_s, u"d'"_s,  u"da"_s,  u"das"_s,
                                       u"de"_s,  u"del"_s, u"della"_s, u"den"_s, u"der"_s, u"di"_s,  u"do"_s,
                                       u"dos"_s, u"du"_s,  u"ibn"_s,   u"la"_s,  u"le"_s,  u"ter"_s, u"van"_s,
                                       u"ven"_s, u"von"_s, u"zu"_s,    u"zum"_s, u"zur"_s};
    return particles.contains(word);
}

bool isSuffix(const QString &word)
{
    static const QStringList suffixes{u"Jr"_s, u"Jr."_s, u"Sr"_s, u"Sr."_s, u"II"_s, u"III"_s, u"IV"_s};
    return suffixes.contains(word);
}

/// Words that an organisation has in its name and a person has not.
bool namesOrganisation(const QString &word)
{
    static const QStringList words{
        u"agency"_s,      u"agence"_s,       u"agencies"_s,      u"associated"_s, u"association"_s,
        u"bbc"_s,         u"board"_s,        u"bureau"_s,        u"cnn"_s,        u"company"_s,
        u"contributor"_s, u"contributors"_s, u"correspondent"_s, u"courier"_s,    u"daily"_s,
        u"department"_s,  u"desk"_s,         u"editor"_s,        u"editorial"_s,  u"editors"_s,
        u"france"_s,      u"gazette"_s,      u"group"_s,         u"guardian"_s,   u"herald"_s,
        u"inc"_s,         u"institute"_s,    u"international"_s, u"journal"_s,    u"ltd"_s,
        u"magazine"_s,    u"media"_s,        u"ministry"_s,      u"network"_s,    u"news"_s,
        u"newspaper"_s,   u"newsroom"_s,     u"office"_s,        u"post"_s,       u"press"_s,
        u"presse"_s,      u"radio"_s,        u"report"_s,        u"reporter"_s,   u"reporters"_s,
        u"reuters"_s,     u"service"_s,      u"services"_s,      u"staff"_s,      u"team"_s,
        u"telegraph"_s,   u"television"_s,   u"times"_s,         u"tribune"_s,    u"tv"_s,
        u"university"_s,  u"wire"_s,         u"wires"_s,         u"writer"_s,     u"writers"_s};
    return words.contains(word.toLower());
}

bool isInitial(const QString &word)
{
    return word.size() == 1 || word.endsWith(u'.');
}

/// A capital letter of the Latin script in front, only letters, hyphens, apostrophes and full stops behind,
/// and not an acronym.
bool looksLikeName(const QString &word)
{
    static const QRegularExpression pattern(u"^(?=\\p{Lu})[\\p{Latin}'’.\\-]+$"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    if (!pattern.match(word).hasMatch() || namesOrganisation(word))
        return false;
    return isInitial(word) || word.toUpper() != word;
}

} // namespace

PersonName PersonName::read(const QString &byline)
{
    PersonName name;
    name.whole = byline.simplified();
    QStringList parts = name.whole.split(u' ', Qt::SkipEmptyParts);
    QString suffix;
    if (parts.size() > 2 && isSuffix(parts.last()))
        suffix = parts.takeLast();
    if (parts.size() < 2 || parts.size() > 5)
        return name;
    const bool fits = std::all_of(parts.begin(), parts.end(), [](const QString &word) {
        return looksLikeName(word) || isParticle(word);
    });
    if (!fits || !looksLikeName(parts.first()) || !looksLikeName(parts.last()) || parts.last().endsWith(u'.'))
        return name;
    qsizetype family = parts.size() - 1;
    while (family > 1 && isParticle(parts.at(family - 1)))
        --family;
    // Another whole word or a particle further in front may belong to either name: nobody knows.
    if (!std::all_of(parts.begin() + 1, parts.begin() + family, isInitial))
        return name;
    name.given = parts.first(family).join(u' ');
    name.family = parts.sliced(family).join(u' ');
    name.suffix = suffix;
    return name;
}

QString PersonName::inverted() const
{
    if (!isPerson())
        return whole;
    return family + u", "_s + given + (suffix.isEmpty() ? QString() : u", "_s + suffix);
}

QString PersonName::withInitials() const
{
    if (!isPerson())
        return whole;
    QStringList initials;
    for (const QString &word : given.split(u' ')) {
        QStringList pieces;
        for (const QString &piece : word.split(u'-', Qt::SkipEmptyParts))
            pieces += piece.left(1) + u'.';
        initials += pieces.join(u'-');
    }
    return family + u", "_s + initials.join(u' ') + (suffix.isEmpty() ? QString() : u", "_s + suffix);
}

} // namespace Lectern
