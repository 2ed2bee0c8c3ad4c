#pragma once

#include <QtGlobal>

#include <unordered_map>

namespace Lectern {

/// In how many texts of a large general collection a word occurs, by its stem: with few articles at hand
/// their own counts say little about which words are rare. English; learnt by
/// tests/learning/learn_frequencies.
class BackgroundFrequencies
{
public:
    /// Read once, when it is first asked for. Empty for other languages than English.
    static const BackgroundFrequencies &english();

    /// Texts that were counted; 0 when there is no table.
    int textCount() const { return m_textCount; }
    /// `stem` is a hash as StoryTerms makes it. 0 for words that are in fewer than three texts.
    int frequency(quint64 stem) const;

private:
    int m_textCount = 0;
    std::unordered_map<quint64, int> m_frequencies;
};

} // namespace Lectern
