#include "app/passages/drift.h"
#include "figures.h"
#include "passages/anchorfinder.h"
#include "support/articles.h"

#include <array>
#include <cstdlib>
#include <ctime>

/// How long it takes to find 100 passages again in an article that has changed, in milliseconds of processor
/// time. `bench_anchor [RUNS]`.

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

void measure(const char *what, const ArticlePtr &after, const std::vector<Passage> &passages, int runs)
{
    std::vector<double> ms;
    std::array<int, 4> states{};
    for (int run = 0; run <= runs; ++run) {
        states = {};
        const std::clock_t start = std::clock();
        AnchorFinder finder(*after);
        for (const Passage &passage : passages)
            ++states[size_t(finder.anchor(passage).state)];
        if (run > 0)
            ms.push_back(double(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
    }
    Bench::print(what, ms);
    std::printf("    exact %d, moved %d, changed %d, orphan %d\n", states[0], states[1], states[2],
                states[3]);
}

/// News prose of at least so many units.
QString prose(qsizetype units, std::mt19937 &random)
{
    QString text;
    while (text.size() < units)
        text += DriftedText::generate(random).text() + u'\n';
    return text;
}

/// 100 passages of an article of that size, in the article with something in front of it, and with every
/// third paragraph edited or gone.
void measureSize(const char *size, qsizetype units, int runs)
{
    std::mt19937 random(1);
    const QString text = prose(units, random);
    QStringList paragraphs = text.split(u'\n');
    std::vector<QString> originals(paragraphs.begin(), paragraphs.end());
    const ArticlePtr before = makeArticle({}, text);
    std::vector<Passage> passages;
    while (passages.size() < 100) {
        const qsizetype start = qsizetype(random() % size_t(text.size() - 200));
        passages.push_back(Passage::cut(*before, {start, start + 30 + qsizetype(random() % 120)}));
    }
    const ArticlePtr moved = makeArticle({}, QStringLiteral("Updated at noon.\n") + text);
    for (qsizetype i = 0; i < paragraphs.size(); i += 3)
        paragraphs[i] = i % 2 == 0 ? QStringLiteral("Nothing is left of it.")
                                   : paragraphs[i].replace(QLatin1String("the "), QLatin1String("that one "));
    const ArticlePtr edited = makeArticle({}, paragraphs.join(u'\n'));
    std::printf("%s\n", size);
    measure("  100 passages, something new before them", moved, passages, runs);
    measure("  100 passages, every third paragraph edited or gone", edited, passages, runs);
    for (Passage &passage : passages)
        passage.quote = QStringLiteral("Words of another article, %1 of them, which never stood in this one.")
                            .arg(passage.range.start);
    measure("  100 passages of another article", moved, passages, runs);
}

} // namespace

int main(int argc, char *argv[])
{
    const int runs = argc > 1 ? std::atoi(argv[1]) : 9;
    measureSize("50 KB", 50'000, runs);
    measureSize("5 MB", 5'000'000, std::max(1, runs / 3));
    return 0;
}
