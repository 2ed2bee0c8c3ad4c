#include "stories/storypairs.h"

#include "stories/backgroundfrequencies.h"
#include "stories/shingletable.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace Lectern {

namespace {

constexpr float leastShared = 11; ///< rarity of the heavy words that candidates share
constexpr int rareShingle = 6;    ///< articles: a run of words in more is boiler-plate
constexpr int copiedShingle = 50; ///< articles: copies are not looked for by a run of words in more
constexpr quint32 sampling = 8;   ///< of so many runs of words, one is looked up
constexpr int fewestCopied = 3;   ///< runs of the sample
constexpr size_t fewestRuns = 36; ///< of a text of forty words
constexpr double copied = 0.5;    ///< share of a text that another has

using Weight = StoryVectors::Weight;
using Vector = StoryVectors::Vector;

bool isSampled(quint32 shingle)
{
    return shingle % sampling == 0;
}

double dot(const Vector &a, const Vector &b)
{
    double sum = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].hash < b[j].hash)
            ++i;
        else if (b[j].hash < a[i].hash)
            ++j;
        else
            sum += double(a[i++].value) * double(b[j++].value);
    }
    return sum;
}

quint32 hashOf(quint32 hash)
{
    return hash;
}

quint32 hashOf(const Weight &term)
{
    return term.hash;
}

/// Calls `with` for each hash that both have; both are ascending.
template <typename A, typename B, typename With>
void forCommon(const A &a, const B &b, With with)
{
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (hashOf(a[i]) < hashOf(b[j]))
            ++i;
        else if (hashOf(b[j]) < hashOf(a[i]))
            ++j;
        else {
            with(hashOf(a[i]));
            ++i;
            ++j;
        }
    }
}

template <typename A, typename B>
int common(const A &a, const B &b)
{
    int count = 0;
    forCommon(a, b, [&count](quint32) { ++count; });
    return count;
}

/// Learnt on labelled pairs of news (tests/learning/learn-stories), in the order of StoryFeatures.
constexpr std::array<double, StoryFeatures::Count> weights{
    8.537, 7.133, 3.646, 0.004, 2.890, 0.149, 1.158, 2.039, 2.449, -1.012, 2.112, -0.549, -1.859, 0.296};
constexpr double bias = -11.750; ///< learnt, less 0.5: what is shown as one event should be one

} // namespace

struct StoryPairs::Impl
{
    using Entry = StoryVectors;

    std::vector<Entry> entries;
    std::vector<int> unused; ///< numbers
    std::unordered_map<quint32, std::vector<int>> heavyPostings;
    ShingleTable shingles;
    StoryReference reference;
    std::vector<int> changed;

    void post(int number)
    {
        for (const Weight &word : entries[size_t(number)].heaviest)
            heavyPostings[word.hash].push_back(number);
    }

    void unpost(int number)
    {
        for (const Weight &word : entries[size_t(number)].heaviest) {
            std::vector<int> &postings = heavyPostings[word.hash];
            postings.erase(std::find(postings.begin(), postings.end(), number));
        }
    }

    void noteChange(quint32 shingle)
    {
        shingles.forEach(shingle, [this](int article) { changed.push_back(article); });
    }

    /// How many runs of words both have that are no boiler-plate: of those in the sample this is known, of
    /// the others a like share is.
    double sharedRuns(const Entry &a, const Entry &b) const
    {
        int all = 0;
        int sampled = 0;
        int rare = 0;
        forCommon(a.shingles, b.shingles, [&](quint32 shingle) {
            ++all;
            if (!isSampled(shingle))
                return;
            ++sampled;
            rare += shingles.count(shingle) <= rareShingle;
        });
        return sampled == 0 ? all : double(all) * rare / sampled;
    }
};

StoryPairs::StoryPairs()
    : m_impl(std::make_unique<Impl>())
{}

StoryPairs::StoryPairs(const std::vector<StoryTerms> &articles)
    : StoryPairs()
{
    StoryCounts counts;
    for (const StoryTerms &terms : articles)
        counts.add(StoryCounts::Part::of(vectors(add(terms))));
    setReference(counts.reference());
    m_impl->changed.clear();
}

StoryPairs::~StoryPairs() = default;

int StoryPairs::add(const StoryTerms &terms)
{
    int number = limit();
    if (m_impl->unused.empty()) {
        m_impl->entries.emplace_back();
    } else {
        number = m_impl->unused.back();
        m_impl->unused.pop_back();
    }
    Impl::Entry &entry = m_impl->entries[size_t(number)];
    entry = StoryVectors(terms, m_impl->reference);
    m_impl->post(number);
    for (const quint32 shingle : entry.shingles) {
        if (!isSampled(shingle))
            continue;
        if (m_impl->shingles.count(shingle) == rareShingle)
            m_impl->noteChange(shingle);
        m_impl->shingles.add(shingle, number);
    }
    return number;
}

void StoryPairs::remove(int article)
{
    Impl::Entry &entry = m_impl->entries[size_t(article)];
    m_impl->unpost(article);
    for (const quint32 shingle : entry.shingles) {
        if (!isSampled(shingle))
            continue;
        m_impl->shingles.remove(shingle, article);
        if (m_impl->shingles.count(shingle) == rareShingle)
            m_impl->noteChange(shingle);
    }
    entry = {};
    m_impl->unused.push_back(article);
}

