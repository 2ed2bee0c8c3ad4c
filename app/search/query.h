#pragma once

#include "search/querynode.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

namespace Lectern {

/// How queries are read.
struct QueryOptions
{
    /// Bare words in lower case find the other forms of their stem as well.
    bool stemming = true;
    /// Every word must be spelled as it is written, and regular expressions mind capitals. Words with
    /// wildcards inside, or with ~, are folded all the same.
    bool strict = false;
    QDate today{}; ///< what "yesterday" counts from; null for the day of the call
};

/// What a person typed, as it was understood. Reading never fails: an unfinished or odd query is read as well
/// as it can be.
///
/// Words (operators in capitals only; "and" is a word)
///  - all words must occur; a bare word in lower case also in the other forms of its stem: strike finds
///    strikes. A word with a capital letter or a digit, in a phrase, or in a field but title and lede is
///    that form only;
///  - =word is that form only; =Word, with capitals, accents or marks that folding would take away, must
///    be spelled so; ==word must be spelled so, too, though it is plain;
///  - "a phrase" in any kind of quotation marks, also mismatched or not yet closed; ="A Phrase" as =Word;
///  - prefix*, *suffix, w?ld, a*b: * is any number of letters, ? is one, inside one word;
///  - word~ within one edit, or two when it has more than five letters; word~1, word~2;
///  - /regular expression/ in the text, the title or the lede, from a slash where a word begins to one
///    that ends a word; \/ is a slash inside;
///  - ^word, ^"a phrase", ^prefix* only where the text, its body or the field begins.
/// A word that breaks into several (co-operate, 日本) is a phrase of its parts.
///
/// Together
///  - -word or NOT word · OR or | (looser than AND) · ( );
///  - "a b c"~5: these words in any order, with at most five others between them in all ("a b"~ is ten);
///    a NEAR/5 b likewise, a BEFORE/5 b in this order, NEAR and BEFORE alone at ten. They bind tighter
///    than AND and stand between words, phrases, or brackets of alternatives of these; a NEAR b NEAR c is
///    both at once;
///  - count:>=3, count:3, count:>2: what stands beside it occurs so often in all.
///
/// Fields: field:word, field:"phrase", field:(a b) with title, lede, outlet, author, file (path), format
/// (ext), lang (language), tag, note; is:unread is:read is:starred is:archived has:passage has:note has:tag;
/// date:2021, 2021-09, 2021-09-28, 2021-03..2021-05, ..2021, 2020..; before:DATE after:DATE. A date may be a word: today,
/// yesterday, monday to sunday (the last one), last-week, "this month", last-7-days. An unknown field is
/// text.
///
/// Where a person may have meant it otherwise:
///  - a single quotation mark opens a phrase only where a word begins and another closes it behind a
///    word, before the next double mark, and never as the apostrophe of a known short form ('tis, 'em,
///    'n', '90s);
///  - a hyphen is NOT only where a word begins and something follows at once; elsewhere it parts words;
///  - * behind the last word of a phrase, also inside its marks, makes a prefix of it; * alone is left
///    out;
///  - ? counts only where a letter, a digit, * or another ? that counts follows at once: what? is a
///    question;
///  - ^, =, == and ~ count only where they touch what they concern; elsewhere they are signs;
///  - a slash that none closes is text, and so is a regular expression that is none; one that fits no
///    letters at all is left out;
///  - a date that is none is text; a field with nothing behind it and what has no word in it are left
///    out;
///  - marks and brackets still open are closed at the end; stray closing brackets and operators are left
///    out, and so are brackets nested deeper than Query::maxDepth;
///  - NEAR and BEFORE between anything else are read as AND; count: with nothing beside it is left out.
class Query
{
public:
    static constexpr int maxDepth = 64;
    static constexpr int maxDistance = 1000; ///< of NEAR and BEFORE, in words; more is read as this
    static constexpr int usualDistance = 10; ///< where none is said

    Query() = default;
    /// Reads what is written, and nothing more.
    static Query parse(QStringView text, const QueryOptions &options = {});
    /// Reads a text that is still being typed: when it ends right behind a letter or digit of a word (bare,
    /// or in quotation marks that are still open), that word may go on, so it is read as if `*` stood behind
    /// it, and printed so. Words with * ? or ~ and regular expressions are read as they stand, and a date or
    /// state whose name is only begun is left out.
    static Query parseTyping(QStringView text, const QueryOptions &options = {});
    /// A bag of words, none required, each once (what retrieval benchmarks send).
    static Query bagOfWords(QStringView text);
    /// What a program asks that has no text of it.
    static Query fromNode(QueryNode root);

    /// No constraint at all: every article answers.
    bool isEmpty() const { return m_empty; }
    const QueryNode &root() const { return m_root; }
    /// The canonical form: parse(toString()) == *this with default options, and dates are spelled out.
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
