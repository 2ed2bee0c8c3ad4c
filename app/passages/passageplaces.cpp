#include "passages/passageplaces.h"

#include <algorithm>
#include <numeric>

namespace Lectern {

PassagePlaces::PassagePlaces(const PassageList &list)
{
    m_places.reserve(list.passages().size() + 1);
    for (size_t i = 0; i < list.passages().size(); ++i)
        m_places.push_back({&list.passages()[i], false, list.positions()[i], list.positions()[i]});
}

void PassagePlaces::insert(const Passage &passage, int at)
{
    put({&passage, true, 0, 0}, at);
}

void PassagePlaces::move(int from, int to)
{
    const Place place = m_places[size_t(from)];
    m_places.erase(m_places.begin() + from);
    put(place, to);
}

void PassagePlaces::put(Place place, int at)
{
    const auto next = m_places.begin() + std::clamp(at, 0, int(m_places.size()));
    const bool first = next == m_places.begin();
    const bool last = next == m_places.end();
    if (first && last)
        place.position = 1;
    else if (last)
        place.position = m_places.back().position + 1;
    else if (first)
        place.position = next->position - 1;
    else
        place.position = std::midpoint((next - 1)->position, next->position);
    const bool fits =
        (first || (next - 1)->position < place.position) && (last || place.position < next->position);
    const auto inserted = m_places.insert(next, place);
    if (!fits)
        spread(size_t(inserted - m_places.begin()));
}

void PassagePlaces::spread(size_t at)
{
    constexpr double room = 1e-6; // can be halved often
    for (size_t reach = 8; reach < m_places.size(); reach *= 2) {
        const size_t begin = at > reach ? at - reach : 0;
        const size_t end = std::min(m_places.size(), at + reach);
        const double count = double(end - begin + 1);
        if (begin == 0 && end == m_places.size())
            break;
        const double from = begin > 0 ? m_places[begin - 1].position : m_places[end].position - count;
        const double to = end < m_places.size() ? m_places[end].position : from + count;
        const double step = (to - from) / count;
        if (step < room)
            continue;
        for (size_t i = begin; i < end; ++i)
            m_places[i].position = from + step * double(i - begin + 1);
        return;
    }
    double position = 0;
    for (Place &each : m_places)
        each.position = ++position;
}

PassageEdits PassagePlaces::edits() const
{
    PassageEdits edits;
    for (const Place &place : m_places) {
        if (place.isNew)
            edits.push_back(PassageEdit::put(*place.passage, place.position));
        else if (place.position != place.was)
            edits.push_back(PassageEdit::place(place.passage->id, place.position));
    }
    return edits;
}

} // namespace Lectern
