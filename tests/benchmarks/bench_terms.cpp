#include "benchmarks/figures.h"
#include "benchmarks/generatedterms.h"
#include "search/fuzzyterms.h"
#include "search/stemclasses.h"
#include "search/wildcardterms.h"

#include <QByteArray>
#include <QFile>

#include <numeric>

/// What it takes to find the terms that a word of a query stands for, in dictionaries of 58,000 and 1,000,000
/// generated terms. `bench_terms [FILE]` takes the lines of a file instead.

using namespace Lectern;

namespace {

constexpr size_t queries = 200;

/// Words as they are asked for: terms with a letter wrong.
std::vector<std::string> askedWords(const std::vector<std::string> &terms)
{
    std::mt19937 random(1);
    std::vector<std::string> words;
    while (words.size() < queries) {
        std::string word = terms[random() % terms.size()];
        if (word.size() < 5 || word.size() > 12)
            continue;
        word[random() % word.size()] = char('a' + random() % 26);
        words.push_back(word);
    }
    return words;
}

template <typename Function>
void measure(const char *what, size_t count, Function function)
{
    std::vector<double> microseconds;
    size_t found = 0;
    for (size_t i = 0; i < count; ++i) {
        const double before = Bench::nowMs();
        found += function(i);
        microseconds.push_back(1000 * (Bench::nowMs() - before));
    }
    std::sort(microseconds.begin(), microseconds.end());
    std::printf("  %-34s median %9.1f us   p99 %9.1f us   %8.1f terms each\n", what,
                microseconds[microseconds.size() / 2], microseconds[microseconds.size() * 99 / 100],
                double(found) / double(count));
}

struct Mirror
{
    std::vector<std::string> terms;
    std::vector<quint32> ids;
};

Mirror mirrorOf(const std::vector<std::string> &terms)
{
    std::vector<std::pair<std::string, quint32>> turned;
    for (size_t i = 0; i < terms.size(); ++i)
        turned.emplace_back(mirrored(terms[i]), quint32(i));
    std::sort(turned.begin(), turned.end());
    Mirror mirror;
    for (auto &[term, id] : turned) {
        mirror.terms.push_back(std::move(term));
        mirror.ids.push_back(id);
    }
    return mirror;
}

void runStems(const std::vector<std::string> &terms)
{
    const Bench::FrontCodedTerms dictionary(terms);
    auto cursor = dictionary.cursor();
    const Stemmer stemmer(QStringLiteral("en"));
    const double before = Bench::nowMs();
    const StemClasses built = StemClasses::build(cursor, stemmer);
    const double stemmed = Bench::nowMs();
    const std::vector<std::byte> bytes = built.write();
    std::printf("  stem classes: stemmed in %.1f ms, written in %.1f ms, %.2f bytes a term\n",
                stemmed - before, Bench::nowMs() - stemmed, double(bytes.size()) / double(terms.size()));
    const StemClassesView classes(bytes);
    std::vector<std::string> stems;
    std::mt19937 random(2);
    for (int i = 0; i < 10'000; ++i)
        stems.push_back(stemmer.stem(std::string_view(terms[random() % terms.size()])));
    measure("terms of 10,000 stems", 20, [&](size_t) {
        size_t found = 0;
        for (const std::string &stem : stems)
            found += classes.terms(stem).size();
        return found;
    });
}

void run(const std::vector<std::string> &terms)
{
    std::printf("%zu terms\n", terms.size());
    const Bench::FrontCodedTerms dictionary(terms);
    Mirror turned = mirrorOf(terms);
    const Bench::FrontCodedTerms mirror(turned.terms, std::move(turned.ids));
    auto cursor = dictionary.cursor();
    auto mirrorCursor = mirror.cursor();
    const std::vector<std::string> words = askedWords(terms);
    for (const int edits : {1, 2}) {
        measure(edits == 1 ? "fuzzy 1" : "fuzzy 2", queries,
                [&](size_t i) { return fuzzyTerms(cursor, words[i], edits).size(); });
        measure(edits == 1 ? "fuzzy 1, mirrored as well" : "fuzzy 2, mirrored as well", queries,
                [&](size_t i) { return fuzzyTerms(cursor, mirrorCursor, words[i], edits).size(); });
    }
    const auto wildcards = [&](const char *what, auto pattern) {
        measure(what, queries, [&](size_t i) { return wildcardTerms(cursor, pattern(words[i])).size(); });
    };
    wildcards("wildcard ab*c", [](const std::string &word) { return word.substr(0, 2) + '*' + word.back(); });
    wildcards("wildcard ab?d*",
              [](const std::string &word) { return word.substr(0, 2) + '?' + word.substr(3, 1) + '*'; });
    wildcards("wildcard *abc*", [](const std::string &word) { return '*' + word.substr(1, 3) + '*'; });
    wildcards("wildcard *abc", [](const std::string &word) { return '*' + word.substr(word.size() - 3); });
    measure("wildcard *abc, mirrored as well", queries, [&](size_t i) {
        return wildcardTerms(cursor, mirrorCursor, '*' + words[i].substr(words[i].size() - 3)).size();
    });
    runStems(terms);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 1) {
        run(Bench::generatedTerms(58'000));
        run(Bench::generatedTerms(1'000'000));
        return 0;
    }
    QFile file(QString::fromLocal8Bit(argv[1]));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    std::vector<std::string> terms;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (!line.isEmpty() && line.size() < 256)
            terms.push_back(line.toStdString());
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    run(terms);
    return 0;
}
