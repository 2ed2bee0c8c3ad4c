#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Lectern {

/// A named list of passages that the user orders by hand ("Chapter 3"). A passage may be in several.
struct Collection
{
    QString id; ///< "urn:uuid:..."
    QString name;
    /// Ids in the user's order, each once. Those of passages that were removed stay, so that undo brings them
    /// back to their place: PassageStore::passagesIn() leaves them out.
    QStringList passages;

    bool operator==(const Collection &) const = default;
};

/// A collection and where it stands among the others, 0 first.
struct PlacedCollection
{
    Collection collection;
    int at = 0;
};

QJsonObject toJson(const Collection &collection);
/// Malformed when the object is no collection.
Result<Collection> collectionFromJson(const QJsonObject &object);

} // namespace Lectern
