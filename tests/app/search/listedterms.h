#pragma once

#include "base/utf8.h"

#include <QtGlobal>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace Lectern {

/// A dictionary as plain as can be, and its cursor. `ids` are those of a mirrored dictionary.
class ListedTerms
{
public:
    explicit ListedTerms(std::vector<std::string> terms)
        : m_terms(std::move(terms))
    {
        std::sort(m_terms.begin(), m_terms.end());
        m_terms.erase(std::unique(m_terms.begin(), m_terms.end()), m_terms.end());
        for (size_t i = 0; i < m_terms.size(); ++i)
            m_ids.push_back(quint32(i));
    }

    /// Out of order, as only damage can make them.
    static ListedTerms unsorted(std::vector<std::string> terms)
    {
        ListedTerms result({});
        for (size_t i = 0; i < terms.size(); ++i)
            result.m_ids.push_back(quint32(i));
        result.m_terms = std::move(terms);
        return result;
    }

    ListedTerms mirror() const
    {
        std::vector<std::pair<std::string, quint32>> turned;
        for (size_t i = 0; i < m_terms.size(); ++i)
            turned.emplace_back(mirrored(m_terms[i]), quint32(i));
        std::sort(turned.begin(), turned.end());
        ListedTerms result({});
        for (auto &[term, id] : turned) {
            result.m_terms.push_back(std::move(term));
            result.m_ids.push_back(id);
        }
        return result;
    }

    const std::vector<std::string> &terms() const { return m_terms; }

    class Cursor
    {
    public:
        explicit Cursor(const ListedTerms &dictionary)
            : m_dictionary(&dictionary)
        {}

        bool seek(std::string_view from)
        {
            const auto &terms = m_dictionary->m_terms;
            m_at = size_t(std::lower_bound(terms.begin(), terms.end(), from) - terms.begin());
            return m_at < terms.size();
        }
        bool next() { return ++m_at < m_dictionary->m_terms.size(); }
        std::string_view term() const { return m_dictionary->m_terms[m_at]; }
        quint32 id() const { return m_dictionary->m_ids[m_at]; }

    private:
        const ListedTerms *m_dictionary;
        size_t m_at = 0;
    };
    Cursor cursor() const { return Cursor(*this); }

private:
    std::vector<std::string> m_terms;
    std::vector<quint32> m_ids;
};

/// A word of few different letters, so that random words are near each other; of one to four bytes a letter.
inline std::string randomTerm(std::mt19937 &random, size_t longest)
{
    static constexpr char32_t letters[] = U"abcab1\u00e4\u03b1\u4e2d\U0001f600";
    const size_t length = 1 + random() % longest;
    const size_t kinds = random() % 2 == 0 ? 3 : std::size(letters) - 1;
    std::string term;
    for (size_t i = 0; i < length; ++i)
        appendUtf8(letters[random() % kinds], &term);
    return term;
}

} // namespace Lectern
