#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QVariant>

#include <algorithm>

/// Answers queries of a benchmark by reading the texts from end to end: what an index is held to.
namespace PlainScan {

/// Edits between two words: insertions, deletions, replacements and swaps of neighbours.
inline int edits(const QString &a, const QString &b)
{
    QList<QList<int>> row(a.size() + 1, QList<int>(b.size() + 1));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                row[i][j] = int(i + j);
                continue;
            }
            row[i][j] = std::min(
                {row[i - 1][j] + 1, row[i][j - 1] + 1, row[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[i][j] = std::min(row[i][j], row[i - 2][j - 2] + 1);
        }
    }
    return row[a.size()][b.size()];
}

inline bool hasPhrase(const QStringList &text, const QStringList &phrase)
{
    return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

inline bool isNear(const QStringList &text, const QString &a, const QString &b, int distance)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (qsizetype j = 0; j < text.size(); ++j) {
            if (i != j && text[i] == a && text[j] == b && qAbs(i - j) <= distance + 1)
                return true;
        }
    }
    return false;
}

/// Whether a query of a benchmark matches a text of these words.
inline bool matches(const QJsonObject &query, const QStringList &text)
{
    const QString op = query.value(QLatin1String("op")).toString();
    const QStringList terms = query.value(QLatin1String("terms")).toVariant().toStringList();
    const QString prefix = query.value(QLatin1String("prefix")).toString();
    const int distance = query.value(QLatin1String("distance")).toInt();
    const auto has = [&text](const QString &term) { return text.contains(term); };
    const auto begins = [&text, &prefix] {
        return std::any_of(text.begin(), text.end(),
                           [&prefix](const QString &word) { return word.startsWith(prefix); });
    };
    if (op == QLatin1String("or"))
        return std::any_of(terms.begin(), terms.end(), has);
    if (op == QLatin1String("phrase"))
        return hasPhrase(text, terms);
    if (op == QLatin1String("near"))
        return isNear(text, terms[0], terms[1], distance);
    if (op == QLatin1String("fuzzy")) {
        return std::any_of(text.begin(), text.end(),
                           [&](const QString &word) { return edits(word, terms[0]) <= distance; });
    }
    if (op == QLatin1String("not"))
        return has(terms[0]) && !has(terms[1]);
    return std::all_of(terms.begin(), terms.end(), has) && begins();
}

} // namespace PlainScan
