#include "base/syncfolder.h"

#ifndef Q_OS_WIN
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

} // namespace Lectern
