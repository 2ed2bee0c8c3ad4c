#include "passages/passagestore.h"

#include <QUuid>

namespace Lectern {

const Collection *PassageStore::findCollection(const QString &id) const
{
    const int index = m_list.collectionIndexOf(id);
    return index < 0 ? nullptr : &m_list.collections()[size_t(index)];
}

QStringList PassageStore::passagesIn(const QString &collection) const
{
    const Collection *found = findCollection(collection);
    return found ? CollectionEditing(m_list).present(*found) : QStringList();
}

QStringList PassageStore::collectionsOf(const QString &passage) const
{
    QStringList ids;
    for (const Collection &collection : collections())
        if (collection.passages.contains(passage))
            ids += collection.id;
    return ids;
}

Result<Collection> PassageStore::addCollection(const QString &name, std::optional<int> at)
{
    const Collection collection{
        QStringLiteral("urn:uuid:") + QUuid::createUuid().toString(QUuid::WithoutBraces), name.trimmed(), {}};
    const Result<void> done = carryOut([&] {
        return CollectionEditing(m_list).add(collection, at.value_or(int(m_list.collections().size())));
    });
    if (!done)
        return done.error();
    return collection;
}

Result<void> PassageStore::renameCollection(const QString &id, const QString &name)
{
    return carryOut([&] { return CollectionEditing(m_list).rename(id, name.trimmed()); });
}

Result<void> PassageStore::removeCollection(const QString &id)
{
    return carryOut([&] { return CollectionEditing(m_list).remove(id); });
}

Result<void> PassageStore::moveCollection(const QString &id, int to)
{
    return carryOut([&] { return CollectionEditing(m_list).move(id, to); });
}

Result<void> PassageStore::addToCollection(const QString &id, const QStringList &passages,
                                           std::optional<int> at)
{
    return carryOut([&] { return CollectionEditing(m_list).insert(id, passages, at); });
}

Result<void> PassageStore::removeFromCollection(const QString &id, const QStringList &passages)
{
    return carryOut([&] { return CollectionEditing(m_list).take(id, passages); });
}

Result<void> PassageStore::turnCollection(const std::optional<PlacedCollection> &before,
                                          const std::optional<PlacedCollection> &after)
{
    return carryOut([&] { return CollectionEditing(m_list).turn(before, after); });
}

Result<void> PassageStore::setColourName(MarkColour colour, const QString &name)
{
    return carryOut([&]() -> Result<PassageEdits> {
        if (m_list.colourName(colour) == name.trimmed())
            return PassageEdits();
        return PassageEdits{PassageEdit::nameColour(colour, name.trimmed())};
    });
}

} // namespace Lectern
