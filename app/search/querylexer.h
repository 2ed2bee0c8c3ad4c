#pragma once

#include <QStringList>
#include <QStringView>

#include <vector>

namespace Lectern {

/// What can stand before a colon.
enum class FieldName : quint8 { Text, Title, Outlet, Author, Date, Before, After };

/// A piece of a query as it is written. Views into the text that was cut.
struct QueryToken
{
    enum class Kind : quint8 {
        Word,   ///< what stands between spaces, brackets and quotation marks
        Quoted, ///< what stands between quotation marks, without them
        Field,  ///< title: and its kin; something follows at once
        Open,
        Close,
        Or,
        And,
        Not
    };

    Kind kind = Kind::Word;
    FieldName field = FieldName::Text; ///< of a Field
    QStringView text;                  ///< of a Word or Quoted, without stars behind it
    bool starred = false;              ///< a star stands right behind it
    bool growing = false; ///< the query ends right behind a letter or digit of it, so it may go on
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

    void put(Kind kind) { m_tokens.push_back({kind, FieldName::Text, {}, false, false}); }
    bool takeQuoted();
    bool takeField();
    void takeWord();
    void hint(const QString &text);
    void balanceBrackets();

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_noSingleCloseBefore = 0; ///< so that many apostrophes are not looked at again and again
    std::vector<QueryToken> m_tokens;
    QStringList m_hints;
};

} // namespace Lectern
