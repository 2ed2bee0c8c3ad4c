#include "app/search/randomsearch.h"
#include "benchmarks/generatedterms.h"
#include "search/bitpacking.h"
#include "search/bits.h"
#include "search/fieldwriter.h"
#include "search/segmentbuilder.h"
#include "search/topdocs.h"
#include "text/folding.h"
#include "text/wordstream.h"

#include <benchmark/benchmark.h>

#include <array>

/// What the innermost loops of the search cost, each by itself. Options are those of Google Benchmark.

using namespace Lectern;

namespace {

constexpr quint32 docCount = 1'000'000;

/// About 100,000 words as they stand in news, a paragraph a hundred words.
const QString &text()
{
    static const QString made = [] {
        const std::vector<std::string> terms = Bench::generatedTerms(20'000);
        std::mt19937 random(1);
        QString words;
        for (int i = 0; i < 100'000; ++i) {
            QString word = QString::fromStdString(terms[std::min(random(), random()) % terms.size()]);
            if (random() % 12 == 0)
                word[0] = word[0].toUpper();
            if (random() % 40 == 0)
                word += QStringLiteral("’s");
            words += word;
            words += i % 100 == 99        ? QLatin1String(".\n")
                     : random() % 10 == 0 ? QLatin1String(", ")
                                          : QLatin1String(" ");
        }
        return words;
    }();
    return made;
}

void countUnits(benchmark::State &state)
{
    state.SetBytesProcessed(state.iterations() * text().size() * 2);
}

void tokenize(benchmark::State &state)
{
    WordStream stream;
    for (auto _ : state) {
        quint64 hashes = 0;
        stream.run(text(), [&hashes](const StreamedWord &word) { hashes += word.hash; });
        benchmark::DoNotOptimize(hashes);
    }
    countUnits(state);
}
BENCHMARK(tokenize)->Unit(benchmark::kMillisecond);

void foldText(benchmark::State &state)
{
    for (auto _ : state) {
        QString folded = fold(text());
        benchmark::DoNotOptimize(folded.data());
    }
    countUnits(state);
}
BENCHMARK(foldText)->Unit(benchmark::kMillisecond);

/// A block of 128 numbers of so many bits, both ways.
template <BitPacking::Path path>
void unpack(benchmark::State &state)
{
    const auto width = int(state.range(0));
    std::mt19937 random(2);
    std::array<quint32, BitPacking::blockSize> numbers;
    for (quint32 &number : numbers)
        number = width == 0 ? 0 : quint32(random()) >> (32 - width);
    std::vector<std::byte> packed(BitPacking::packedBytes(width) + 1);
    BitPacking::pack(numbers.data(), width, packed.data());
    for (auto _ : state) {
        BitPacking::unpackAscending(packed.data(), width, 0xffffffff, numbers.data(), path);
        benchmark::DoNotOptimize(numbers);
    }
    state.SetItemsProcessed(state.iterations() * BitPacking::blockSize);
}
BENCHMARK_TEMPLATE(unpack, BitPacking::Path::Vector)->DenseRange(0, 32);
BENCHMARK_TEMPLATE(unpack, BitPacking::Path::Scalar)->DenseRange(0, 32, 8);

std::vector<quint32> drawDocs(quint32 every, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<quint32> docs;
    for (quint32 doc = quint32(random() % every); doc < docCount;
         doc += 1 + quint32(random() % (2 * every - 1)))
        docs.push_back(doc);
    return docs;
}

void intersectBitsets(benchmark::State &state)
{
    const size_t words = Bits::wordsFor(docCount);
    std::vector<quint64> one(words);
    std::vector<quint64> other(words);
    for (const quint32 doc : drawDocs(3, 3))
        Bits::set(one.data(), doc);
    for (const quint32 doc : drawDocs(5, 4))
        Bits::set(other.data(), doc);
    std::vector<quint64> both(words);
    for (auto _ : state) {
        for (size_t i = 0; i < words; ++i)
            both[i] = one[i] & other[i];
        benchmark::DoNotOptimize(Bits::count(both.data(), words));
    }
    state.SetItemsProcessed(state.iterations() * docCount);
}
BENCHMARK(intersectBitsets)->Unit(benchmark::kMicrosecond);

/// Two terms, one in every so many documents: the rarer leads.
void intersectLists(benchmark::State &state)
{
    const std::vector<quint8> lengths(docCount, 90);
    const Weighting weighting(200);
    FieldWriter writer(lengths, weighting, FieldWriter::Positions::Left);
    for (const auto &[name, every] : {std::pair("a", state.range(0)), std::pair("b", state.range(1))}) {
        TermPostings postings;
        postings.docs = drawDocs(quint32(every), quint32(every));
        postings.codes.assign(postings.docs.size(), 0);
        writer.add(name, postings);
    }
    const FieldStorage storage = writer.take();
    const FieldArrays arrays = storage.arrays();
    const TermInfo rare = *findTerm(arrays, "a");
    const TermInfo common = *findTerm(arrays, "b");
    for (auto _ : state) {
        quint32 found = 0;
        PostingCursor other(arrays, common);
        for (PostingCursor one(arrays, rare); one.doc() != PostingCursor::end; one.next())
            found += other.advance(one.doc()) == one.doc() ? 1 : 0;
        benchmark::DoNotOptimize(found);
    }
    state.SetItemsProcessed(state.iterations() * rare.docCount);
}
BENCHMARK(intersectLists)
    ->Args({10, 5})
    ->Args({100, 5})
    ->Args({10'000, 5})
    ->Args({1000, 100})
    ->Unit(benchmark::kMicrosecond);

void keepTheBest(benchmark::State &state)
{
    static const CorpusPtr corpus = [] {
        RandomSearch random(5);
        SegmentBuilder builder;
        for (int i = 0; i < 10'000; ++i)
            builder.add(random.article(1));
        return std::make_shared<const Corpus>()->with(builder.build());
    }();
    const auto best = size_t(state.range(0));
    std::mt19937 random(6);
    std::vector<float> scores(corpus->docLimit());
    for (float &score : scores)
        score = float(random() % 5000);
    const Corpus::Part &part = corpus->parts().front();
    for (auto _ : state) {
        TopDocs top(best);
        for (quint32 doc = 0; doc < scores.size(); ++doc)
            if (scores[doc] >= top.threshold())
                top.offer(scores[doc], doc, part);
        benchmark::DoNotOptimize(top.take().data());
    }
    state.SetItemsProcessed(state.iterations() * qint64(scores.size()));
}
BENCHMARK(keepTheBest)->Arg(10)->Arg(1000)->Unit(benchmark::kMicrosecond);

/// Terms that are there, anywhere in a dictionary of 58,000.
void lookUpTerms(benchmark::State &state)
{
    const std::vector<std::string> terms = Bench::generatedTerms(58'000);
    const std::vector<quint8> lengths(1, 90);
    const Weighting weighting(200);
    FieldWriter writer(lengths, weighting, FieldWriter::Positions::Left);
    for (const std::string &term : terms)
        writer.add(term, {{0}, {0}, {}});
    const FieldStorage storage = writer.take();
    const FieldArrays arrays = storage.arrays();
    std::mt19937 random(7);
    for (auto _ : state)
        benchmark::DoNotOptimize(findTerm(arrays, terms[random() % terms.size()]));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(lookUpTerms);

} // namespace

BENCHMARK_MAIN();
