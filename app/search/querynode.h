#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace Lectern {

/// Which part of an article a query node looks at.
enum class QueryField : quint8 {
    Text,     ///< all of it, the title included
    Title,    ///< the words of Article::titleRange()
    Outlet,
    Author,   ///< each author by itself: no phrase runs over two
    File,     ///< the words of the file's path and of the part inside it
    Format,   ///< Source::format as one word
    Language, ///< the primary language subtag as one word ("de" for de-AT)
    Lede,     ///< the first block of the body that holds words, as a part of Text
    Tag,      ///< tags of the article and of passages kept of it
    Note,     ///< notes of passages kept of it
    Date
};

/// One node of a read query.
struct QueryNode
{
    enum class Kind : quint8 {
        Nothing,  ///< matches nothing and marks nothing (an empty query has no root instead)
        Term,     ///< one folded word: terms[0]
        Prefix,   ///< words that begin with terms[0]
        Wildcard, ///< words that `pattern` fits as a whole: * any letters, ? exactly one (a code point)
        Fuzzy,    ///< words within `distance` edits of terms[0]: insertion, deletion, replacement, transposition
                  ///< of neighbours each count one (optimal string alignment, in code points of folded words)
        Regex,    ///< `pattern` (QRegularExpression's syntax, without its slashes) fits somewhere in the text
        Phrase,   ///< terms side by side; the last is a prefix when `lastIsPrefix`
        Near,     ///< an occurrence of each child, none of which overlap, with at most `distance` words in all
                  ///< between the first and the last of them; in the order of children when `ordered`
        Date,     ///< published within [from, to]
        State,    ///< `state` holds
        Count,    ///< the positive leaves beside it in its And occur at least `count` times in all
        And,
        Or,
        Not ///< one child; stands only inside an And (alone it is read as: every article without)
    };
    enum class State : quint8 { Unread, Read, HasPassage, HasNote, HasTag, Starred, Archived };

    Kind kind = Kind::Nothing;
    QueryField field = QueryField::Text;
    QStringList terms;
    /// Of a Term: words of the same stem in the article's language count as well.
    bool stems = false;
    /// Of a Term, Prefix or Phrase: the words as written, spellings[i] for terms[i]; capitals, accents and marks
    /// must be those. Empty when folded words are enough.
    QStringList spellings;
    bool lastIsPrefix = false;
    /// Of a Term, Prefix, Wildcard, Fuzzy or Phrase: only where its field begins; for Text also where the body
    /// behind the title begins.
    bool atStart = false;
    int distance = 0; ///< Fuzzy: edits, 1 or 2. Near: words
    bool ordered = false;
    QString pattern; ///< Wildcard: folded, with * and ?. Regex: as written
    State state = State::Unread;
    int count = 0; ///< from 1
    QDate from;    ///< null: open
    QDate to;      ///< inclusive; null: open
    std::vector<QueryNode> children;

    bool operator==(const QueryNode &) const = default;
};

} // namespace Lectern
