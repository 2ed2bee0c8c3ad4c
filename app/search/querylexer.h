#pragma once

#include <QStringList>
#include <QStringView>

#include <vector>

namespace Lectern {

/// What can stand before a colon.
enum class FieldName : quint8 {
    Text,
    Title,
    Lede,
    Outlet,
    Author,
    File,
    Format,
    Language,
    Tag,
    Note,
    Date,
    Before,
    After,
    Is,
    Has,
    Count
};

/// A piece of a query as it is written. Views into the text that was cut.
struct QueryToken
{
    enum class Kind : quint8 {
        Word,   ///< what stands between spaces, brackets and quotation marks
        Quoted, ///< what stands between quotation marks, without them
        Regex,  ///< what stands between slashes, without them
        Field,  ///< title: and its kin; something follows at once
        Open,
        Close,
        Or,
        And,
        Not,
        Near ///< NEAR or BEFORE
    };
    /// What equals signs in front ask for.
    enum class Exactness : quint8 {
        Any,
        Form, ///< one sign: the word's own form, and its spelling where that says more than the folded word
        Spelling ///< two signs: its spelling
    };

    static constexpr int noNumber = -1;

    Kind kind = Kind::Word;
    FieldName field = FieldName::Text; ///< of a Field
    QStringView text;                  ///< of a Word, Quoted or Regex, without the signs around it
    Exactness exactness = Exactness::Any;
    bool atStart = false;  ///< a caret stands in front
    bool starred = false;  ///< a star stands right behind it
    bool wild = false;     ///< of a Word: * or ? stands inside
    bool growing = false;  ///< the query ends right behind a letter or digit of it, so it may go on
    bool tilde = false;    ///< a tilde stands right behind it
    int number = noNumber; ///< behind the tilde, or behind the slash of a Near; at most Query::maxDistance
    bool ordered = false;  ///< of a Near: BEFORE
};

/// Cuts queries into tokens. Brackets come out balanced and no deeper than Query::maxDepth. Never fails.
class QueryLexer final
{
public:
    explicit QueryLexer(QStringView text)
        : m_text(text)
    {}

    std::vector<QueryToken> tokens();
    /// What tokens() found odd.
    const QStringList &hints() const { return m_hints; }

private:
    using Kind = QueryToken::Kind;

    bool isDoubleMark(qsizetype at) const;
    bool isDelimiter(qsizetype at) const;
    bool endsOperand(qsizetype at) const;
    qsizetype closingSingleMark(qsizetype open);
    qsizetype closingSlash(qsizetype open);

    void put(Kind kind);
    void putOperand(QueryToken token);
    void takeSignsInFront();
    void forgetSigns();
    bool takeQuoted();
    bool takeRegex();
    bool takeField();
    bool takeOperator(QStringView word);
    void takeWord();
    void takeTilde(QueryToken *quoted);
    void hint(const QString &text);
    void balanceBrackets();

    QStringView m_text;
    qsizetype m_at = 0;
    QueryToken m_signs; ///< what stood in front of the operand to come
    bool m_signed = false;
    qsizetype m_noSingleCloseBefore = 0; ///< so that many apostrophes are not looked at again and again
    bool m_noSlashCloses = false;        ///< likewise slashes
    std::vector<QueryToken> m_tokens;
    QStringList m_hints;
};

} // namespace Lectern
