#pragma once

#include "stories/sharedruns.h"

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

#include <set>
#include <vector>

namespace LecternTest {

/// A text and another that was made from it, with the words that stand in both: offsets of their first units.
struct Rewriting
{
    QString original;
    QString rewritten;
    std::set<std::pair<qsizetype, qsizetype>> links;
};

/// Sentences of made words, as news has them: names, numbers, quotations, common words between.
QStringList madeSentences(QRandomGenerator &random, int count);

/// Keeps half of the sentences, in blocks that may move, drops 4 % of their words, replaces 3 %, adds 2 %,
/// changes the shape of marks, and puts sentences of `others` between.
Rewriting rewrite(const QStringList &sentences, const QStringList &others, QRandomGenerator &random);

} // namespace LecternTest
