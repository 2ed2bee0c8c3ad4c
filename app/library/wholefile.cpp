#include "library/wholefile.h"

#include <QFile>
#include <QFileInfo>

namespace Lectern {

Result<QByteArray> wholeFile(const QString &path, qint64 most)
{
    const QFileInfo there(path);
    if (!there.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("The file is not there any more."), path};
    if (!there.isFile())
        return Error{ErrorKind::Unreadable, QStringLiteral("This is no file. Choose the file itself."), path};
    if (there.size() > most)
        return Error{
            ErrorKind::Limit,
            QStringLiteral("The file is larger than %1 MB, which no such file is.").arg(most / 1024 / 1024),
            path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable,
                     QStringLiteral("The file cannot be read: %1.").arg(file.errorString()), path};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorKind::Unreadable,
                     QStringLiteral("The file cannot be read to its end: %1.").arg(file.errorString()), path};
    return bytes;
}

} // namespace Lectern
