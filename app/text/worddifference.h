#pragma once

#include "base/textrange.h"

#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace Lectern {

enum class DifferenceKind : quint8 {
    Added,      ///< only the later text has it
    Dropped,    ///< only the earlier text has it
    Replaced,   ///< other words stand there
    Typographic ///< the same words written otherwise: quotation marks, dashes, spaces, case, accents (fold())
};

/// "added", "dropped", "replaced", "typographic".
QString name(DifferenceKind kind);

/// One place where two wordings of a text differ.
struct WordDifference
{
    DifferenceKind kind = DifferenceKind::Replaced;
    TextRange before; ///< UTF-16 units of the earlier text; empty, where it would stand, for Added
    TextRange after;  ///< of the later text; empty for Dropped

    bool operator==(const WordDifference &) const = default;
};

/// Two wordings of a text laid beside each other, word by word and mark by mark: the longest common
/// subsequence (Myers 1986, O(ND)). Wordings that have hardly anything in common are one Replaced.
class WordAlignment
{
public:
    WordAlignment(QStringView before, QStringView after);

    /// Ascending and apart from one another.
    const std::vector<WordDifference> &differences() const { return m_differences; }
    /// Where words of the earlier text stand in the later one; empty, at the place where they would stand,
    /// when they are gone. Ends inside words that were replaced are placed in proportion.
    TextRange mapped(TextRange before) const;

private:
    struct Token
    {
        TextRange range;
        int key = 0; ///< alike for tokens that fold alike
    };
    /// Tokens between two that are the same on both sides.
    struct Block
    {
        size_t beforeStart;
        size_t beforeEnd;
        size_t afterStart;
        size_t afterEnd;
    };
    class Tokens;

    void compare();
    void compareMiddle(Block middle);
    void tell();
    void add(DifferenceKind kind, TextRange before, TextRange after);
    void tellSpaces(TextRange before, TextRange after);
    Block blockOf(size_t token) const;
    qsizetype mappedStart(size_t token, qsizetype start) const;
    qsizetype mappedEnd(size_t token, qsizetype end) const;

    QString m_before;
    QString m_after;
    std::vector<Token> m_old;
    std::vector<Token> m_new;
    std::vector<std::pair<size_t, size_t>> m_same; ///< tokens of both, ascending
    std::vector<WordDifference> m_differences;
};

/// The differences of two wordings: WordAlignment::differences().
std::vector<WordDifference> wordDifferences(QStringView before, QStringView after);

} // namespace Lectern
