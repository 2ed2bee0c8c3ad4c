#include "base/syncfolder.h"

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace Lectern {

void syncFolderOf([[maybe_unused]] const QString &path)
{
#ifndef Q_OS_WIN
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    ::close(handle);
#endif
}

bool syncFile(QFileDevice &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

} // namespace Lectern
