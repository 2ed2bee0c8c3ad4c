#pragma once

#include "import/htmltree.h"

#include <QHash>
#include <QStringList>

#include <initializer_list>

namespace Lectern {

/// The <meta> and <link> elements of a page by name (lower case), in document order.
class MetaTags
{
public:
    explicit MetaTags(const HtmlTree &tree);

    QStringList all(const QString &name) const { return m_values.value(name); }
    /// The first value under the first of these names that has one.
    QString first(std::initializer_list<const char16_t *> names) const;

private:
    QHash<QString, QStringList> m_values;
};

} // namespace Lectern
