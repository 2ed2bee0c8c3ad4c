#include "stories/frequentwords.h"

#include <QStringList>

namespace Lectern {

namespace {

const QString english =
    QStringLiteral("the of and to a in is that for it as was with be by on not he i this are or his from at "
                   "which but have an had they "
                   "you were their one all we can her has there been if more when will would who so no she");
const QString german = QStringLiteral("der die und in den von zu das mit sich des auf fur ist im dem nicht "
                                      "ein eine als auch es an werden aus er hat dass "
                                      "sie nach wird bei einer um am sind noch wie einem uber einen so zum "
                                      "war haben nur oder aber vor zur bis");
const QString french = QStringLiteral(
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la son "
    "avec ou aux d'un "
    "cette d'une ont ses mais comme on tout nous sa fait ete aussi leur bien peut ces y deux elle");
const QString spanish =
    QStringLiteral("de la que el en y a los se del las un por con no una su para es al lo como mas o pero "
                   "sus le ha me si sin sobre este "
                   "ya entre cuando todo esta ser son dos tambien fue habia era muy hasta desde");

} // namespace

FrequentWords::FrequentWords(const QStringList &lists)
{
    for (const QString &list : lists) {
        const QStringList words = list.split(u' ');
        m_words.unite(QSet<QString>(words.begin(), words.end()));
    }
}

const FrequentWords &FrequentWords::of(const QString &language)
{
    static const FrequentWords ofEnglish({english});
    static const FrequentWords ofGerman({german});
    static const FrequentWords ofFrench({french});
    static const FrequentWords ofSpanish({spanish});
    static const FrequentWords ofAll({english, german, french, spanish});
    const QStringView main = QStringView(language).left(2);
    if (main == u"en")
        return ofEnglish;
    if (main == u"de")
        return ofGerman;
    if (main == u"fr")
        return ofFrench;
    return main == u"es" ? ofSpanish : ofAll;
}

} // namespace Lectern
