#include "samplelibrary.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>

namespace Lectern {

Result<QString> unpackSampleLibrary()
{
    const QString target = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           QStringLiteral("/lectern/samples");
    const QString source = QStringLiteral(":/library");
    if (!QDir().mkpath(target))
        return Error{ErrorKind::Disk, QStringLiteral("The folder for the sample library cannot be made."),
                     target};
    QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = target + from.mid(source.size());
        if (QFile::exists(to))
            continue;
        QDir().mkpath(QFileInfo(to).path());
        if (!QFile::copy(from, to))
            return Error{ErrorKind::Disk,
                         QStringLiteral("The sample article cannot be written. Is the disk full?"), to};
        QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    }
    return target;
}

} // namespace Lectern
