#include "search/wordsieve.h"

#include <algorithm>

namespace Lectern {

void WordSieve::clear()
{
    m_hashes.reset();
    m_firstBytes.reset();
    m_beginnings.clear();
    m_known.clear();
}

void WordSieve::addWord(std::string_view word)
{
    m_hashes.set(termHash(QByteArrayView(word.data(), qsizetype(word.size()))) % hashBits);
}

void WordSieve::addBeginning(std::string_view beginning)
{
    if (beginning.empty())
        m_firstBytes.set();
    else
        m_firstBytes.set(quint8(beginning.front()));
    m_beginnings.emplace_back(beginning);
}

bool WordSieve::beginsRight(std::string_view word) const
{
    return std::any_of(m_beginnings.begin(), m_beginnings.end(),
                       [word](const std::string &beginning) { return word.starts_with(beginning); });
}

} // namespace Lectern
