#include "search/matchnode.h"

namespace Lectern {

void MatchNode::keepIn(const DocWindow &window, WindowBits *bits)
{
    WindowBits mine;
    addTo(window, &mine);
    *bits &= mine;
}

void MatchNode::addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores)
{
    scores->seen |= wanted;
    Bits::forEach(wanted.words.data(), wanted.words.size(),
                  [&](quint32 bit) { scores->values[bit] += score(window.base + bit); });
}

} // namespace Lectern
