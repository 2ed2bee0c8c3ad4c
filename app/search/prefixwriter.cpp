#include "search/prefixwriter.h"

#include "search/bits.h"

#include <algorithm>
#include <string>

namespace Lectern {

namespace {

constexpr size_t mostLetters = 4;

/// The bytes of the first `letters` code points; empty when the term has fewer or they take more than eight bytes.
std::string_view beginning(std::string_view term, size_t letters)
{
    size_t at = 0;
    for (; letters > 0 && at < term.size(); --letters) {
        ++at;
        while (at < term.size() && (quint8(term[at]) & 0xc0) == 0x80)
            ++at;
    }
    return letters > 0 || at > 8 ? std::string_view() : term.substr(0, at);
}

struct OpenPrefix
{
    std::string letters;
    quint64 postings = 0;
};

} // namespace

void writePrefixes(FieldStorage *field)
{
    if (field->docCount < FieldArrays::fewestForBitsets)
        return;
    // First which beginnings are worth it, then their documents.
    std::vector<PrefixSet> sets;
    {
        std::array<OpenPrefix, mostLetters> open;
        const auto close = [&](OpenPrefix &prefix) {
            if (!prefix.letters.empty() && prefix.postings > field->docCount / 2)
                sets.push_back({termKey(prefix.letters), prefix.postings, 0, 0});
            prefix = {};
        };
        const FieldArrays arrays = field->arrays();
        TermCursor cursor(arrays);
        while (cursor.next()) {
            for (size_t letters = 1; letters <= mostLetters; ++letters) {
                OpenPrefix &prefix = open[letters - 1];
                const std::string_view start = beginning(cursor.term(), letters);
                if (prefix.letters != start) {
                    close(prefix);
                    prefix.letters = start;
                }
                prefix.postings += cursor.info().docCount;
            }
        }
        for (OpenPrefix &prefix : open)
            close(prefix);
    }
    std::sort(sets.begin(), sets.end(),
              [](const PrefixSet &a, const PrefixSet &b) { return a.letters < b.letters; });

    const size_t words = Bits::wordsFor(field->docCount);
    std::vector<quint64> bitsets(sets.size() * words);
    const auto firstBitset = quint32(field->bitsets.size() / words);
    {
        const FieldArrays arrays = field->arrays();
        const FieldIndex index(arrays);
        TermCursor cursor(arrays);
        std::vector<size_t> targets;
        while (cursor.next()) {
            targets.clear();
            for (size_t letters = 1; letters <= mostLetters; ++letters) {
                const std::string_view start = beginning(cursor.term(), letters);
                if (start.empty())
                    break;
                const auto found =
                    std::lower_bound(sets.begin(), sets.end(), termKey(start),
                                     [](const PrefixSet &set, quint64 key) { return set.letters < key; });
                if (found != sets.end() && found->letters == termKey(start))
                    targets.push_back(size_t(found - sets.begin()));
            }
            if (targets.empty())
                continue;
            if (const quint64 *own = index.bitset(cursor.info())) {
                for (const size_t target : targets)
                    for (size_t i = 0; i < words; ++i)
                        bitsets[target * words + i] |= own[i];
                continue;
            }
            // The longest beginning takes them; the shorter ones take all of its set afterwards.
            quint64 *const bits = bitsets.data() + targets.back() * words;
            for (PostingCursor postings(arrays, cursor.info()); postings.doc() != PostingCursor::end;) {
                const std::span<const quint32> docs = postings.blockDocs();
                for (const quint32 doc : docs)
                    Bits::set(bits, doc);
                postings.skip(quint32(docs.size()));
            }
        }
    }
    // Beginnings come before what begins with them, so from the last to the first each is complete when it is handed on.
    for (size_t i = sets.size(); i-- > 0;) {
        PrefixSet &set = sets[i];
        set.bitset = firstBitset + quint32(i);
        set.docs = Bits::count(bitsets.data() + i * words, words);
        quint64 mask = ~quint64(0);
        for (size_t bytes = 7; bytes >= 1; --bytes) {
            mask <<= 8;
            const quint64 shorter = set.letters & mask;
            if (shorter == set.letters)
                continue;
            const auto found = std::lower_bound(sets.begin(), sets.begin() + qptrdiff(i), shorter,
                                                [](const PrefixSet &s, quint64 key) { return s.letters < key; });
            if (found == sets.begin() + qptrdiff(i) || found->letters != shorter)
                continue;
            const size_t target = size_t(found - sets.begin());
            for (size_t w = 0; w < words; ++w)
                bitsets[target * words + w] |= bitsets[i * words + w];
            break;
        }
    }
    field->bitsets.insert(field->bitsets.end(), bitsets.begin(), bitsets.end());
    field->prefixes = std::move(sets);
}

} // namespace Lectern
