#pragma once

#include "passages/trayitem.h"

#include <vector>

namespace Lectern {

/// A kept passage with the id "p1", "p2", ...
inline TrayItem sampleCard(int number,
                           const QString &quote = QStringLiteral("The harbour froze on the second night."))
{
    TrayItem item;
    Passage &passage = item.passage;
    passage.id = QStringLiteral("p%1").arg(number);
    passage.quote = quote;
    passage.title = QStringLiteral("A winter in the harbour");
    passage.outlet = QStringLiteral("Northern Courier");
    passage.source.path = QStringLiteral("/articles/winter.txt");
    passage.paragraph = 4;
    passage.inParagraph = {71, 175};
    return item;
}

inline std::vector<TrayItem> sampleCards(int count)
{
    std::vector<TrayItem> items;
    for (int i = 1; i <= count; ++i)
        items.push_back(sampleCard(i));
    return items;
}

} // namespace Lectern
