#include "base/error.h"

#include <array>
#include <utility>

namespace Lectern {

namespace {

constexpr std::array<std::pair<ErrorKind, const char *>, 13> kindNames{{
    {ErrorKind::Unreadable, "unreadable"},
    {ErrorKind::Unsupported, "unsupported"},
    {ErrorKind::Malformed, "malformed"},
    {ErrorKind::Encrypted, "encrypted"},
    {ErrorKind::Limit, "limit"},
    {ErrorKind::Timeout, "timeout"},
    {ErrorKind::Crashed, "crashed"},
    {ErrorKind::Empty, "empty"},
    {ErrorKind::NotFound, "notfound"},
    {ErrorKind::Damaged, "damaged"},
    {ErrorKind::Disk, "disk"},
    {ErrorKind::Usage, "usage"},
    {ErrorKind::Cancelled, "cancelled"},
}};

} // namespace

QString name(ErrorKind kind)
{
    for (const auto &[value, text] : kindNames)
        if (value == kind)
            return QString::fromLatin1(text);
    return QStringLiteral("malformed");
}

ErrorKind errorKindNamed(QStringView name)
{
    for (const auto &[value, text] : kindNames)
        if (name == QLatin1String(text))
            return value;
    return ErrorKind::Malformed;
}

QString Error::toString() const
{
    return path.isEmpty() ? message : path + QStringLiteral(": ") + message;
}

} // namespace Lectern
