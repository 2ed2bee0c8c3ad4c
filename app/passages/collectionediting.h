#pragma once

#include "passages/passagelist.h"

namespace Lectern {

/// Says what has to be done for a change to the collections, of what is kept at this moment. Places are
/// counted from 0, those inside a collection among the passages that are there. Fails with NotFound for a
/// collection or passage that is not there, and with Usage for a name that is empty or taken. Refers to the
/// list.
class CollectionEditing
{
public:
    explicit CollectionEditing(const PassageList &list)
        : m_list(list)
    {}

    Result<PassageEdits> add(const Collection &collection, int at) const;
    Result<PassageEdits> rename(const QString &id, const QString &name) const;
    Result<PassageEdits> remove(const QString &id) const;
    Result<PassageEdits> move(const QString &id, int to) const;

    /// Those that are in it already are moved there.
    Result<PassageEdits> insert(const QString &id, const QStringList &passages, std::optional<int> at) const;
    Result<PassageEdits> take(const QString &id, const QStringList &passages) const;

    /// Makes the collection `after` what it is `before`, if it is still that; a missing one is not there.
    /// NotFound when it has changed since.
    Result<PassageEdits> turn(const std::optional<PlacedCollection> &before,
                              const std::optional<PlacedCollection> &after) const;

    /// The passages of a collection that are there, in its order.
    QStringList present(const Collection &collection) const;

private:
    const Collection *find(const QString &id) const;
    Result<void> mayBeNamed(const QString &name, const QString &id) const;

    const PassageList &m_list;
};

} // namespace Lectern
