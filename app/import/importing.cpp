#include "import/importing.h"

#include <algorithm>

namespace Lectern {

ImportLimits ImportLimits::named(QStringView name)
{
    ImportLimits limits;
    if (name == QLatin1String("none")) {
        limits.fileBytes = limits.collectionBytes = limits.textUnits = limits.addressSpace = 0;
        limits.cpuSeconds = limits.wallSeconds = 0;
    } else if (name == QLatin1String("strict")) {
        limits.fileBytes /= 4;
        limits.collectionBytes /= 4;
        limits.textUnits /= 4;
        limits.cpuSeconds = (limits.cpuSeconds + 3) / 4;
        limits.wallSeconds /= 4;
        limits.addressSpace /= 4;
    }
    return limits;
}

ImportLimits ImportLimits::scaledTo(qint64 bytes) const
{
    constexpr qint64 covered = qint64(16) << 20;
    ImportLimits scaled = *this;
    const int times = int(std::min<qint64>(1 + bytes / covered, 1000));
    scaled.cpuSeconds *= times;
    scaled.wallSeconds *= times;
    if (addressSpace > 0)
        scaled.addressSpace += std::max<qint64>(0, bytes - covered) * 16;
    return scaled;
}

ImportLimits ImportLimits::forPdf() const
{
    ImportLimits larger = *this;
    larger.cpuSeconds *= 3;
    larger.addressSpace *= 2;
    return larger;
}

} // namespace Lectern
