#pragma once

#include "text/partialdate.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace Lectern {

/// Which part of an article a query node looks at.
enum class QueryField : quint8 { Text, Title, Outlet, Author, Date };

/// One node of a read query.
struct QueryNode
{
    enum class Kind : quint8 {
        Nothing, ///< matches nothing and marks nothing (an empty query has no root instead)
        Term,    ///< one folded word: terms[0]
        Prefix,  ///< words that begin with terms[0]
        Phrase,  ///< terms side by side; the last is a prefix when `lastIsPrefix`
        Date,    ///< published within [from, to]
        And,
        Or,
        Not ///< one child; stands only inside an And (alone it is read as: every article without)
    };

    Kind kind = Kind::Nothing;
    QueryField field = QueryField::Text;
    QStringList terms;
    bool lastIsPrefix = false;
    QDate from; ///< null: open
    QDate to;   ///< inclusive; null: open
    std::vector<QueryNode> children;

    bool operator==(const QueryNode &) const = default;
};

/// What a person typed, as it was understood. Reading never fails: an unfinished or odd query is read as well
/// as it can be.
///
/// Grammar (operators in capitals only; "and" is a word): all words must occur · "a phrase" in any kind of
/// quotation marks, also mismatched or not yet closed · -word or NOT word · OR or | (looser than AND) · ( ) ·
/// prefix* · field:word, field:"phrase", field:(a b) with title, outlet, author, date · date:2021, 2021-09,
/// 2021-09-28, 2021-03..2021-05, ..2021, 2020.. · before:DATE after:DATE. A word that breaks into several
/// (co-operate, 日本) is a phrase of its parts. An unknown field is text.
///
/// Where a person may have meant it otherwise:
///  - a single quotation mark opens a phrase only where a word begins and another closes it behind a word,
///    before the next double mark, and never as the apostrophe of a known short form ('tis, 'em, 'n', '90s);
///  - a hyphen is NOT only where a word begins and something follows at once; elsewhere it parts words;
///  - * counts only behind a word, or behind the last one of a phrase, also inside its marks;
///  - a date that is none is text; a field with nothing behind it and what has no word in it are left out;
///  - marks and brackets still open are closed at the end; stray closing brackets and operators are left out,
///    and so are brackets nested deeper than Query::maxDepth.
class Query
{
public:
    static constexpr int maxDepth = 64;

    Query() = default;
    /// Reads what is written, and nothing more.
    static Query parse(QStringView text);
    /// Reads a text that is still being typed: when it ends right behind a letter or digit of a word (bare,
    /// or in quotation marks that are still open), that word may go on, so it is read as if `*` stood behind
    /// it, and printed so.
    static Query parseTyping(QStringView text);
    /// A bag of words, none required (what retrieval benchmarks send).
    static Query bagOfWords(QStringView text);

    /// No constraint at all: every article answers.
    bool isEmpty() const { return m_empty; }
    const QueryNode &root() const { return m_root; }
    /// The canonical form: parse(toString()) == *this.
    QString toString() const;
    /// What was read otherwise than it may have been meant, in words ("“foo:” is not a field; searched as
    /// text").
    const QStringList &hints() const { return m_hints; }
    /// The text that was read.
    const QString &source() const { return m_source; }

    bool operator==(const Query &other) const { return m_empty == other.m_empty && m_root == other.m_root; }

private:
    friend class QueryReader;

    QueryNode m_root;
    bool m_empty = true;
    /// How terms were written that do not read back as themselves: folding takes ½ apart, for one.
    QHash<QString, QString> m_spellings;
    QStringList m_hints;
    QString m_source;
};

} // namespace Lectern
