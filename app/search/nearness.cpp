#include "search/nearness.h"

#include "search/nearchains.h"
#include "search/nearchoice.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

namespace Lectern {

namespace {

constexpr quint32 unreachable = NearChains::unreachable;

/// Goes through the spans of all parts, ascending by their ends.
class Sweep
{
public:
    struct Step
    {
        size_t part = 0;
        size_t index = 0;
        WordSpan span;
    };

    explicit Sweep(NearParts parts)
        : m_parts(parts)
        , m_at(parts.size(), 0)
    {}

    std::optional<Step> next()
    {
        std::optional<Step> step;
        for (size_t part = 0; part < m_parts.size(); ++part) {
            if (m_at[part] == m_parts[part].size())
                continue;
            const WordSpan span = m_parts[part][m_at[part]];
            if (!step || span.last < step->span.last)
                step = {part, m_at[part], span};
        }
        if (step)
            ++m_at[step->part];
        return step;
    }

private:
    NearParts m_parts;
    std::vector<size_t> m_at;
};

/// Finds the ends of combinations while a sweep goes on. What began before the last match is forgotten.
class Finder
{
public:
    virtual ~Finder() = default;
    /// Whether a near combination ends with this span.
    virtual bool take(const Sweep::Step &step) = 0;
    virtual void forget() = 0;
};

class OrderedFinder final : public Finder
{
public:
    OrderedFinder(size_t parts, quint32 distance)
        : m_distance(distance)
        , m_chains(parts)
    {}

    bool take(const Sweep::Step &step) override
    {
        quint32 gaps = 0;
        if (step.part > 0)
            gaps = m_chains[step.part - 1].gapsBefore(step.span.first);
        if (gaps == unreachable || gaps > m_distance)
            return false;
        m_chains[step.part].add({step.span.last, gaps});
        return step.part + 1 == m_chains.size();
    }

    void forget() override
    {
        for (NearChains &chains : m_chains)
            chains.clear();
    }

private:
    quint32 m_distance;
    std::vector<NearChains> m_chains;
};

/// Two parts in any order.
class PairFinder final : public Finder
{
public:
    explicit PairFinder(quint32 distance)
        : m_distance(distance)
    {}

    bool take(const Sweep::Step &step) override
    {
        const quint32 gaps = m_ends[1 - step.part].gapsBefore(step.span.first);
        m_ends[step.part].add({step.span.last, 0});
        return gaps != unreachable && gaps <= m_distance;
    }

    void forget() override
    {
        m_ends[0].clear();
        m_ends[1].clear();
    }

private:
    quint32 m_distance;
    NearChains m_ends[2];
};

/// More than two parts in any order.
class ChoiceFinder final : public Finder
{
public:
    ChoiceFinder(NearParts parts, quint32 distance)
        : m_choice(parts, distance)
        , m_latest(parts.size())
    {}

    bool take(const Sweep::Step &step) override
    {
        m_end = step.span.last;
        if (step.span.first < m_from)
            return false;
        m_latest[step.part] = step.span.last;
        const quint32 stretch = m_choice.stretch();
        const quint32 from = std::max(m_from, m_end + 1 > stretch ? m_end + 1 - stretch : 0);
        const bool allSeen =
            std::all_of(m_latest.begin(), m_latest.end(),
                        [from](std::optional<quint32> last) { return last && *last >= from; });
        return allSeen && m_choice.holds(from, m_end);
    }

    void forget() override { m_from = m_end + 1; }

private:
    NearChoice m_choice;
    std::vector<std::optional<quint32>> m_latest; ///< of each part, where its last span ended
    quint32 m_from = 0;
    quint32 m_end = 0;
};

std::unique_ptr<Finder> finder(NearParts parts, quint32 distance, NearOrder order)
{
    if (order == NearOrder::AsGiven || parts.size() == 1)
        return std::make_unique<OrderedFinder>(parts.size(), distance);
    if (parts.size() == 2)
        return std::make_unique<PairFinder>(distance);
    return std::make_unique<ChoiceFinder>(parts, distance);
}

/// Counts as far as `limit`.
quint32 count(NearParts parts, quint32 distance, NearOrder order, quint32 limit)
{
    if (parts.empty() || std::any_of(parts.begin(), parts.end(),
                                     [](const std::vector<WordSpan> &part) { return part.empty(); }))
        return 0;
    const std::unique_ptr<Finder> ends = finder(parts, distance, order);
    Sweep sweep(parts);
    quint32 found = 0;
    quint32 from = 0;
    while (const std::optional<Sweep::Step> step = sweep.next()) {
        if (step->span.first < from || !ends->take(*step))
            continue;
        if (++found == limit)
            break;
        from = step->span.last + 1;
        ends->forget();
    }
    return found;
}

/// Of every span the fewest words between the spans of a chain that ends with it.
std::vector<std::vector<quint32>> chainGaps(NearParts parts)
{
    std::vector<std::vector<quint32>> gaps;
    for (const std::vector<WordSpan> &part : parts)
        gaps.emplace_back(part.size(), 0);
    for (size_t part = 1; part < parts.size(); ++part) {
        NearChains chains;
        for (size_t i = 0; i < parts[part - 1].size(); ++i) {
            if (gaps[part - 1][i] != unreachable)
                chains.add({parts[part - 1][i].last, gaps[part - 1][i]});
        }
        for (size_t i = 0; i < parts[part].size(); ++i)
            gaps[part][i] = chains.gapsBefore(parts[part][i].first);
    }
    return gaps;
}

/// The same parts read from the end of the text: the order of parts, of spans and of positions turned round.
/// `places` gets the index that each turned span had.
std::vector<std::vector<WordSpan>> turned(NearParts parts, std::vector<std::vector<size_t>> *places)
{
    constexpr quint32 mirror = unreachable - 1;
    std::vector<std::vector<WordSpan>> result;
    for (size_t part = parts.size(); part-- > 0;) {
        std::vector<size_t> order(parts[part].size());
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(), [&spans = parts[part]](size_t a, size_t b) {
            return spans[a].first != spans[b].first ? spans[a].first > spans[b].first
                                                    : spans[a].last > spans[b].last;
        });
        result.emplace_back();
        for (const size_t i : order)
            result.back().push_back({mirror - parts[part][i].last, mirror - parts[part][i].first});
        places->push_back(std::move(order));
    }
    return result;
}

std::vector<std::vector<bool>> orderedMembers(NearParts parts, quint32 distance)
{
    const std::vector<std::vector<quint32>> before = chainGaps(parts);
    std::vector<std::vector<size_t>> places;
    const std::vector<std::vector<WordSpan>> backwards = turned(parts, &places);
    const std::vector<std::vector<quint32>> behind = chainGaps(backwards);
    std::vector<std::vector<bool>> members;
    for (size_t part = 0; part < parts.size(); ++part) {
        members.emplace_back(parts[part].size(), false);
        const size_t mirrored = parts.size() - 1 - part;
        for (size_t i = 0; i < places[mirrored].size(); ++i) {
            const size_t index = places[mirrored][i];
            members[part][index] =
                quint64(before[part][index]) + quint64(behind[mirrored][i]) <= quint64(distance);
        }
    }
    return members;
}

} // namespace

