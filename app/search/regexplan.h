#pragma once

#include "search/wildcardterms.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace Lectern {

/// A stretch of letters of some word.
struct WordPiece
{
    QString letters; ///< folded
    bool beginsWord = false;
    bool endsWord = false;

    bool operator==(const WordPiece &) const = default;
};

/// What the words of a text must hold if a regular expression matches somewhere in it, capitals aside: a
/// filter that lets too much through and never too little. (Russ Cox, "Regular Expression Matching with a
/// Trigram Index", 2012, with pieces of words for trigrams.)
struct RegexPlan
{
    enum class Kind : quint8 {
        Anything, ///< nothing is known: every text must be looked at
        Piece,    ///< some word of the text holds `piece`
        And,
        Or
    };

    Kind kind = Kind::Anything;
    WordPiece piece;
    std::vector<RegexPlan> children;

    /// For a pattern in QRegularExpression's syntax, matched with any options but
    /// ExtendedPatternSyntaxOption.
    static RegexPlan of(const QString &pattern);

    /// Whether a text satisfies the plan of which `holds` says which pieces it has.
    template <typename Holds>
    bool isSatisfied(Holds holds) const
    {
        const auto satisfied = [&holds](const RegexPlan &child) { return child.isSatisfied(holds); };
        switch (kind) {
        case Kind::Piece:
            return holds(piece);
        case Kind::And:
            return std::all_of(children.begin(), children.end(), satisfied);
        case Kind::Or:
            return std::any_of(children.begin(), children.end(), satisfied);
        case Kind::Anything:
            break;
        }
        return true;
    }

    bool operator==(const RegexPlan &) const = default;
};

/// Terms of so many bytes may have been cut (see Word), and with that have lost a piece that their word
/// holds.
inline constexpr size_t shortestCutTerm = 254;

/// Ids of the terms whose words may hold the piece, in the order of terms. Where a piece need not begin a
/// word, this looks at all terms.
template <TermSequence Cursor>
std::vector<quint32> termsWith(Cursor &cursor, const WordPiece &piece)
{
    const std::string letters = piece.letters.toStdString();
    if (piece.beginsWord)
        return wildcardTerms(cursor, piece.endsWord ? letters : letters + '*');
    std::vector<quint32> ids;
    if (!cursor.seek({}))
        return ids;
    do {
        const std::string_view term = cursor.term();
        const bool holds =
            piece.endsWord ? term.ends_with(letters) : term.find(letters) != std::string_view::npos;
        if (holds || term.size() >= shortestCutTerm)
            ids.push_back(cursor.id());
    } while (cursor.next());
    return ids;
}

} // namespace Lectern
