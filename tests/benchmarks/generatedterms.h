#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace Lectern::Bench {

/// Words that look like those of European news: syllables with endings, some numbers; sorted and distinct,
/// always the same.
inline std::vector<std::string> generatedTerms(size_t count)
{
    static const char *onsets[] = {"",   "b",  "c",  "d", "f", "g",  "h",  "l",  "m",  "n",
                                   "p",  "r",  "s",  "t", "v", "w",  "st", "tr", "ch", "sh",
                                   "pr", "gr", "th", "k", "j", "br", "cl", "pl", "sp", "qu"};
    static const char *nuclei[] = {"a", "e", "i", "o", "u", "ea", "ou", "ai", "io", "y"};
    static const char *codas[] = {"", "", "", "n", "r", "s", "l", "t", "nd", "st", "m", "ck", "rt", "x"};
    static const char *endings[] = {"",   "",    "",   "",     "s",     "ed", "ing",
                                    "er", "ers", "ly", "ness", "ation", "e",  "al"};
    std::mt19937 random(20261120);
    // The lesser of two draws: some syllables are far commoner than others, as in any language.
    const auto draw = [&random](const auto &list) {
        return list[std::min(random(), random()) % std::size(list)];
    };
    std::vector<std::string> terms;
    while (terms.size() < count) {
        for (size_t i = terms.size(); i < count + count / 20; ++i) {
            std::string term;
            if (random() % 20 == 0) {
                term = std::to_string(random() % 100000);
            } else {
                for (size_t syllables = 1 + random() % 3 + random() % 2; syllables > 0; --syllables)
                    term.append(draw(onsets)).append(draw(nuclei)).append(draw(codas));
                term.append(draw(endings));
            }
            terms.push_back(std::move(term));
        }
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    }
    std::shuffle(terms.begin(), terms.end(), random);
    terms.resize(count);
    std::sort(terms.begin(), terms.end());
    return terms;
}

/// Sorted terms in blocks of 16, each told by what it shares with the one before: as a dictionary in memory
/// is kept, so that a cursor over it costs what it will cost.
class FrontCodedTerms
{
public:
    explicit FrontCodedTerms(const std::vector<std::string> &terms, std::vector<quint32> ids = {})
        : m_count(terms.size())
        , m_ids(std::move(ids))
    {
        for (size_t i = 0; i < terms.size(); ++i) {
            const std::string &term = terms[i];
            size_t shared = 0;
            if (i % 16 == 0)
                m_blocks.push_back(quint32(m_bytes.size()));
            else
                while (shared < term.size() && shared < terms[i - 1].size() &&
                       term[shared] == terms[i - 1][shared])
                    ++shared;
            m_bytes += char(shared);
            m_bytes += char(term.size() - shared);
            m_bytes.append(term, shared);
        }
    }

    class Cursor
    {
    public:
        explicit Cursor(const FrontCodedTerms &terms)
            : m_terms(&terms)
        {}

        bool seek(std::string_view from)
        {
            size_t low = 0;
            size_t high = m_terms->m_blocks.size();
            while (low < high) {
                const size_t middle = (low + high) / 2;
                const char *at = m_terms->m_bytes.data() + m_terms->m_blocks[middle];
                if (std::string_view(at + 2, quint8(at[1])) <= from)
                    low = middle + 1;
                else
                    high = middle;
            }
            const size_t block = low == 0 ? 0 : low - 1;
            m_id = quint32(block * 16) - 1;
            m_at = m_terms->m_blocks.empty() ? 0 : m_terms->m_blocks[block];
            while (next())
                if (term() >= from)
                    return true;
            return false;
        }
        bool next()
        {
            if (++m_id >= m_terms->m_count)
                return false;
            const char *at = m_terms->m_bytes.data() + m_at;
            const auto shared = quint8(at[0]);
            const auto rest = quint8(at[1]);
            std::memcpy(m_term + shared, at + 2, rest);
            m_length = size_t(shared) + rest;
            m_at += 2 + rest;
            return true;
        }
        std::string_view term() const { return {m_term, m_length}; }
        quint32 id() const { return m_terms->m_ids.empty() ? m_id : m_terms->m_ids[m_id]; }

    private:
        const FrontCodedTerms *m_terms;
        size_t m_at = 0;
        quint32 m_id = 0;
        size_t m_length = 0;
        char m_term[512];
    };
    Cursor cursor() const { return Cursor(*this); }

private:
    std::string m_bytes;
    std::vector<quint32> m_blocks;
    size_t m_count;
    std::vector<quint32> m_ids;
};

} // namespace Lectern::Bench
