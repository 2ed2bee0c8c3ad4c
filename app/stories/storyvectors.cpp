#include "stories/storyvectors.h"

#include "stories/backgroundfrequencies.h"

#include <algorithm>
#include <cmath>

namespace Lectern {

namespace {

using Weight = StoryVectors::Weight;
using Vector = StoryVectors::Vector;

constexpr size_t heavyTerms = 30; ///< by which candidates are found
constexpr int rareWord = 40;      ///< texts of twenty thousand
constexpr int firstStep = 3;      ///< articles
constexpr float smoothing = 200;  ///< articles that a library has more, as it were

bool isBefore(const Weight &a, const Weight &b)
{
    return a.hash < b.hash;
}

/// Terms by 32 bits of their hashes, ascending.
Vector counts(const std::vector<StoryTerm> &terms)
{
    Vector vector;
    for (const StoryTerm &term : terms)
        vector.push_back({quint32(term.hash), term.count});
    std::sort(vector.begin(), vector.end(), isBefore);
    return vector;
}

template <typename Rarity>
Vector weighted(Vector terms, Rarity rarity)
{
    double square = 0;
    for (Weight &term : terms) {
        term.value = (1 + std::log(term.value)) * rarity(term.hash);
        square += double(term.value) * double(term.value);
    }
    const float length = float(std::sqrt(square));
    for (Weight &term : terms)
        term.value = length > 0 ? term.value / length : 0;
    return terms;
}

std::vector<quint32> ascending(std::vector<quint32> hashes)
{
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

float backgroundRarity(float texts)
{
    const float all = float(BackgroundFrequencies::english().textCount());
    return std::max(0.0F, std::log((all + 1) / (texts + 0.5F)));
}

int stepIn(const StoryReference::Steps &steps, quint32 hash)
{
    const auto found = steps.find(hash);
    return found == steps.end() ? 0 : found->second;
}

/// Finds the heaviest words, and makes the vectors of words and title.
template <typename Rarity>
void weighWords(StoryVectors *vectors, const Vector &counts, Rarity rarity)
{
    vectors->words = weighted(counts, rarity);
    Vector title;
    for (const quint32 word : vectors->titleWords)
        title.push_back({word, 1});
    vectors->title = weighted(std::move(title), rarity);

    Vector order = vectors->words;
    const size_t heavy = std::min(order.size(), heavyTerms);
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(heavy), order.end(),
                      [](const Weight &a, const Weight &b) {
                          return a.value != b.value ? a.value > b.value : a.hash < b.hash;
                      });
    vectors->heaviest.clear();
    vectors->compared.clear();
    for (size_t i = 0; i < heavy; ++i) {
        vectors->heaviest.push_back({order[i].hash, rarity(order[i].hash)});
        if (i < StoryVectors::comparedTerms)
            vectors->compared.push_back(order[i].hash);
    }
    vectors->compared = ascending(std::move(vectors->compared));
}

} // namespace

int StoryReference::stepOf(int articles)
{
    int step = 0;
    for (int least = firstStep; articles >= least; least *= 2)
        ++step;
    return step;
}

float StoryReference::rarity(int step) const
{
    const auto middle = [](int of) { return of == 0 ? 1.0F : 1.4F * float(firstStep << (of - 1)); };
    return std::max(0.0F, std::log((middle(sizeStep) + smoothing) / (middle(step) + 0.5F)));
}

StoryCounts::Part StoryCounts::Part::of(const StoryVectors &article)
{
    Part part;
    for (const Weight &name : article.nameCounts)
        part.names.push_back(name.hash);
    for (const Weight &word : article.wordCounts)
        part.words.push_back(word.hash);
    return part;
}

void StoryCounts::count(const Part &part, int by)
{
    m_articles += by;
    m_reference.sizeStep = StoryReference::stepOf(m_articles);
    const auto add = [by](const std::vector<quint32> &hashes, std::unordered_map<quint32, int> *counts,
                          StoryReference::Steps *steps) {
        for (const quint32 hash : hashes) {
            const auto entry = counts->try_emplace(hash, 0).first;
            const int before = StoryReference::stepOf(entry->second);
            entry->second += by;
            const int after = StoryReference::stepOf(entry->second);
            if (entry->second == 0)
                counts->erase(entry);
            if (after == 0 && before > 0)
                steps->erase(hash);
            else if (after != before)
                (*steps)[hash] = after;
        }
    };
    add(part.names, &m_names, &m_reference.names);
    add(part.words, &m_words, &m_reference.words);
}

StoryVectors::StoryVectors(const StoryTerms &terms, const StoryReference &reference)
    : isThere(true)
    , day(terms.day)
    , numbers(weighted(counts(terms.numbers), [](quint32) { return 1.0F; }))
    , nameCounts(counts(terms.names))
{
    for (const quint64 word : terms.title)
        titleWords.push_back(quint32(word));
    titleWords = ascending(std::move(titleWords));
    for (const quint64 name : terms.leadNames)
        leadNames.push_back(quint32(name));
    for (const quint64 shingle : terms.shingles)
        shingles.push_back(quint32(shingle));
    shingles = ascending(std::move(shingles));
    if (terms.hasBackground) {
        std::unordered_map<quint32, float> rarities;
        for (const StoryTerm &word : terms.words) {
            rarities.emplace(quint32(word.hash), backgroundRarity(word.texts));
            if (word.texts < rareWord)
                rare.push_back(quint32(word.hash));
        }
        rare = ascending(std::move(rare));
        weighWords(this, counts(terms.words), [&rarities](quint32 word) { return rarities.at(word); });
    } else {
        wordCounts = counts(terms.words);
    }
    weighAgain(reference);
}

bool StoryVectors::isTouchedBy(const StoryReference &before, const StoryReference &after) const
{
    if (before.sizeStep != after.sizeStep)
        return true;
    const auto differs = [](const Vector &terms, const StoryReference::Steps &a,
                            const StoryReference::Steps &b) {
        return std::any_of(terms.begin(), terms.end(),
                           [&](const Weight &term) { return stepIn(a, term.hash) != stepIn(b, term.hash); });
    };
    return differs(nameCounts, before.names, after.names) || differs(wordCounts, before.words, after.words);
}

void StoryVectors::weighAgain(const StoryReference &reference)
{
    names = weighted(nameCounts,
                     [&reference](quint32 name) { return reference.rarity(stepIn(reference.names, name)); });
    if (!wordCounts.empty())
        weighWords(this, wordCounts,
                   [&reference](quint32 word) { return reference.rarity(stepIn(reference.words, word)); });
}

} // namespace Lectern
