#pragma once

#include "text/article.h"

#include <QHash>
#include <QStringList>

namespace Lectern {

/// Where the file of a passage is today: where it was, or else a file of exactly the same content among given
/// files and folders, which are looked through once it is needed. For one thread.
class SourceFinder
{
public:
    explicit SourceFinder(QStringList paths)
        : m_paths(std::move(paths))
    {}

    /// The path to read; where it was when there is none that is certainly the same.
    QString find(const Source &source);

private:
    void walk();

    QStringList m_paths;
    bool m_isWalked = false;
    QHash<qint64, QStringList> m_bySize; ///< files by their bytes
    QHash<QString, QByteArray> m_sha256; ///< of files that were read
};

} // namespace Lectern
