#include "library/sourcefinder.h"

#include "import/filewalk.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace Lectern {

namespace {

constexpr qsizetype pieceBytes = 1 << 20; ///< between two looks at whether to stop

} // namespace

void SourceFinder::walk()
{
    if (m_isWalked)
        return;
    m_isWalked = true;
    walkFiles(
        m_paths,
        [this](const FoundFile &file) {
            m_bySize[file.bytes] += file.path;
            return !m_stop.stop_requested();
        },
        [this](const Error &) { return !m_stop.stop_requested(); });
}

QByteArray SourceFinder::hashOf(const QString &path) const
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    qint64 read = 0;
    while ((read = file.read(piece.data(), piece.size())) > 0) {
        if (m_stop.stop_requested())
            return {};
        hash.addData(QByteArrayView(piece.constData(), read));
    }
    return read < 0 ? QByteArray() : hash.result().toHex();
}

QString SourceFinder::find(const Source &source)
{
    if (m_stop.stop_requested() || m_paths.isEmpty() || source.sha256.isEmpty() ||
        QFileInfo(source.path).isFile())
        return source.path;
    walk();
    for (const QString &path : m_bySize.value(source.bytes)) {
        if (m_stop.stop_requested())
            break;
        if (!m_sha256.contains(path))
            m_sha256.insert(path, hashOf(path));
        if (m_sha256.value(path) == source.sha256)
            return path;
    }
    return source.path;
}

} // namespace Lectern
