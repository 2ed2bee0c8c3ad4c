#pragma once

#include "text/wordstream.h"

#include <utility>
#include <vector>

namespace Lectern {

/// The words of one article by where they stand, to find places where many words of a quote stand in nearly
/// their order.
class AnchorSeeds
{
public:
    /// The text must outlive it.
    explicit AnchorSeeds(QStringView text);

    /// Stretches of the text (UTF-16 units) that may hold the quote, with some room around; the likeliest
    /// first, at most `most`. Rare words count more, very common ones hardly.
    std::vector<TextRange> placesOf(QStringView quote, size_t most);

private:
    struct Vote
    {
        qint64 start; ///< the ordinal of the word of the text where the quote would begin
        double weight;
    };
    std::vector<Vote> votes(const std::vector<quint64> &quoteWords) const;

    QStringView m_text;
    WordStream m_stream;
    std::vector<TextRange> m_words;
    std::vector<std::pair<quint64, quint32>> m_places; ///< hash and ordinal of every word, sorted
};

} // namespace Lectern
