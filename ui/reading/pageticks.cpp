#include "reading/pageticks.h"

#include "page/documentlayout.h"
#include "reading/overlay.h"
#include "style/tokens.h"

namespace Lectern {

std::vector<Tick> ticksOf(const DocumentLayout &layout, const Overlay &overlay, const Tokens &tokens)
{
    std::vector<Tick> ticks;
    ticks.reserve(overlay.marks.size() + size_t(overlay.hits.count()));
    const qreal height = qreal(qMax(qint64(1), layout.height()));
    const auto placeOf = [&](qsizetype offset) { return qreal(layout.roughTop(offset)) / height; };
    for (int i = 0; i < int(overlay.marks.size()); ++i) {
        const Mark &mark = overlay.marks[size_t(i)];
        ticks.push_back({TickKind::Mark, placeOf(mark.range.start), i, tokens.markEdgeOf(mark.colour)});
    }
    for (int i = 0; i < overlay.hits.count(); ++i) {
        const bool current = i == overlay.currentHit;
        ticks.push_back({current ? TickKind::CurrentHit : TickKind::Hit, placeOf(overlay.hits.at(i).start), i,
                         current ? tokens.currentHitTick : tokens.hitTick});
    }
    return ticks;
}

} // namespace Lectern
