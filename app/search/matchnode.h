#pragma once

#include "search/bits.h"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace Lectern {

/// A stretch of documents that is worked on at a time: short enough that its bitmaps stay in the nearest cache.
struct DocWindow
{
    static constexpr quint32 size = 8192;
    static constexpr size_t words = size / 64;

    quint32 base = 0; ///< a multiple of size, but for windows that are only scored
    quint32 end = 0;  ///< behind its last document: at most base + size

    static DocWindow around(quint32 doc, quint32 docCount)
    {
        const quint32 base = doc / size * size;
        return {base, std::min(docCount, base + size)};
    }
};

/// The documents of a window, a bit each.
struct WindowBits
{
    alignas(64) std::array<quint64, DocWindow::words> words{};

    bool isEmpty() const
    {
        quint64 all = 0;
        for (const quint64 word : words)
            all |= word;
        return all == 0;
    }
    quint32 count() const { return Bits::count(words.data(), words.size()); }
    bool test(quint32 bit) const { return Bits::test(words.data(), bit); }
    WindowBits &operator&=(const WindowBits &other)
    {
        for (size_t i = 0; i < words.size(); ++i)
            words[i] &= other.words[i];
        return *this;
    }
    WindowBits &operator|=(const WindowBits &other)
    {
        for (size_t i = 0; i < words.size(); ++i)
            words[i] |= other.words[i];
        return *this;
    }
    void remove(const WindowBits &other)
    {
        for (size_t i = 0; i < words.size(); ++i)
            words[i] &= ~other.words[i];
    }
};

/// Scores of the documents of a window; those not `seen` are zero, also between windows.
struct WindowScores
{
    WindowBits seen;
    std::array<float, DocWindow::size> values{};
};

/// Scores are multiples of 2^-12, so that sums of them are exact and the same in whatever order they are added.
inline float exactScore(float score)
{
    constexpr float shift = 3072.0F; // 1.5 * 2^11: then the last bit of the sum is worth 2^-12
    return (score + shift) - shift;
}

/// Part of a query on its way through one segment, window after window. Documents ascend in all calls but those of
/// nextFrom(), and scores are asked for only in the window that was matched last.
class MatchNode
{
public:
    static constexpr quint32 noDoc = 0xffffffff;

    virtual ~MatchNode() = default;
    Q_DISABLE_COPY_MOVE(MatchNode)

    /// Before this document, from `doc` on, nothing matches; noDoc when nothing follows.
    virtual quint32 nextFrom(quint32 doc) = 0;
    /// Adds what matches in the window to the bits.
    virtual void addTo(const DocWindow &window, WindowBits *bits) = 0;
    /// Leaves of the bits those that match.
    virtual void keepIn(const DocWindow &window, WindowBits *bits);
    /// The score of a document; 0 when it does not match. Ascending, in the window that was matched last.
    virtual float score(quint32 doc) = 0;
    /// At most this is the score of any document from `doc` to `*upTo`. Ascending.
    virtual float bound(quint32 doc, quint32 *upTo) = 0;
    /// At most this is the score of a document that matches, where it is dear to score; asked before score().
    virtual float boundIn(quint32 doc)
    {
        Q_UNUSED(doc)
        return std::numeric_limits<float>::max();
    }
    /// The greatest of all scores, at most.
    virtual float best() const = 0;
    /// Whether matching and scoring go their ways through the segment apart, so that scores can be added without
    /// matching first.
    virtual bool scoresApart() const { return false; }
    /// Adds the scores of documents of the window: of all `wanted`, and of others perhaps, too. Not to be mixed with
    /// score() in one window; `wanted` must have been matched, unless it scores apart.
    virtual void addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores);
    /// About how many documents match.
    virtual quint64 cost() const = 0;
    /// How many documents match, where that is known without looking.
    virtual std::optional<quint32> exactCount() const { return std::nullopt; }

protected:
    MatchNode() = default;
};

using MatchNodePtr = std::unique_ptr<MatchNode>;

} // namespace Lectern
