#include "export/readiumcolour.h"

namespace Lectern {

QString readiumColour(MarkColour colour)
{
    return colour == MarkColour::Violet ? QStringLiteral("purple") : name(colour);
}

MarkColour readiumColourNamed(const QString &name)
{
    return name == QLatin1String("purple") ? MarkColour::Violet : markColourNamed(name);
}

} // namespace Lectern
