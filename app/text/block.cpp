#include "text/block.h"

#include <array>

namespace Lectern {

namespace {

/// In the order of BlockKind.
constexpr std::array<const char *, 11> kindNames{"paragraph", "heading", "listitem", "quote", "pre", "verse",
                                                 "cell",      "caption", "byline",   "image", "rule"};

} // namespace

QString name(BlockKind kind)
{
    return QString::fromLatin1(kindNames.at(size_t(kind)));
}

bool blockKindNamed(QStringView name, BlockKind *kind)
{
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QLatin1String(kindNames[i])) {
            *kind = BlockKind(i);
            return true;
        }
    }
    return false;
}

} // namespace Lectern
