#include "style/tagfilter.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr int noMatch = 4; ///< a rank, as rankOf() gives it

QString folded(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (!c.isMark())
            result += c;
    return result.toCaseFolded();
}

bool hasWordThatBeginsWith(const QString &tag, const QString &typed)
{
    for (qsizetype at = tag.indexOf(typed); at >= 0; at = tag.indexOf(typed, at + 1))
        if (at > 0 && !tag[at - 1].isLetterOrNumber())
            return true;
    return false;
}

bool hasLettersInOrder(const QString &tag, const QString &typed)
{
    qsizetype at = 0;
    for (const QChar letter : tag)
        if (at < typed.size() && letter == typed[at])
            ++at;
    return at == typed.size();
}

int rankOf(const QString &tag, const QString &typed)
{
    if (tag.startsWith(typed))
        return 0;
    if (hasWordThatBeginsWith(tag, typed))
        return 1;
    if (tag.contains(typed))
        return 2;
    return hasLettersInOrder(tag, typed) ? 3 : noMatch;
}

} // namespace

QStringList tagsIn(const QString &line)
{
    QStringList tags;
    for (const QString &piece : line.split(QLatin1Char(',')))
        if (const QString tag = piece.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags += tag;
    return tags;
}

std::vector<int> matchingTags(const QStringList &tags, const QString &typed)
{
    const QString wanted = folded(typed.simplified());
    std::vector<std::pair<int, int>> ranked; // rank, index
    for (int i = 0; i < tags.size(); ++i)
        if (const int rank = wanted.isEmpty() ? 0 : rankOf(folded(tags[i]), wanted); rank < noMatch)
            ranked.emplace_back(rank, i);
    std::sort(ranked.begin(), ranked.end());
    std::vector<int> indexes;
    for (const auto &[rank, index] : ranked)
        indexes.push_back(index);
    return indexes;
}

} // namespace Lectern