void StoryPairs::setReference(StoryReference reference)
{
    if (reference == m_impl->reference)
        return;
    for (int article = 0; article < limit(); ++article) {
        Impl::Entry &entry = m_impl->entries[size_t(article)];
        if (!entry.isThere || !entry.isTouchedBy(m_impl->reference, reference))
            continue;
        m_impl->unpost(article);
        entry.weighAgain(reference);
        m_impl->post(article);
        m_impl->changed.push_back(article);
    }
    m_impl->reference = std::move(reference);
}

std::vector<int> StoryPairs::takeChanged()
{
    std::vector<int> changed = std::exchange(m_impl->changed, {});
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

int StoryPairs::limit() const
{
    return int(m_impl->entries.size());
}

const StoryVectors &StoryPairs::vectors(int article) const
{
    return m_impl->entries[size_t(article)];
}

std::vector<int> StoryPairs::candidates(int article) const
{
    const Impl::Entry &entry = m_impl->entries[size_t(article)];
    std::vector<float> shared(m_impl->entries.size());
    std::vector<int> found;
    for (const Weight &word : entry.heaviest) {
        for (const int other : m_impl->heavyPostings.at(word.hash)) {
            float &sum = shared[size_t(other)];
            const bool was = sum >= leastShared;
            sum += word.value;
            if (!was && sum >= leastShared)
                found.push_back(other);
        }
    }
    for (const quint32 shingle : entry.shingles)
        if (isSampled(shingle) && m_impl->shingles.count(shingle) <= rareShingle)
            m_impl->shingles.forEach(shingle, [&](int other) {
                if (shared[size_t(other)] < leastShared) {
                    shared[size_t(other)] = leastShared;
                    found.push_back(other);
                }
            });
    std::sort(found.begin(), found.end());
    found.erase(std::remove(found.begin(), found.end(), article), found.end());
    return found;
}

std::vector<StoryCopy> StoryPairs::copies(int article) const
{
    const Impl::Entry &entry = m_impl->entries[size_t(article)];
    std::unordered_map<int, int> shared;
    for (const quint32 shingle : entry.shingles) {
        const int with = isSampled(shingle) ? m_impl->shingles.count(shingle) : 0;
        if (with > 1 && with <= copiedShingle)
            m_impl->shingles.forEach(shingle, [&shared](int other) { ++shared[other]; });
    }
    std::vector<StoryCopy> found;
    for (const auto &[other, count] : shared) {
        if (other == article || count < fewestCopied)
            continue;
        const Impl::Entry &with = m_impl->entries[size_t(other)];
        const size_t shorter = std::min(entry.shingles.size(), with.shingles.size());
        const double contained = double(common(entry.shingles, with.shingles)) / double(shorter);
        // Of a few words only the whole text tells anything.
        const bool isLong =
            shorter >= fewestRuns || (contained >= 1 && entry.shingles.size() == with.shingles.size());
        if (contained >= copied && isLong)
            found.push_back({other, contained});
    }
    std::sort(found.begin(), found.end(),
              [](const StoryCopy &a, const StoryCopy &b) { return a.article < b.article; });
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
    values[F::Heaviest] = double(common(a.compared, b.compared)) / double(StoryVectors::comparedTerms);

    const auto titleIn = [](const Impl::Entry &title, const Impl::Entry &text) {
        return title.title.empty() ? 0.0
                                   : double(common(title.title, text.words)) / double(title.title.size());
    };
    values[F::TitleInText] = (titleIn(a, b) + titleIn(b, a)) / 2;

    const double shared = m_impl->sharedRuns(a, b);
    values[F::Shingles] = std::log1p(shared) / 4;
    const size_t shorter = std::min(a.shingles.size(), b.shingles.size());
    values[F::Contained] = shorter > 0 ? shared / double(shorter) : 0;

    const auto missing = [](const Impl::Entry &lead, const Impl::Entry &text) {
        if (lead.leadNames.empty())
            return 0.5;
        size_t lacks = 0;
        for (const quint32 name : lead.leadNames)
            lacks += !std::binary_search(
                text.names.begin(), text.names.end(), Weight{name, 0},
                [](const Weight &one, const Weight &other) { return one.hash < other.hash; });
        return double(lacks) / double(lead.leadNames.size());
    };
    const double inB = missing(a, b);
    const double inA = missing(b, a);
    values[F::LeadMissingMost] = std::max(inA, inB);
    values[F::LeadMissingLeast] = std::min(inA, inB);

    if (!a.day.isValid() || !b.day.isValid()) {
        values[F::Undated] = 1;
    } else {
        const qint64 days = std::abs(a.day.daysTo(b.day));
        values[days <= 3 ? F::SameDays : days <= 33 ? F::NearDays : F::FarDays] = 1;
    }
    features.sharedNames = common(a.names, b.names);
    features.rareWords = common(a.rare, b.rare);
    return features;
}

double StoryPairs::logOdds(const StoryFeatures &features)
{
    return std::inner_product(weights.begin(), weights.end(), features.values.begin(), bias);
}

} // namespace Lectern
