#include "app/passages/driftprose.h"

namespace Lectern::Testing {

namespace {

QString oneOf(const QStringList &list, std::mt19937 &random)
{
    return list[qsizetype(random() % size_t(list.size()))];
}

const QStringList &names()
{
    static const QStringList list{"Ada Lund",     "Bo Ek",     "Captain Moss",  "the harbour master",
                                  "Ilse Brandt",  "the mayor", "a spokeswoman", "Jonas Hale",
                                  "the minister", "Mr. Orley"};
    return list;
}

} // namespace

size_t below(size_t limit, std::mt19937 &random)
{
    return random() % limit;
}

QString newsSentence(std::mt19937 &random)
{
    const QStringList things{"ferry",   "bridge",     "lighthouse", "market hall",
                             "library", "tram depot", "old mill"};
    const QStringList days{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const QStringList adjectives{"quiet", "stubborn", "narrow", "costly", "salt-stained", "long overdue"};
    const QStringList events{"fire", "strike", "flood", "storm", "power cut", "collision"};
    const QString number = QString::number(2 + below(90, random));
    switch (below(24, random)) {
    case 6:
        return QStringLiteral("%1 declined to comment.").arg(oneOf({"The ministry", "The company"}, random));
    case 7:
        return QStringLiteral("The %1 went on.").arg(oneOf(events, random));
    case 0:
    case 8:
    case 9:
        return QStringLiteral("Some %1 people were hurt when the %2 was closed after a %3 on %4.")
            .arg(number, oneOf(things, random), oneOf(events, random), oneOf(days, random));
    case 1:
    case 10:
    case 11:
        return QStringLiteral("\"We have waited %1 years for a new %2,\" said %3.")
            .arg(number, oneOf(things, random), oneOf(names(), random));
    case 2:
    case 12:
    case 13:
        return QStringLiteral("The %1 will cost %2 million crowns, %3 told the council on %4.")
            .arg(oneOf(things, random), number, oneOf(names(), random), oneOf(days, random));
    case 3:
    case 14:
    case 15:
        return QStringLiteral("Nobody at the %1 could say why the %2 began - it's still not clear.")
            .arg(oneOf(things, random), oneOf(events, random));
    case 4:
    case 16:
    case 17:
        return QStringLiteral("It was a %1 and %2 day, and %3 walked home past the %4.")
            .arg(oneOf(adjectives, random), oneOf(adjectives, random), oneOf(names(), random),
                 oneOf(things, random));
    case 5:
    case 18:
    case 19:
        return QStringLiteral("According to %1, the %2 at the %3 could have been prevented %4 days earlier.")
            .arg(oneOf(names(), random), oneOf(events, random), oneOf(things, random), number);
    default:
        return QStringLiteral("Witnesses near the %1 described the %2 as \"%3\", and some of them, "
                              "among them %4, stayed until %5 evening.")
            .arg(oneOf(things, random), oneOf(events, random), oneOf(adjectives, random),
                 oneOf(names(), random), oneOf(days, random));
    }
}

QString otherWord(std::mt19937 &random)
{
    return oneOf({"seven", "nearly", "yellow", "parliament", "Wexford", "regretted", "and perhaps"}, random);
}

} // namespace Lectern::Testing
