#pragma once

#include "search/query.h"
#include "search/querylexer.h"
#include "search/valuereader.h"

#include <vector>

namespace Lectern {

/// Makes a node of one word, phrase or regular expression.
class OperandReader final
{
public:
    using MaybeNode = ValueReader::MaybeNode;

    /// What is odd goes to `hints`, which must outlive it.
    OperandReader(const QueryOptions &options, ReadingMode mode, QStringList *hints);

    MaybeNode read(const QueryToken &token, FieldName field);
    /// Every word of a text, each once.
    std::vector<QueryNode> bag(QStringView text);
    /// How terms were written that do not read back as themselves: folding takes ½ apart, for one.
    const QHash<QString, QString> &spellings() const { return m_spellings; }
    void hint(const QString &text);

private:
    /// Words as they are folded and as they are written, one beside the other.
    struct Cut
    {
        QStringList terms;
        QStringList written;
    };
    using Reading = ValueReader::Reading;

    bool isGrowing(const QueryToken &token) const { return token.growing && m_mode == ReadingMode::Typing; }
    Reading readRegex(const QueryToken &token, QueryField field);
    Reading readWildcard(const QueryToken &token, QueryField field);
    Reading readFuzzy(const QueryToken &token, QueryField field);
    MaybeNode readWords(const QueryToken &token, QueryField field);
    QueryNode nearOf(const QueryToken &token, QueryField field, const Cut &cut, const QStringList &spellings);
    QueryNode word(QueryField field, const QString &term) const;

    Cut cut(QStringView text);
    void keepSpelling(const QString &term, const QString &spelling);
    QStringList strictSpellings(const QueryToken &token, QueryField field, const Cut &cut) const;
    bool mayStem(const QString &term, QueryField field) const;

    QueryOptions m_options;
    ReadingMode m_mode;
    QHash<QString, QString> m_spellings;
    QStringList *m_hints;
    ValueReader m_values;
};

} // namespace Lectern
