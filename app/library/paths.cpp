#include "library/paths.h"

#include <algorithm>

namespace Lectern {

bool isAtOrBelow(const QString &path, const QString &root)
{
    return path == root || path.startsWith(root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/'));
}

bool isAtOrBelow(QString path, const QSet<QString> &roots)
{
    while (!roots.isEmpty() && !path.isEmpty()) {
        if (roots.contains(path))
            return true;
        path.truncate(std::max<qsizetype>(0, path.lastIndexOf(QLatin1Char('/'))));
    }
    return roots.contains(QStringLiteral("/"));
}

} // namespace Lectern
