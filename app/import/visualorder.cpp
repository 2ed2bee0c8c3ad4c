#include "import/visualorder.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace Lectern {

namespace {

enum class Way : quint8 { Right, Left, Number, Neutral }; ///< where a character runs to

struct Cluster
{
    QString text; ///< a character with its marks
    Way way = Way::Neutral;
};

using Clusters = std::vector<Cluster>;
using Place = Clusters::iterator;

Way wayOf(const QString &cluster)
{
    switch (cluster.isEmpty() ? QChar::DirON : QChar::direction(cluster.toUcs4().first())) {
    case QChar::DirL:
        return Way::Right;
    case QChar::DirR:
    case QChar::DirAL:
        return Way::Left;
    case QChar::DirEN:
    case QChar::DirAN:
        return Way::Number;
    default:
        return Way::Neutral;
    }
}

Clusters clustersOf(const QString &text)
{
    Clusters clusters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        const QString cluster = text.mid(start, end - start);
        clusters.push_back({cluster, wayOf(cluster)});
        start = end;
    }
    return clusters;
}

/// True when what stands between two clusters keeps them together: a point in a number, a blank between
/// words.
bool joins(Place first, Place last, Place next)
{
    const bool areNumbers = first->way == Way::Number && next->way == Way::Number;
    return std::all_of(first + 1, last, [areNumbers](const Cluster &cluster) {
        return cluster.way == Way::Neutral && !(areNumbers && cluster.text == QLatin1String(" "));
    });
}

/// Mirrors the brackets between two places.
void mirror(Place from, Place to)
{
    for (; from != to; ++from)
        if (from->way == Way::Neutral && from->text.size() == 1)
            from->text = QString(from->text.front().mirroredChar());
}

/// Turns a stretch round, but for the words and numbers in it that run to the right.
void turn(Place from, Place to)
{
    const auto runsRight = [](const Cluster &cluster) {
        return cluster.way == Way::Right || cluster.way == Way::Number;
    };
    std::reverse(from, to);
    while (from != to) {
        const Place start = std::find_if(from, to, runsRight);
        mirror(from, start);
        Place end = start;
        for (Place next = start; next != to; next = std::find_if(next + 1, to, runsRight)) {
            if (next != start && !joins(end - 1, next, next))
                break;
            end = next + 1;
        }
        std::reverse(start, end);
        from = end;
    }
}

} // namespace

bool isMostlyRightToLeft(QStringView text)
{
    qsizetype balance = 0;
    for (const QChar c : text)
        if (c.direction() == QChar::DirR || c.direction() == QChar::DirAL)
            ++balance;
        else if (c.direction() == QChar::DirL)
            --balance;
    return balance > 0;
}

QString logicalLine(const QString &visual)
{
    const auto runsLeft = [](const Cluster &cluster) { return cluster.way == Way::Left; };
    Clusters clusters = clustersOf(visual);
    if (std::none_of(clusters.begin(), clusters.end(), runsLeft))
        return visual;
    if (isMostlyRightToLeft(visual)) {
        turn(clusters.begin(), clusters.end());
    } else {
        for (Place at = clusters.begin(); at != clusters.end();) {
            const Place start = std::find_if(at, clusters.end(), runsLeft);
            const Place stop = std::find_if(start, clusters.end(),
                                            [](const Cluster &cluster) { return cluster.way == Way::Right; });
            Place end = stop;
            while (end != start && !runsLeft(*(end - 1)))
                --end;
            turn(start, end);
            at = stop;
        }
    }
    QString result;
    for (const Cluster &cluster : clusters)
        result += cluster.text;
    return result;
}

} // namespace Lectern
