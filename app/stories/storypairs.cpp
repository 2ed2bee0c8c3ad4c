#include "stories/storypairs.h"

#include "stories/backgroundfrequencies.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Lectern {

namespace {

constexpr size_t heavyTerms = 30;     ///< by which candidates are found
constexpr size_t comparedTerms = 20;  ///< of which the share in common is a feature
constexpr size_t mostPostings = 2000; ///< of a term: the rest says nothing
constexpr size_t mostCandidates = 40; ///< by heavy words
constexpr size_t mostByShingles = 20; ///< by rare runs of words
constexpr int rareShingle = 6;        ///< articles: a run of words in more is boiler-plate
constexpr int rareWord = 40;          ///< texts of twenty thousand

/// Weighted terms of one article; ascending by hash, of length 1.
struct Vector
{
    std::vector<quint64> hashes;
    std::vector<float> weights;
};

double dot(const Vector &a, const Vector &b)
{
    double sum = 0;
    for (size_t i = 0, j = 0; i < a.hashes.size() && j < b.hashes.size();) {
        if (a.hashes[i] < b.hashes[j])
            ++i;
        else if (b.hashes[j] < a.hashes[i])
            ++j;
        else
            sum += double(a.weights[i++]) * double(b.weights[j++]);
    }
    return sum;
}

template <typename Hashes>
size_t common(const Hashes &a, const Hashes &b)
{
    size_t count = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] < b[j])
            ++i;
        else if (b[j] < a[i])
            ++j;
        else {
            ++count;
            ++i;
            ++j;
        }
    }
    return count;
}

/// Learnt on labelled pairs of news (tests/learning/learn-stories), in the order of StoryFeatures.
constexpr std::array<double, StoryFeatures::Count> weights{
    10.077, 7.519, 3.476, 0.283, 1.619, -0.497, 1.655, 0.796, 2.610, -0.944, 2.130, -0.539, -1.942, 0.351};
constexpr double bias = -12.5; ///< learnt, less 0.5: what is shown as one event should be one

} // namespace

struct StoryPairs::Impl
{
    struct Entry
    {
        StoryTerms terms;
        Vector words;
        Vector names;
        Vector numbers;
        Vector title;
        std::vector<quint64> heaviest; ///< by weight, falling
        std::vector<quint64> compared; ///< the first of them, ascending
        std::vector<quint64> rare;     ///< words that few texts have, ascending
        std::vector<quint64> shared;   ///< runs of words that few other articles have as well, ascending
    };

    std::vector<Entry> entries;
    std::unordered_map<quint64, int> wordCounts;
    std::unordered_map<quint64, int> nameCounts;
    std::unordered_map<quint64, std::vector<int>> heavyPostings;
    std::unordered_map<quint64, std::vector<int>> shinglePostings; ///< of runs that two articles or more have

    double idf(quint64 word, bool hasBackground) const
    {
        const BackgroundFrequencies &background = BackgroundFrequencies::english();
        const auto own = wordCounts.find(word);
        double texts = double(entries.size());
        double with = own == wordCounts.end() ? 0 : own->second;
        if (hasBackground) {
            texts += background.textCount();
            with += background.frequency(word);
        }
        return std::max(0.0, std::log((texts + 1) / (with + 0.5)));
    }

    double nameIdf(quint64 name) const
    {
        const auto own = nameCounts.find(name);
        const double with = own == nameCounts.end() ? 0 : own->second;
        return std::log((double(entries.size()) + 200) / (with + 0.5));
    }

    template <typename Weight>
    static Vector weighted(const std::vector<StoryTerm> &terms, Weight weight)
    {
        Vector vector;
        double square = 0;
        for (const StoryTerm &term : terms) {
            const double value = (1 + std::log(double(term.count))) * weight(term.hash);
            if (value <= 0)
                continue;
            vector.hashes.push_back(term.hash);
            vector.weights.push_back(float(value));
            square += value * value;
        }
        const float length = float(std::sqrt(square));
        for (float &value : vector.weights)
            value /= length;
        return vector;
    }

    void weigh(Entry &entry)
    {
        const bool background = entry.terms.hasBackground;
        const auto byIdf = [&](quint64 word) { return idf(word, background); };
        entry.words = weighted(entry.terms.words, byIdf);
        entry.names = weighted(entry.terms.names, [&](quint64 name) { return nameIdf(name); });
        entry.numbers = weighted(entry.terms.numbers, [](quint64) { return 1.0; });
        std::vector<StoryTerm> title;
        for (const quint64 word : entry.terms.title)
            title.push_back({word, 1});
        entry.title = weighted(title, byIdf);

        std::vector<size_t> order(entry.words.hashes.size());
        std::iota(order.begin(), order.end(), size_t(0));
        const size_t heavy = std::min(order.size(), heavyTerms);
        std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(heavy), order.end(),
                          [&](size_t a, size_t b) {
                              const float x = entry.words.weights[a];
                              const float y = entry.words.weights[b];
                              return x != y ? x > y : entry.words.hashes[a] < entry.words.hashes[b];
                          });
        for (size_t i = 0; i < heavy; ++i)
            entry.heaviest.push_back(entry.words.hashes[order[i]]);
        entry.compared.assign(entry.heaviest.begin(),
                              entry.heaviest.begin() + std::ptrdiff_t(std::min(heavy, comparedTerms)));
        std::sort(entry.compared.begin(), entry.compared.end());
        for (const quint64 word : entry.words.hashes)
            if (background && BackgroundFrequencies::english().frequency(word) < rareWord)
                entry.rare.push_back(word);
    }
};

