#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

/// How fast the search engine answers: makes articles whose words are spread as those of a language are, and
/// queries of their words, lets `lectern-cli bench driver` measure and prints a table.
/// `bench_search [ARTICLES]`, or `bench_search CORPUS QUERIES` for files that the driver reads.

namespace {

constexpr int vocabulary = 60000;
constexpr int wordsPerArticle = 300;
constexpr int queriesPerClass = 40;

/// The word of a rank, from 0: syllables, so that common words are short and words begin alike.
QByteArray wordOf(int rank)
{
    static constexpr char consonants[] = "tnsrhldcmfpgwybvkjzq";
    static constexpr char vowels[] = "eaoiu";
    QByteArray word;
    for (int rest = rank; rest >= 0; rest = rest / 100 - 1) {
        const int syllable = rest % 100;
        word.prepend(vowels[syllable / 20]);
        word.prepend(consonants[syllable % 20]);
    }
    return word;
}

class Articles
{
public:
    explicit Articles(int count)
    {
        for (int i = 0; i < count; ++i) {
            QList<int> ranks;
            // Zipf's law: as many words of each order of magnitude.
            for (int word = 0; word < wordsPerArticle; ++word)
                ranks += int(std::exp(m_random.generateDouble() * std::log(double(vocabulary)))) - 1;
            m_ranks += ranks;
        }
    }

    bool write(const QString &path) const
    {
        QFile file(path);
        bool written = file.open(QIODevice::WriteOnly);
        for (qsizetype i = 0; written && i < m_ranks.size(); ++i) {
            const auto text = [&](qsizetype from, qsizetype count) {
                return QString::fromLatin1(words(m_ranks[i].mid(from, count)).join(' '));
            };
            const QJsonObject line{{QStringLiteral("id"), QString::number(i)},
                                   {QStringLiteral("title"), text(0, 8)},
                                   {QStringLiteral("body"), text(8, wordsPerArticle)}};
            written = file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n') > 0;
        }
        return written && file.flush();
    }

    bool writeQueries(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        for (int i = 0; i < queriesPerClass; ++i) {
            const QList<int> &ranks = m_ranks[m_random.bounded(int(m_ranks.size()))];
            const int at = m_random.bounded(wordsPerArticle - 12);
            const QByteArrayList mid = words(picked(ranks, 200, 5000));
            const QByteArrayList rare = words(picked(ranks, 20000, vocabulary));
            const QByteArrayList common{wordOf(i), wordOf((i + 7) % queriesPerClass)};
            if (mid.size() < 2 || rare.isEmpty())
                continue;
            put("term_rare", "term", rare.mid(0, 1));
            put("term_mid", "term", mid.mid(0, 1));
            put("term_common", "term", common.mid(0, 1));
            put("and2", "and", mid.mid(0, 2));
            put("and2_common", "and", common);
            put("or5", "or", words(ranks.mid(at, 5)));
            put("not", "not", {mid[0], common[0]});
            put("phrase2_common", "phrase", common);
            put("phrase3", "phrase", words(ranks.mid(at, 3)));
            put("prefix1", "prefix", {}, mid[0].left(1));
            put("prefix3", "prefix", {}, mid[0].left(3));
            put("near10", "near", mid.mid(0, 2), {}, 10);
            QByteArray mistyped = mid[0];
            mistyped[mistyped.size() / 2] = 'x';
            put("fuzzy1", "fuzzy", {mistyped}, {}, 1);
            put("fuzzy2", "fuzzy", {mistyped}, {}, 2);
            putTyping(i, words(ranks.mid(at, 3)));
        }
        const bool written = file.write(m_queries) == m_queries.size();
        return written && file.flush();
    }

private:
    static QByteArrayList words(const QList<int> &ranks)
    {
        QByteArrayList words;
        for (const int rank : ranks)
            words += wordOf(rank);
        return words;
    }

    static QList<int> picked(QList<int> ranks, int first, int end)
    {
        ranks.removeIf([=](int rank) { return rank < first || rank >= end; });
        return ranks;
    }

