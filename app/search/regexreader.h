#pragma once

#include <QStringView>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Lectern {

/// A part of a regular expression, as far as it says what a text must hold.
struct RegexNode
{
    enum class Kind : quint8 {
        Empty,    ///< matches a place, no text
        Letter,   ///< one code point, `letters[0]`
        OneOf,    ///< one code point of `letters`
        Unknown,  ///< whatever text
        Sequence, ///< its children, side by side
        Choice,   ///< one of its children
        Repeat    ///< its one child, at least `minimum` times and at most `maximum`
    };
    /// More than anybody writes out.
    static constexpr int endless = 100'000;

    Kind kind = Kind::Empty;
    std::u32string letters;
    int minimum = 0;
    int maximum = 0;
    std::vector<RegexNode> children;
};

/// Reads the syntax of QRegularExpression (PCRE2, without its extended mode) as far as most people use it;
/// what else there is in it (recursion, conditions, verbs, comments among blanks) ends the reading.
class RegexReader
{
public:
    explicit RegexReader(QStringView pattern);

    /// Nothing when the pattern is broken or not understood.
    std::optional<RegexNode> read();

private:
    using Kind = RegexNode::Kind;

    RegexNode choice();
    RegexNode sequence();
    RegexNode atom();
    RegexNode group();
    RegexNode escape();
    RegexNode hexadecimal();
    RegexNode charClass();
    bool classMember(std::u32string *members, bool *isPlain);
    void repeat(RegexNode *node);
    std::optional<std::pair<int, int>> braces();

    bool atEnd() const { return m_failed || m_at >= m_pattern.size(); }
    bool sees(QLatin1String text) const;
    bool take(QLatin1String text);
    char32_t takeCodePoint();
    bool skipBehind(char16_t end);
    int takeNumber();
    RegexNode fail();

    QStringView m_pattern;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isQuoted = false; ///< between \Q and \E
    bool m_failed = false;
};

} // namespace Lectern
