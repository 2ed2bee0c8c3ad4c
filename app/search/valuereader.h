#pragma once

#include "search/querylexer.h"
#include "search/querynode.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace Lectern {

/// Whether a query is complete or still being typed.
enum class ReadingMode : quint8 { Written, Typing };

/// Reads what stands behind fields that ask for no words: dates, states and counts.
class ValueReader final
{
public:
    using MaybeNode = std::optional<QueryNode>; ///< nothing where nothing was to be read
    /// No answer when the token must be read another way.
    using Reading = std::optional<MaybeNode>;

    /// What is odd goes to `hints`, which must outlive it.
    ValueReader(QDate today, ReadingMode mode, QStringList *hints);

    Reading read(const QueryToken &token, FieldName field);

private:
    bool isGrowing(const QueryToken &token) const { return token.growing && m_mode == ReadingMode::Typing; }
    Reading readDates(const QueryToken &token, FieldName field);
    Reading readState(const QueryToken &token, FieldName field);
    Reading readCount(const QueryToken &token);
    void hint(const QString &text);

    QDate m_today;
    ReadingMode m_mode;
    QStringList *m_hints;
};

} // namespace Lectern
