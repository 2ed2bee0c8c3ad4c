#pragma once

#include "passages/passagelist.h"

namespace Lectern {

/// Finds positions for passages that come or move, as numbers between those of their neighbours; when there
/// is no number left between two, those around them are numbered anew. Refers to the passages given to it.
class PassagePlaces
{
public:
    explicit PassagePlaces(const PassageList &list);

    /// Makes a new passage stand at `at`, 0 first; beyond the ends counts as the end.
    void insert(const Passage &passage, int at);
    /// Makes the passage that stands at `from` stand at `to`, counted without it.
    void move(int from, int to);

    /// What has to be done so that all stand as wanted.
    PassageEdits edits() const;

private:
    struct Place
    {
        const Passage *passage;
        bool isNew;
        double was;
        double position;
    };

    void put(Place place, int at);
    /// Numbers the neighbours of one anew, as few as are needed for some room between them.
    void spread(size_t at);

    std::vector<Place> m_places;
};

} // namespace Lectern
