#pragma once

#include <QString>
#include <QStringList>

namespace Lectern {

/// Passages that can be exported together: the selected ones, those of an article, a tag, a collection, all.
struct ExportScope
{
    QString key;     ///< "selected", "article", "search", "all", "tag:NAME" or "collection:ID"
    QString label;   ///< for people, without the count
    QStringList ids; ///< of the passages, in the order in which they are written

    bool operator==(const ExportScope &) const = default;
};

} // namespace Lectern
