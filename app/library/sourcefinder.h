#pragma once

#include "text/article.h"

#include <QHash>
#include <QStringList>

#include <stop_token>

namespace Lectern {

/// Where the file of a passage is today: where it was, or else a file of exactly the same content among given
/// files and folders, which are looked through once it is needed. For one thread.
class SourceFinder
{
public:
    /// A stop ends the walk and the reading of files soon; what is not found until then stays where it was.
    explicit SourceFinder(QStringList paths, std::stop_token stop = {})
        : m_paths(std::move(paths))
        , m_stop(std::move(stop))
    {}

    /// The path to read; where it was when there is none that is certainly the same.
    QString find(const Source &source);

private:
    void walk();
    /// SHA-256 of the file in hexadecimal; empty when it cannot be read or reading was stopped.
    QByteArray hashOf(const QString &path) const;

    QStringList m_paths;
    std::stop_token m_stop;
    bool m_isWalked = false;
    QHash<qint64, QStringList> m_bySize; ///< files by their bytes
    QHash<QString, QByteArray> m_sha256; ///< of files that were read
};

} // namespace Lectern
