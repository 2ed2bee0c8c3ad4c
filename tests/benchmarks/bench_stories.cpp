#include "benchmarks/figures.h"
#include "import/importer.h"
#include "library/storykeeper.h"
#include "library/whoprinted.h"
#include "search/segmentbuilder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>

/// Stories of a library: the first look at all articles, one more article, and who printed a sentence.
/// `bench_stories FILE.jsonl [ARTICLES]`; when the file has fewer, their halves are put together anew.

using namespace Lectern;

namespace {

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

std::vector<ArticlePtr> articlesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    RawFile raw;
    raw.path = path;
    raw.bytes = file.readAll();
    raw.sha256 = QCryptographicHash::hash(raw.bytes, QCryptographicHash::Sha256).toHex();
    ImportOptions options;
    options.format = QStringLiteral("jsonl");
    return importBytes(raw, options).articles;
}

/// An article that has the first half of one and the second half of another.
ArticlePtr joined(const Article &one, const Article &other, int number)
{
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/made/%1").arg(number);
    draft.source.sha256 =
        QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256).toHex();
    draft.text = one.text().left(one.text().size() / 2) + u' ' + other.text().mid(other.text().size() / 2);
    draft.blocks.push_back({BlockKind::Paragraph, 0, {0, draft.text.size()}});
    draft.language = one.language();
    draft.published = PartialDate::fromIso(
        QStringLiteral("20%1-0%2-1%3").arg(10 + number % 15).arg(1 + number % 9).arg(number % 9));
    deriveTitle(draft, QStringLiteral("untitled"));
    return Article::make(std::move(draft));
}

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles, size_t count)
{
    auto corpus = std::make_shared<const Corpus>();
    for (size_t first = 0; first < count; first += 5000) {
        SegmentBuilder builder;
        for (size_t i = first; i < std::min(count, first + 5000); ++i)
            builder.add(articles[i]);
        corpus = corpus->with(builder.build());
    }
    return corpus;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    std::vector<ArticlePtr> articles =
        argc > 1 ? articlesOf(QString::fromLocal8Bit(argv[1])) : std::vector<ArticlePtr>();
    if (articles.size() < 2) {
        std::fputs("bench_stories FILE.jsonl [ARTICLES]\n", stderr);
        return 2;
    }
    constexpr size_t more = 40; // that come one by one
    const size_t count = argc > 2 ? QByteArray(argv[2]).toULongLong() : articles.size() - more;
    const size_t own = articles.size();
    for (size_t i = 0; articles.size() < count + more; ++i)
        articles.push_back(joined(*articles[i % own], *articles[(i * 7919 + i / own + 1) % own], int(i)));
    qint64 units = 0;
    for (size_t i = 0; i < count; ++i)
        units += articles[i]->text().size();
    std::printf("articles                         %8zu of %.0f units\n", count,
                double(units) / double(count));

    std::stop_source stop;
    StoryKeeper keeper(stop.get_token());
    CorpusPtr corpus = corpusOf(articles, count);
    double cpu = cpuSeconds();
    double start = Bench::nowMs();
    keeper.setCorpus(corpus);
    while (keeper.waiting() > 0)
        keeper.readSome();
    StoryMapPtr map = keeper.map();
    std::printf("all of them                      %8.2f s, %.2f s of processor\n",
                (Bench::nowMs() - start) / 1000, cpuSeconds() - cpu);
    std::printf("stories of two or more           %8zu, copies %lld\n", map->stories.size(),
                qlonglong(map->copies.size()));

    std::vector<double> adding;
    std::vector<double> whole;
    for (size_t i = count; i < count + more; ++i) {
        SegmentBuilder builder;
        builder.add(articles[i]);
        corpus = corpus->with(builder.build());
        start = cpuSeconds();
        keeper.setCorpus(corpus);
        const double before = cpuSeconds();
        keeper.readSome();
        adding.push_back(1000 * (cpuSeconds() - before));
        keeper.map();
        whole.push_back(1000 * (cpuSeconds() - start));
    }
    std::sort(adding.begin(), adding.end());
    std::sort(whole.begin(), whole.end());
    std::printf("one more: its analysis           %8.2f ms of processor (median), %.2f ms (worst)\n",
                adding[more / 2], adding.back());
    std::printf("one more: with what has changed  %8.2f ms of processor (median), %.2f ms (worst)\n",
                whole[more / 2], whole.back());

    std::vector<double> asking;
    for (size_t i = 0; i < 40; ++i) {
        const QString &text = articles[i * 97 % count]->text();
        const qsizetype from = text.indexOf(u' ', text.size() / 3) + 1;
        cpu = cpuSeconds();
        const std::vector<PrintedIn> found = whoPrinted(corpus, text.mid(from, 120));
        asking.push_back(1000 * (cpuSeconds() - cpu));
        if (found.empty())
            std::printf("a sentence was not found\n");
    }
    std::sort(asking.begin(), asking.end());
    std::printf("who printed a sentence           %8.2f ms of processor (median), %.2f ms (worst)\n",
                asking[20], asking.back());
    return 0;
}
