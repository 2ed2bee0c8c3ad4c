#include "text/words.h"
#include "text/wordstream.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

/// How fast texts are cut into words, in megabytes of UTF-8 a second of processor time: WordBreaker, which
/// makes a QString of every word, and WordStream. `bench_words [RUNS]`.

using namespace Lectern;

namespace {

/// The sample articles of these names, again and again up to about so many bytes of UTF-8.
QString sample(const QStringList &names, qsizetype bytes)
{
    QByteArray once;
    for (const QString &name : names) {
        QFile file(QDir(QStringLiteral(LECTERN_SAMPLES)).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        once += file.readAll() + '\n';
    }
    return QString::fromUtf8(once.repeated(std::max<qsizetype>(bytes / once.size(), 1)));
}

void printRates(const char *what, std::vector<double> rates)
{
    std::sort(rates.begin(), rates.end());
    std::printf("%-34s median %7.1f MB/s   %7.1f-%7.1f   n %zu\n", what, rates[rates.size() / 2],
                rates.front(), rates.back(), rates.size());
}

template <typename Cut>
std::vector<double> rates(const QString &text, int runs, Cut cut)
{
    const auto megabytes = double(text.toUtf8().size()) / 1e6;
    std::vector<double> result;
    for (int i = 0; i <= runs; ++i) {
        const std::clock_t start = std::clock();
        cut(QStringView(text));
        if (i > 0) // the first run fills tables and memory
            result.push_back(megabytes * CLOCKS_PER_SEC / double(std::clock() - start));
    }
    return result;
}

void compare(const char *language, const QString &text, int runs)
{
    WordBreaker breaker;
    WordStream stream;
    quint64 sum = 0;
    // By the article, as whoever indexes does: all words of a large text at once would measure memory.
    static constexpr qsizetype article = 20'000;
    const auto byArticle = [](QStringView whole, auto cut) {
        for (qsizetype i = 0; i < whole.size(); i += article)
            cut(whole.sliced(i, std::min(article, whole.size() - i)));
    };
    const std::vector<double> before = rates(text, runs, [&](QStringView whole) {
        byArticle(whole, [&](QStringView each) { sum += breaker.words(each).size(); });
    });
    const std::vector<double> after = rates(text, runs, [&](QStringView whole) {
        byArticle(whole, [&](QStringView each) {
            stream.run(each, [&sum](const StreamedWord &word) { sum += word.hash; });
        });
    });
    std::printf("%s\n", language);
    printRates("  WordBreaker", before);
    printRates("  WordStream", after);
    std::printf("  sum of all %016llx\n", static_cast<unsigned long long>(sum)); // so that it is not left out
}

} // namespace

int main(int argc, char *argv[])
{
    const int runs = argc > 1 ? std::atoi(argv[1]) : 9;
    compare("English",
            sample({QStringLiteral("boy-keeps-lighthouse-lit-harbour-post.txt"),
                    QStringLiteral("harbour-bridge-closed-harbour-post.txt"),
                    QStringLiteral("dockers-vote-to-strike-harbour-post.txt"),
                    QStringLiteral("in-praise-of-the-lost-umbrella.md"),
                    QStringLiteral("night-nurses-naps-ward-round.md"),
                    QStringLiteral("salt-stair-manuscript-weekly-ledger.txt")},
                   20'000'000),
            runs);
    const std::pair<const char *, QString> others[] = {
        {"German", QStringLiteral("junge-haelt-leuchtturm-am-leuchten-sundbote.txt")},
        {"French", QStringLiteral("dockers-votent-la-greve-le-fanal.txt")},
        {"Arabic", QStringLiteral("qarib-al-kutub-sada-al-marfa.txt")},
        {"Japanese", QStringLiteral("minato-no-eigakan-shionagi-shinpo.txt")},
        {"Hindi", QStringLiteral("neemchhanv-ki-baavdi-tatvani.txt")},
    };
    for (const auto &[language, name] : others)
        compare(language, sample({name}, 4'000'000), runs);
    return 0;
}
