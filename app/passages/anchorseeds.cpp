#include "passages/anchorseeds.h"

#include <algorithm>
#include <cmath>

namespace Lectern {

namespace {

constexpr size_t mostQuoteWords = 64; ///< that vote: the rarest
constexpr size_t mostVotes = 4000;    ///< bounds the time in texts that say the same again and again

} // namespace

AnchorSeeds::AnchorSeeds(QStringView text)
    : m_text(text)
{
    m_words.reserve(size_t(text.size()) / 6);
    m_places.reserve(size_t(text.size()) / 6);
    m_stream.run(text, [this](const StreamedWord &word) {
        if (word.isPart)
            return;
        m_places.emplace_back(word.hash, quint32(m_words.size()));
        m_words.push_back(word.range);
    });
    std::sort(m_places.begin(), m_places.end());
}

std::vector<AnchorSeeds::Vote> AnchorSeeds::votes(const std::vector<quint64> &quoteWords) const
{
    struct Found
    {
        size_t first;
        size_t count;
        qint64 ordinal; ///< in the quote
    };
    std::vector<Found> found;
    for (size_t i = 0; i < quoteWords.size(); ++i) {
        const auto first = std::lower_bound(m_places.begin(), m_places.end(), std::pair(quoteWords[i], 0U));
        const auto behind = std::upper_bound(first, m_places.end(), std::pair(quoteWords[i], ~quint32(0)));
        if (first != behind)
            found.push_back({size_t(first - m_places.begin()), size_t(behind - first), qint64(i)});
    }
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return std::pair(a.count, a.ordinal) < std::pair(b.count, b.ordinal);
    });
    if (found.size() > mostQuoteWords)
        found.resize(mostQuoteWords);
    std::vector<Vote> votes;
    for (const Found &word : found) {
        if (votes.size() + word.count > mostVotes)
            break;
        const double weight = 1 / std::log2(1 + double(word.count));
        for (size_t i = word.first; i < word.first + word.count; ++i)
            votes.push_back({qint64(m_places[i].second) - word.ordinal, weight});
    }
    std::sort(votes.begin(), votes.end(), [](const Vote &a, const Vote &b) { return a.start < b.start; });
    return votes;
}

std::vector<TextRange> AnchorSeeds::placesOf(QStringView quote, size_t most)
{
    std::vector<quint64> quoteWords;
    m_stream.run(quote, [&quoteWords](const StreamedWord &word) {
        if (!word.isPart)
            quoteWords.push_back(word.hash);
    });
    const std::vector<Vote> all = votes(quoteWords);
    const auto size = qint64(quoteWords.size());
    const qint64 width = std::max<qint64>(3, size / 4);

    // The weight of all votes within a width of words, once for each vote that may begin it.
    std::vector<Vote> windows;
    double weight = 0;
    size_t end = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        while (end < all.size() && all[end].start <= all[i].start + width)
            weight += all[end++].weight;
        windows.push_back({all[i].start, weight});
        weight -= all[i].weight;
    }
    std::stable_sort(windows.begin(), windows.end(),
                     [](const Vote &a, const Vote &b) { return a.weight > b.weight; });
    std::vector<qint64> starts;
    std::vector<TextRange> places;
    for (const Vote &window : windows) {
        if (places.size() == most || window.weight < windows.front().weight / 8)
            break;
        const bool isNear = std::any_of(starts.begin(), starts.end(), [&](qint64 start) {
            return std::abs(start - window.start) <= width;
        });
        if (isNear)
            continue;
        starts.push_back(window.start);
        const auto last = qint64(m_words.size()) - 1;
        const qint64 from = std::clamp<qint64>(window.start - width, 0, last);
        const qint64 to = std::clamp<qint64>(window.start + size + 2 * width, from, last);
        places.push_back({m_words[size_t(from)].start, m_words[size_t(to)].end});
    }
    return places;
}

} // namespace Lectern