bool nearHolds(NearParts parts, quint32 distance, NearOrder order)
{
    return count(parts, distance, order, 1) > 0;
}

quint32 nearCount(NearParts parts, quint32 distance, NearOrder order)
{
    return count(parts, distance, order, unreachable);
}

std::vector<std::vector<bool>> nearMembers(NearParts parts, quint32 distance, NearOrder order)
{
    if (order == NearOrder::AsGiven || parts.size() < 2)
        return orderedMembers(parts, distance);
    if (parts.size() == 2) {
        std::vector<std::vector<bool>> members = orderedMembers(parts, distance);
        const std::vector<std::vector<WordSpan>> swapped = {parts[1], parts[0]};
        const std::vector<std::vector<bool>> others = orderedMembers(swapped, distance);
        for (size_t part = 0; part < 2; ++part) {
            for (size_t i = 0; i < members[part].size(); ++i)
                members[part][i] = members[part][i] || others[1 - part][i];
        }
        return members;
    }

    NearChoice choice(parts, distance);
    std::vector<std::vector<bool>> members;
    for (const std::vector<WordSpan> &part : parts)
        members.emplace_back(part.size(), false);
    Sweep sweep(parts);
    while (const std::optional<Sweep::Step> step = sweep.next()) {
        const quint32 stretch = choice.stretch();
        const quint32 earliest = step->span.last + 1 > stretch ? step->span.last + 1 - stretch : 0;
        for (quint32 from = earliest; from <= step->span.first && !members[step->part][step->index]; ++from)
            members[step->part][step->index] = choice.holds(from, from + stretch - 1, step->part, step->span);
    }
    return members;
}

namespace {

/// Walks both lists at once; positions that both hold serve either, but not both at once.
quint32 countPairs(std::span<const quint32> a, std::span<const quint32> b, quint32 distance, NearOrder order,
                   quint32 limit)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min() / 2;
    qint64 lastA = none;
    qint64 lastB = none;
    quint32 found = 0;
    size_t i = 0;
    size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const bool takesA = j == b.size() || (i < a.size() && a[i] <= b[j]);
        const bool takesB = i == a.size() || (j < b.size() && b[j] <= a[i]);
        const auto position = qint64(takesA ? a[i] : b[j]);
        i += takesA ? 1 : 0;
        j += takesB ? 1 : 0;
        const bool pairs = (takesB && position - lastA - 1 <= qint64(distance)) ||
                           (takesA && order == NearOrder::Any && position - lastB - 1 <= qint64(distance));
        if (pairs) {
            if (++found == limit)
                return found;
            lastA = none;
            lastB = none;
            continue;
        }
        if (takesA)
            lastA = position;
        if (takesB)
            lastB = position;
    }
    return found;
}

} // namespace

bool nearHolds(std::span<const quint32> a, std::span<const quint32> b, quint32 distance, NearOrder order)
{
    return countPairs(a, b, distance, order, 1) > 0;
}

quint32 nearCount(std::span<const quint32> a, std::span<const quint32> b, quint32 distance, NearOrder order)
{
    return countPairs(a, b, distance, order, unreachable);
}

bool nearHoldsByGaps(std::span<const quint32> a, std::span<const quint32> b, quint32 distance,
                     NearOrder order)
{
    if (a.empty() || b.empty())
        return false;
    const quint32 reach = distance + 1;
    const bool isAny = order == NearOrder::Any;
    size_t i = 0;
    size_t j = 0;
    quint32 first = a[0];
    quint32 second = b[0];
    for (;;) {
        if (first < second) {
            if (second - first <= reach)
                return true;
            if (++i == a.size())
                return false;
            first += a[i];
        } else if (second < first) {
            if (isAny && first - second <= reach)
                return true;
            if (++j == b.size())
                return false;
            second += b[j];
        } else { // of one place twice the next one is the other
            const bool hasFirst = ++i < a.size();
            const bool hasSecond = ++j < b.size();
            if ((hasSecond && b[j] <= reach) || (isAny && hasFirst && a[i] <= reach))
                return true;
            if (!hasFirst || !hasSecond)
                return false;
            first += a[i];
            second += b[j];
        }
    }
}

} // namespace Lectern
