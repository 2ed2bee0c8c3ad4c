#include "rewriting.h"

#include <QRegularExpression>

#include <algorithm>

namespace LecternTest {

namespace {

template <typename Item>
const Item &oneOf(const QList<Item> &items, QRandomGenerator &random)
{
    return items.at(random.bounded(int(items.size())));
}

const QStringList &commonWords()
{
    static const QStringList words =
        QStringLiteral("the of and to a in that for it was with on he at by from but they had which")
            .split(u' ');
    return words;
}

/// A word that looks like one; there are about a million.
QString madeWord(QRandomGenerator &random)
{
    static const QStringList parts =
        QStringLiteral("bar cen dol fer gim hul jor kel lan mip nor pel quin ros sar tev urn vol wex yal")
            .split(u' ');
    QString word;
    for (int i = random.bounded(1, 4); i-- > 0;)
        word += oneOf(parts, random);
    return word +
           oneOf(QStringList{QString(), QStringLiteral("s"), QStringLiteral("ed"), QStringLiteral("ing")},
                 random);
}

QString token(QRandomGenerator &random)
{
    const int kind = random.bounded(100);
    if (kind < 45)
        return oneOf(commonWords(), random);
    if (kind < 50)
        return QString::number(random.bounded(2, 3000));
    QString word = madeWord(random);
    if (kind < 57)
        word[0] = word[0].toUpper();
    return word;
}

/// The words of a text by their first units.
std::vector<std::pair<qsizetype, QString>> wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+"));
    std::vector<std::pair<qsizetype, QString>> words;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch next = match.next();
        words.emplace_back(next.capturedStart(), next.captured());
    }
    return words;
}

} // namespace

QStringList madeSentences(QRandomGenerator &random, int count)
{
    QStringList sentences;
    while (sentences.size() < count) {
        QStringList words;
        for (int i = random.bounded(7, 24); i-- > 0;)
            words += token(random);
        words.first()[0] = words.first()[0].toUpper();
        QString sentence = words.join(u' ');
        if (random.bounded(3) == 0)
            sentence = QStringLiteral("“%1,” %2 said").arg(sentence, madeWord(random));
        sentences += sentence + u'.';
    }
    return sentences;
}

Rewriting rewrite(const QStringList &sentences, const QStringList &others, QRandomGenerator &random)
{
    Rewriting result;
    std::vector<qsizetype> starts;
    std::vector<std::vector<int>> blocks;
    for (int i = 0; i < sentences.size(); ++i) {
        starts.push_back(result.original.size());
        result.original += sentences[i] + u'\n';
        if (random.bounded(2) == 0)
            continue;
        if (blocks.empty() || blocks.back().size() == 4)
            blocks.emplace_back();
        blocks.back().push_back(i);
    }
    std::shuffle(blocks.begin(), blocks.end(), random);
    int spare = 0;
    for (const std::vector<int> &block : blocks) {
        for (const int i : block) {
            qsizetype copied = 0;
            QString &out = result.rewritten;
            for (const auto &[at, word] : wordsOf(sentences[i])) {
                out += sentences[i].mid(copied, at - copied);
                copied = at + word.size();
                const int draw = random.bounded(100);
                if (draw < 4)
                    continue;
                if (draw < 6)
                    out += madeWord(random) + u' ';
                if (draw >= 6 && draw < 9) {
                    out += madeWord(random);
                    continue;
                }
                result.links.emplace(starts[size_t(i)] + at, out.size());
                out += word;
            }
            QString rest = sentences[i].mid(copied);
            if (random.bounded(4) == 0)
                rest.replace(u'”', u'"');
            out += rest + u'\n';
        }
        if (random.bounded(2) == 0 && spare < others.size())
            result.rewritten += others[spare++] + u'\n';
    }
    return result;
}

} // namespace LecternTest
