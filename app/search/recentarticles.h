#pragma once

#include "text/article.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace Lectern {

/// The articles that were asked for last, so that one that is looked at again and again is decoded once. For any
/// threads at once: they lie on shelves by their number, and a shelf is locked for no longer than it takes to look
/// through it.
class RecentArticles final
{
public:
    /// Null when it is not among them.
    ArticlePtr find(quint32 doc)
    {
        Shelf &shelf = m_shelves[doc % shelfCount];
        const std::lock_guard lock(shelf.mutex);
        for (Place &place : shelf.places) {
            if (place.article && place.doc == doc) {
                place.used = ++shelf.clock;
                return place.article;
            }
        }
        return nullptr;
    }

    /// Takes the place of the one that was not asked for the longest time. Very long ones are not kept: whoever
    /// reads one holds it anyway.
    void keep(quint32 doc, const ArticlePtr &article)
    {
        if (article->text().size() > longestKept)
            return;
        Shelf &shelf = m_shelves[doc % shelfCount];
        ArticlePtr dropped; // freed when the shelf is open again
        const std::lock_guard lock(shelf.mutex);
        Place &place = *std::min_element(shelf.places.begin(), shelf.places.end(),
                                         [](const Place &a, const Place &b) { return a.used < b.used; });
        dropped = std::exchange(place.article, article);
        place.doc = doc;
        place.used = ++shelf.clock;
    }

private:
    static constexpr size_t shelfCount = 16;
    static constexpr size_t placesOfShelf = 16;
    static constexpr qsizetype longestKept = 64 * 1024; ///< UTF-16 units: 32 MB in all

    struct Place
    {
        quint32 doc = 0;
        quint64 used = 0;
        ArticlePtr article;
    };
    struct Shelf
    {
        std::mutex mutex;
        quint64 clock = 0;
        std::array<Place, placesOfShelf> places;
    };

    std::array<Shelf, shelfCount> m_shelves;
};

} // namespace Lectern
