#pragma once

#include <QSet>
#include <QString>

namespace Lectern {

/// Whether a path is this file or folder or lies below it. Both are absolute and clean.
bool isAtOrBelow(const QString &path, const QString &root);
/// Whether it is one of these or lies below one, in O(length of the path).
bool isAtOrBelow(QString path, const QSet<QString> &roots);

} // namespace Lectern
