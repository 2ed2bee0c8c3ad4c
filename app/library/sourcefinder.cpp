#include "library/sourcefinder.h"

#include "import/filewalk.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace Lectern {

void SourceFinder::walk()
{
    if (m_isWalked)
        return;
    m_isWalked = true;
    walkFiles(
        m_paths,
        [this](const FoundFile &file) {
            m_bySize[file.bytes] += file.path;
            return true;
        },
        [](const Error &) { return true; });
}

QString SourceFinder::find(const Source &source)
{
    if (m_paths.isEmpty() || source.sha256.isEmpty() || QFileInfo(source.path).isFile())
        return source.path;
    walk();
    for (const QString &path : m_bySize.value(source.bytes)) {
        if (!m_sha256.contains(path)) {
            QFile file(path);
            QCryptographicHash hash(QCryptographicHash::Sha256);
            if (file.open(QIODevice::ReadOnly) && hash.addData(&file))
                m_sha256.insert(path, hash.result().toHex());
        }
        if (m_sha256.value(path) == source.sha256)
            return path;
    }
    return source.path;
}

} // namespace Lectern