StoryPairs::StoryPairs(std::vector<StoryTerms> articles)
    : m_impl(std::make_unique<Impl>())
{
    std::unordered_map<quint64, int> shingleCounts;
    size_t shingles = 0;
    for (const StoryTerms &terms : articles)
        shingles += terms.shingles.size();
    shingleCounts.reserve(shingles);
    for (StoryTerms &terms : articles) {
        for (const StoryTerm &word : terms.words)
            ++m_impl->wordCounts[word.hash];
        for (const StoryTerm &name : terms.names)
            ++m_impl->nameCounts[name.hash];
        for (const quint64 shingle : terms.shingles)
            ++shingleCounts[shingle];
        m_impl->entries.emplace_back().terms = std::move(terms);
    }
    for (int i = 0; i < count(); ++i) {
        Impl::Entry &entry = m_impl->entries[size_t(i)];
        m_impl->weigh(entry);
        for (const quint64 word : entry.heaviest)
            if (m_impl->heavyPostings[word].size() < mostPostings)
                m_impl->heavyPostings[word].push_back(i);
        for (const quint64 shingle : entry.terms.shingles) {
            const int articlesWith = shingleCounts[shingle];
            if (articlesWith < 2 || articlesWith > rareShingle)
                continue;
            m_impl->shinglePostings[shingle].push_back(i);
            entry.shared.push_back(shingle);
        }
    }
}

StoryPairs::~StoryPairs() = default;

int StoryPairs::count() const
{
    return int(m_impl->entries.size());
}

const StoryTerms &StoryPairs::terms(int article) const
{
    return m_impl->entries[size_t(article)].terms;
}

std::vector<int> StoryPairs::candidates(int article) const
{
    const Impl::Entry &entry = m_impl->entries[size_t(article)];
    const auto best = [&](const std::unordered_map<int, double> &scores, size_t most,
                          std::vector<int> *found) {
        std::vector<std::pair<double, int>> order;
        for (const auto &[other, score] : scores)
            if (other != article)
                order.push_back({-score, other});
        std::sort(order.begin(), order.end());
        for (size_t i = 0; i < std::min(most, order.size()); ++i)
            found->push_back(order[i].second);
    };
    std::vector<int> found;
    std::unordered_map<int, double> byWords;
    for (const quint64 word : entry.heaviest) {
        const double weight = m_impl->idf(word, entry.terms.hasBackground);
        for (const int other : m_impl->heavyPostings.at(word))
            byWords[other] += weight;
    }
    best(byWords, mostCandidates, &found);
    std::unordered_map<int, double> byShingles;
    for (const quint64 shingle : entry.shared)
        for (const int other : m_impl->shinglePostings.at(shingle))
            byShingles[other] += 1;
    best(byShingles, mostByShingles, &found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

StoryFeatures StoryPairs::compare(int first, int second) const
{
    using F = StoryFeatures;
    const Impl::Entry &a = m_impl->entries[size_t(first)];
    const Impl::Entry &b = m_impl->entries[size_t(second)];
    StoryFeatures features;
    auto &values = features.values;
    values[F::Words] = std::sqrt(dot(a.words, b.words));
    values[F::Names] = std::sqrt(dot(a.names, b.names));
    values[F::Numbers] = std::sqrt(dot(a.numbers, b.numbers));
    values[F::Title] = std::sqrt(dot(a.title, b.title));
    values[F::Heaviest] = double(common(a.compared, b.compared)) / double(comparedTerms);

    const auto titleIn = [](const Impl::Entry &title, const Impl::Entry &text) {
        if (title.terms.title.empty())
            return 0.0;
        return double(common(title.terms.title, text.words.hashes)) / double(title.terms.title.size());
    };
    values[F::TitleInText] = (titleIn(a, b) + titleIn(b, a)) / 2;

    const size_t shared = common(a.shared, b.shared);
    values[F::Shingles] = std::log1p(double(shared)) / 4;
    const size_t shorter = std::min(a.terms.shingles.size(), b.terms.shingles.size());
    values[F::Contained] = shorter > 0 ? double(shared) / double(shorter) : 0;

    const auto missing = [](const Impl::Entry &lead, const Impl::Entry &text) {
        if (lead.terms.leadNames.empty())
            return 0.5;
        size_t lacks = 0;
        for (const quint64 name : lead.terms.leadNames)
            lacks += !std::binary_search(text.names.hashes.begin(), text.names.hashes.end(), name);
        return double(lacks) / double(lead.terms.leadNames.size());
    };
    const double inB = missing(a, b);
    const double inA = missing(b, a);
    values[F::LeadMissingMost] = std::max(inA, inB);
    values[F::LeadMissingLeast] = std::min(inA, inB);

    if (!a.terms.day.isValid() || !b.terms.day.isValid()) {
        values[F::Undated] = 1;
    } else {
        const qint64 days = std::abs(a.terms.day.daysTo(b.terms.day));
        values[days <= 3 ? F::SameDays : days <= 33 ? F::NearDays : F::FarDays] = 1;
    }
    features.sharedNames = int(common(a.names.hashes, b.names.hashes));
    features.rareWords = int(common(a.rare, b.rare));
    return features;
}

double StoryPairs::logOdds(const StoryFeatures &features)
{
    return std::inner_product(weights.begin(), weights.end(), features.values.begin(), bias);
}

} // namespace Lectern
