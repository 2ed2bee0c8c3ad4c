#pragma once

#include "text/article.h"

#include <QDate>
#include <QHash>

#include <memory>
#include <vector>

namespace Lectern {

/// Which articles of a library report the same event, at one moment. Immutable. Stories of one article are
/// not in it.
struct StoryMap
{
    struct Story
    {
        QString title; ///< of the account that is most like the others
        QDate first;   ///< days of publication; invalid when no account tells
        QDate last;
        QStringList outlets;             ///< each once, in the order in which they first reported
        std::vector<ArticleId> accounts; ///< by day
        ArticleId centre;                ///< the account that is most like the others
    };
    /// What of an article stands in a longer or earlier one as well.
    struct Copy
    {
        ArticleId of;
        QString title;  ///< of the other article
        QString outlet; ///< likewise; its title when it names none
        double contained = 0;
        bool isWhole() const { return contained >= 0.9; }
    };

    std::vector<Story> stories;
    QHash<quint64, int> storyOf; ///< index in stories, by keyOf() of each account
    QHash<ArticleId, Copy> copies;

    /// The first half of an id, as a number: as in ArticleColumns::idKeys.
    static quint64 keyOf(const ArticleId &id) { return QStringView(id).left(16).toULongLong(nullptr, 16); }
    /// Null when the article stands alone.
    const Story *find(const ArticleId &id) const
    {
        const auto found = storyOf.constFind(keyOf(id));
        return found == storyOf.cend() ? nullptr : &stories[size_t(*found)];
    }
};

using StoryMapPtr = std::shared_ptr<const StoryMap>;

} // namespace Lectern
