#include "base/setaside.h"

#include <QDateTime>
#include <QFile>

namespace Lectern {

Result<QString> setAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString target = QStringLiteral("%1.damaged-%2").arg(path, stamp);
    for (int n = 2; QFile::exists(target); ++n)
        target = QStringLiteral("%1.damaged-%2-%3").arg(path, stamp, QString::number(n));
    if (!QFile::rename(path, target))
        return Error{
            ErrorKind::Disk,
            QStringLiteral("The damaged file cannot be moved aside. Check the folder's permissions."), path};
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, target + suffix))
            return Error{ErrorKind::Disk, QStringLiteral("The damaged file cannot be moved aside."),
                         path + suffix};
    return target;
}

} // namespace Lectern
