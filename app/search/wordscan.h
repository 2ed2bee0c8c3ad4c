#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <string>
#include <string_view>
#include <vector>

namespace Lectern {

/// Leaps through a text to the stretches in which certain words may stand, many times as fast as the words
/// can be cut. It knows words by the ASCII letters and digits that they begin with, and takes every other
/// character that may begin a word for one of them; so it may stop in vain, but never passes one.
class WordScan final
{
public:
    void clear();
    /// Seeks this word (folded UTF-8).
    void addWord(std::string_view word);
    /// Seeks all words that begin so.
    void addBeginning(std::string_view beginning);

    /// False when what is sought does not begin with ASCII, or is too much: then all words must be cut.
    bool isUseful() const { return m_isUseful; }
    /// The next stretch with what may be one of the words, cut so that its words are those of the whole text.
    /// `from` is 0 or the end of the stretch before; empty when there is none.
    TextRange next(QStringView text, qsizetype from) const;

private:
    struct Wanted
    {
        std::string letters;  ///< lower case letters and digits, at least one
        bool isWhole = false; ///< neither letter nor digit may follow
    };

    void add(std::string_view word, bool isWhole);
    qsizetype seek(QStringView text, qsizetype from) const;
    quint32 candidates(const char16_t *text) const;
    bool mayBegin(QStringView text, qsizetype at) const;

    std::vector<Wanted> m_wanted;
    bool m_isUseful = true;
};

} // namespace Lectern
