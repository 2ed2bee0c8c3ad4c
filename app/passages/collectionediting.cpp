#include "passages/collectionediting.h"

#include "text/folding.h"

#include <QSet>

#include <algorithm>

namespace Lectern {

namespace {

Error noCollection()
{
    return {ErrorKind::NotFound, QStringLiteral("This collection is not there any more."), {}};
}

Error noPassage()
{
    return {ErrorKind::NotFound, QStringLiteral("This passage is not there any more."), {}};
}

QStringList without(const QStringList &all, const QStringList &some)
{
    const QSet<QString> gone(some.begin(), some.end());
    QStringList left;
    std::copy_if(all.begin(), all.end(), std::back_inserter(left),
                 [&](const QString &id) { return !gone.contains(id); });
    return left;
}

} // namespace

const Collection *CollectionEditing::find(const QString &id) const
{
    const int index = m_list.collectionIndexOf(id);
    return index < 0 ? nullptr : &m_list.collections()[size_t(index)];
}

QStringList CollectionEditing::present(const Collection &collection) const
{
    QStringList ids;
    std::copy_if(collection.passages.begin(), collection.passages.end(), std::back_inserter(ids),
                 [&](const QString &id) { return m_list.contains(id); });
    return ids;
}

Result<void> CollectionEditing::mayBeNamed(const QString &name, const QString &id) const
{
    if (name.isEmpty())
        return Error{ErrorKind::Usage, QStringLiteral("A collection needs a name."), {}};
    for (const Collection &other : m_list.collections())
        if (other.id != id && fold(other.name) == fold(name))
            return Error{
                ErrorKind::Usage,
                QStringLiteral("There is a collection “%1” already. Choose another name.").arg(other.name),
                {}};
    return {};
}

Result<PassageEdits> CollectionEditing::add(const Collection &collection, int at) const
{
    if (find(collection.id))
        return Error{ErrorKind::Usage, QStringLiteral("This collection is kept already."), {}};
    if (Result<void> may = mayBeNamed(collection.name, collection.id); !may)
        return may.error();
    return PassageEdits{PassageEdit::put(collection, std::clamp(at, 0, int(m_list.collections().size())))};
}

Result<PassageEdits> CollectionEditing::rename(const QString &id, const QString &name) const
{
    const Collection *kept = find(id);
    if (!kept)
        return noCollection();
    if (Result<void> may = mayBeNamed(name, id); !may)
        return may.error();
    if (kept->name == name)
        return PassageEdits();
    Collection renamed = *kept;
    renamed.name = name;
    return PassageEdits{PassageEdit::put(std::move(renamed), m_list.collectionIndexOf(id))};
}

Result<PassageEdits> CollectionEditing::remove(const QString &id) const
{
    if (!find(id))
        return noCollection();
    return PassageEdits{PassageEdit::removeCollection(id)};
}

Result<PassageEdits> CollectionEditing::move(const QString &id, int to) const
{
    const int from = m_list.collectionIndexOf(id);
    if (from < 0)
        return noCollection();
    const int place = std::clamp(to, 0, int(m_list.collections().size()) - 1);
    if (place == from)
        return PassageEdits();
    return PassageEdits{PassageEdit::put(m_list.collections()[size_t(from)], place)};
}

Result<PassageEdits> CollectionEditing::insert(const QString &id, const QStringList &passages,
                                               std::optional<int> at) const
{
    const Collection *kept = find(id);
    if (!kept)
        return noCollection();
    QStringList added = passages;
    added.removeDuplicates();
    for (const QString &passage : added)
        if (!m_list.contains(passage))
            return noPassage();
    Collection changed = *kept;
    changed.passages = without(kept->passages, added);
    const QStringList shown = present(changed);
    // Before the passage that is shown at that place; behind the last one, and what is hidden behind it.
    const bool isLast = !at || *at >= shown.size();
    const qsizetype place =
        isLast ? changed.passages.size() : changed.passages.indexOf(shown[std::max(0, *at)]);
    for (qsizetype i = 0; i < added.size(); ++i)
        changed.passages.insert(place + i, added[i]);
    if (changed == *kept)
        return PassageEdits();
    return PassageEdits{PassageEdit::put(std::move(changed), m_list.collectionIndexOf(id))};
}

Result<PassageEdits> CollectionEditing::take(const QString &id, const QStringList &passages) const
{
    const Collection *kept = find(id);
    if (!kept)
        return noCollection();
    Collection changed = *kept;
    changed.passages = without(kept->passages, passages);
    if (changed == *kept)
        return PassageEdits();
    return PassageEdits{PassageEdit::put(std::move(changed), m_list.collectionIndexOf(id))};
}

Result<PassageEdits> CollectionEditing::turn(const std::optional<PlacedCollection> &before,
                                             const std::optional<PlacedCollection> &after) const
{
    if (!before)
        return add(after->collection, after->at);
    const Collection *kept = find(before->collection.id);
    if (!kept)
        return noCollection();
    if (!(*kept == before->collection))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("The collection “%1” has been changed since.").arg(kept->name),
                     {}};
    if (!after)
        return remove(kept->id);
    if (Result<void> may = mayBeNamed(after->collection.name, kept->id); !may)
        return may.error();
    const int place = after->at == before->at ? m_list.collectionIndexOf(kept->id) : after->at;
    return PassageEdits{PassageEdit::put(after->collection, place)};
}

} // namespace Lectern
