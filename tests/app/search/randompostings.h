#pragma once

#include "search/fieldindex.h"
#include "search/fieldwriter.h"

#include <QString>

#include <random>
#include <string>
#include <vector>

namespace Lectern {

/// One document of a term as a test knows it: whole, and not packed.
struct KnownPosting
{
    quint32 doc = 0;
    quint32 code = 0;
    std::vector<quint32> positions; ///< ascending

    bool operator==(const KnownPosting &) const = default;
};
using KnownPostings = std::vector<KnownPosting>;

/// As a FieldWriter takes them.
inline TermPostings gathered(const KnownPostings &known)
{
    TermPostings postings;
    for (const KnownPosting &posting : known) {
        postings.docs.push_back(posting.doc);
        postings.codes.push_back(posting.code);
        quint32 last = 0;
        for (const quint32 position : posting.positions) {
            postings.positions.push_back(position - last);
            last = position;
        }
    }
    return postings;
}

/// All postings of a term, step by step.
inline KnownPostings readPostings(const FieldArrays &arrays, const TermInfo &info)
{
    KnownPostings known;
    for (PostingCursor cursor(arrays, info); cursor.doc() != PostingCursor::end; cursor.next()) {
        KnownPosting posting{cursor.doc(), cursor.code(), {}};
        if (arrays.hasPositions)
            cursor.positions(&posting.positions);
        known.push_back(std::move(posting));
    }
    return known;
}

/// Draws terms and their postings.
class RandomPostings
{
public:
    explicit RandomPostings(quint32 seed)
        : m_random(seed)
    {}

    quint32 below(quint32 limit) { return quint32(m_random() % limit); }
    std::mt19937 &generator() { return m_random; }

    /// So many documents of those below `docLimit`, with up to so many places in each, but now and then very
    /// many in one.
    KnownPostings postings(quint32 count, quint32 docLimit, quint32 mostPlaces)
    {
        KnownPostings known;
        const quint32 widestGap = 1U << below(12);
        quint32 left = count;
        for (quint32 doc = 0; left > 0; ++doc) {
            if (below(docLimit - doc) >= left)
                continue;
            --left;
            KnownPosting posting{doc, 0, {}};
            quint32 places = 1 + below(mostPlaces);
            if (mostPlaces > 1 && below(60) == 0)
                places += below(400);
            for (quint32 position = below(widestGap + 1); places > 0; --places) {
                posting.positions.push_back(position);
                position += 1 + below(widestGap);
            }
            posting.code = postingCode(quint32(posting.positions.size()), below(3) == 0 ? below(4) : 0);
            known.push_back(std::move(posting));
        }
        return known;
    }

    /// Letters of one to four bytes, whatever they are.
    std::string term(quint32 mostLetters)
    {
        std::u32string letters;
        for (quint32 i = 1 + below(mostLetters); i > 0; --i) {
            switch (below(8)) {
            case 0:
                letters += char32_t(0x80 + below(0x780));
                break;
            case 1:
                letters += char32_t(0x4e00 + below(0x5000));
                break;
            case 2:
                letters += char32_t(0x10000 + below(0x10000));
                break;
            default:
                letters += char32_t(U'a' + below(4));
            }
        }
        return QString::fromStdU32String(letters).toStdString();
    }

private:
    std::mt19937 m_random;
};

} // namespace Lectern
