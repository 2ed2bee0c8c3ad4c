#pragma once

#include "search/querynode.h"

#include <QHash>
#include <QString>

namespace Lectern {

/// Prints nodes so that they read back as they are.
class QueryPrinter final
{
public:
    /// `spellings` say how terms are written that do not read back as themselves. Both must outlive the
    /// printer.
    QueryPrinter(const QHash<QString, QString> &spellings, const QueryNode &root);

    QString print() const { return print(m_root); }

private:
    QString print(const QueryNode &node) const;
    QString nested(const QueryNode &node, bool bracketed) const;
    QString words(const QueryNode &node) const;
    QString nearWords(const QueryNode &node) const;
    QString spelled(const QueryNode &node, qsizetype at) const;

    const QHash<QString, QString> &m_spellings;
    const QueryNode &m_root;
    bool m_clear = true; ///< brackets where they only help to read
};

} // namespace Lectern