    void put(const char *group, const char *op, const QByteArrayList &terms, const QByteArray &prefix = {},
             int distance = 0, int sequence = -1)
    {
        QJsonObject line{{QStringLiteral("class"), QLatin1String(group)},
                         {QStringLiteral("op"), QLatin1String(op)},
                         {QStringLiteral("prefix"), QString::fromLatin1(prefix)},
                         {QStringLiteral("distance"), distance},
                         {QStringLiteral("sequence"), sequence}};
        QJsonArray array;
        for (const QByteArray &term : terms)
            array.append(QString::fromLatin1(term));
        line.insert(QStringLiteral("terms"), array);
        m_queries += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }

    /// A query for every key of some words.
    void putTyping(int sequence, const QByteArrayList &typed)
    {
        for (qsizetype word = 0; word < typed.size(); ++word) {
            for (qsizetype keys = 1; keys <= typed[word].size(); ++keys)
                put("typing", "typing", typed.mid(0, word), typed[word].left(keys), 0, sequence);
        }
    }

    QRandomGenerator m_random{20261125};
    QList<QList<int>> m_ranks;
    QByteArray m_queries;
};

QJsonObject measure(const QString &corpus, const QString &queries)
{
    QProcess driver;
    driver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    driver.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-cli"),
                 {QStringLiteral("bench"), QStringLiteral("driver"), QStringLiteral("--corpus"), corpus,
                  QStringLiteral("--queries"), queries, QStringLiteral("--budget"), QStringLiteral("5")});
    driver.waitForFinished(-1);
    return QJsonDocument::fromJson(driver.readAllStandardOutput()).object();
}

void printTable(const QJsonObject &figures)
{
    const QJsonValue build = figures[QLatin1String("build")];
    const auto number = [](const QJsonValue &object, const char *key) {
        return object[QLatin1String(key)].toDouble();
    };
    std::printf("%.0f articles, %.1f MB: built with %.1f MB/s, index %.2f of the text, resident %.2f\n",
                number(build, "docs"), number(build, "text_bytes") / 1e6, number(build, "mb_per_s"),
                number(build, "index_ratio"),
                number(build, "resident_bytes") / std::max(1.0, number(build, "text_bytes")));
    std::printf("%-18s %5s %12s %12s %12s %12s\n", "microseconds", "n", "top 10 p50", "p99", "counted p50",
                "p99");
    const QJsonObject groups = figures[QLatin1String("query")].toObject();
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        if (group->isNull())
            continue;
        const QJsonValue best = group.value()[QLatin1String("top10")];
        const QJsonValue counted = group.value()[QLatin1String("top10_count")];
        std::printf("%-18s %5.0f %12.1f %12.1f %12.1f %12.1f\n", qPrintable(group.key()), number(best, "n"),
                    number(best, "p50"), number(best, "p99"), number(counted, "p50"), number(counted, "p99"));
    }
    const auto row = [&number](const char *name, const QJsonValue &sample) {
        std::printf("%-18s %5.0f %12.1f %12.1f\n", name, number(sample, "n"), number(sample, "p50"),
                    number(sample, "p99"));
    };
    row("ten snippets", figures[QLatin1String("snippets")][QLatin1String("ten_snippets_us")]);
    row("add until found", figures[QLatin1String("add_us")]);
}

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir dir;
    QString corpus = dir.filePath(QStringLiteral("corpus.jsonl"));
    QString queries = dir.filePath(QStringLiteral("queries.jsonl"));
    if (argc > 2) {
        corpus = QString::fromLocal8Bit(argv[1]);
        queries = QString::fromLocal8Bit(argv[2]);
    } else {
        Articles articles(std::max(1, argc > 1 ? QByteArray(argv[1]).toInt() : 20000));
        if (!articles.write(corpus) || !articles.writeQueries(queries))
            return 1;
    }
    const QJsonObject figures = measure(corpus, queries);
    if (figures.isEmpty())
        return 1;
    printTable(figures);
    return 0;
}
