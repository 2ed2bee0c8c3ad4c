#include "benchmarks/figures.h"
#include "benchmarks/generatedterms.h"
#include "search/concordance.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <functional>

/// How long it takes to find and sort the lines of a concordance: 1,000,000 lines of a common word in
/// generated articles, in which every seventeenth word is that word, as "the" is in English. In processor
/// time. `bench_concordance [LINES [WORDS BETWEEN [RUNS]]]`.

using namespace Lectern;

namespace {

constexpr int wordsOfArticle = 450;

/// Words as often as language has them: the n-th so often as 1/n (Zipf).
class GeneratedText
{
public:
    explicit GeneratedText(int between)
        : m_terms(Bench::generatedTerms(50'000))
        , m_between(between)
    {
        std::shuffle(m_terms.begin(), m_terms.end(), m_random);
        // Common words are short.
        std::stable_sort(m_terms.begin(), m_terms.end(),
                         [](const std::string &a, const std::string &b) { return a.size() < b.size(); });
    }

    QString article()
    {
        QString text;
        for (int i = 0; i < wordsOfArticle; ++i) {
            if (i > 0)
                text += m_random() % 90 == 0 ? u'\n' : u' ';
            text += m_random() % unsigned(m_between) == 0 ? QStringLiteral("the") : word();
            if (m_random() % 12 == 0)
                text += m_random() % 2 == 0 ? u',' : u'.';
        }
        return text;
    }

private:
    QString word()
    {
        const double share = double(m_random()) / double(std::mt19937::max());
        const auto rank = size_t(std::pow(double(m_terms.size()), share)) - 1;
        return QString::fromStdString(m_terms[std::min(rank, m_terms.size() - 1)]);
    }

    std::mt19937 m_random{1};
    std::vector<std::string> m_terms;
    int m_between;
};

CorpusPtr generatedCorpus(int lines, int between)
{
    GeneratedText text(between);
    auto corpus = std::make_shared<const Corpus>();
    const int articles = int(qint64(lines) * between / wordsOfArticle);
    SegmentBuilder builder;
    for (int i = 0; i < articles; ++i) {
        builder.add(Testing::makeArticle(QString(), text.article(), QString(), QStringLiteral("2021")));
        if (i % 20'000 == 19'999 || i + 1 == articles)
            corpus = corpus->with(builder.build());
    }
    return corpus;
}

void measure(const char *what, int runs, const std::function<void()> &work)
{
    std::vector<double> ms;
    for (int i = 0; i <= runs; ++i) {
        const std::clock_t start = std::clock();
        work();
        if (i > 0) // the first run fills caches
            ms.push_back(1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
    }
    Bench::print(what, ms);
}

} // namespace

int main(int argc, char *argv[])
{
    const int lines = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const int between = argc > 2 ? std::atoi(argv[2]) : 17;
    const int runs = argc > 3 ? std::atoi(argv[3]) : 9;
    if (lines <= 0 || between <= 0 || runs <= 0)
        return 1;
    const CorpusPtr corpus = generatedCorpus(lines, between);
    const Answer answer = Searcher::search(corpus, Query::parse(QStringLiteral("=the")), Order::Relevance);
    std::unique_ptr<Concordance> concordance = Concordance::make(answer);
    std::printf("%zu lines of %zu articles, %.1f million UTF-16 units\n", concordance->lineCount(),
                concordance->articleCount(), double(corpus->textUnits()) / 1e6);

    const std::vector<LineKey> usual{LineKey::Left1, LineKey::Hit, LineKey::Right1};
    measure("search", runs, [&] { Searcher::search(corpus, answer.query, Order::Relevance); });
    measure("find", runs, [&] { concordance = Concordance::make(answer); });
    measure("sort left1,hit,right1", runs, [&] { concordance->sort(usual); });
    measure("sort right1,right2,right3", runs, [&] {
        concordance->sort({LineKey::Right1, LineKey::Right2, LineKey::Right3});
    });
    measure("sort date,title", runs, [&] { concordance->sort({LineKey::Date, LineKey::Title}); });
    measure("find and sort left1,hit,right1", runs, [&] {
        concordance = Concordance::make(answer);
        concordance->sort(usual);
    });
    size_t units = 0;
    measure("cut 50 lines", runs, [&] {
        for (size_t i = 0; i < std::min<size_t>(50, concordance->lineCount()); ++i)
            units += size_t(concordance->line(i, 40).left.length());
    });
    return units > 0 ? 0 : 1;
}
