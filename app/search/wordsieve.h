#pragma once

#include "text/wordstream.h"

#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Lectern {

/// Tells of the words of a text which steps of a query they fit, so that a word that fits none costs a look
/// at its hash and its first letters. What a word fits is found out once and then kept.
class WordSieve final
{
public:
    using Steps = std::vector<size_t>;

    /// Forgets everything: no word matters.
    void clear();
    /// This word matters (folded UTF-8).
    void addWord(std::string_view word);
    /// All words that begin so matter; all words whatever when `beginning` is empty.
    void addBeginning(std::string_view beginning);

    /// Whether a word may fit a step at all.
    bool mayMatter(const StreamedWord &word) const
    {
        if (m_hashes[word.hash % hashBits])
            return true;
        return m_firstBytes[quint8(*word.term)] && beginsRight({word.term, word.length});
    }
    /// The steps that a word fits, as findOut(std::string_view) says when the word was not seen before.
    template <typename FindOut>
    const Steps &steps(const StreamedWord &word, FindOut findOut)
    {
        const HashedWord key{{word.term, word.length}, word.hash};
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
        if (m_known.size() >= mostWordsKnown)
            m_known.clear();
        return m_known.emplace(std::string(key.word), findOut(key.word)).first->second;
    }

private:
    /// More different words than an article of usual length has; then what is known of them is forgotten.
    static constexpr size_t mostWordsKnown = 100'000;
    static constexpr size_t hashBits = 4096;

    struct HashedWord
    {
        std::string_view word;
        quint64 hash;
    };
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(const std::string &word) const
        {
            return termHash(QByteArrayView(word.data(), qsizetype(word.size())));
        }
        size_t operator()(const HashedWord &word) const { return word.hash; }
    };
    struct Equal
    {
        using is_transparent = void;
        bool operator()(const std::string &a, const std::string &b) const { return a == b; }
        bool operator()(const HashedWord &a, const std::string &b) const { return a.word == b; }
        bool operator()(const std::string &a, const HashedWord &b) const { return a == b.word; }
    };

    bool beginsRight(std::string_view word) const;

    std::bitset<hashBits> m_hashes; ///< of single words
    std::bitset<256> m_firstBytes;  ///< of beginnings
    std::vector<std::string> m_beginnings;
    std::unordered_map<std::string, Steps, Hash, Equal> m_known;
};

} // namespace Lectern
