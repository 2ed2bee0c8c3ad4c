#include "passages/collection.h"

#include <QJsonArray>

namespace Lectern {

QJsonObject toJson(const Collection &collection)
{
    return {{QStringLiteral("id"), collection.id},
            {QStringLiteral("name"), collection.name},
            {QStringLiteral("passages"), QJsonArray::fromStringList(collection.passages)}};
}

Result<Collection> collectionFromJson(const QJsonObject &object)
{
    Collection collection;
    collection.id = object.value(QLatin1String("id")).toString();
    collection.name = object.value(QLatin1String("name")).toString();
    const QJsonValue passages = object.value(QLatin1String("passages"));
    bool sound = !collection.id.isEmpty() && !collection.name.isEmpty() && passages.isArray();
    for (const QJsonValue &passage : passages.toArray()) {
        sound = sound && passage.isString();
        collection.passages += passage.toString();
    }
    if (!sound)
        return Error{ErrorKind::Malformed, QStringLiteral("This is no collection of passages."), {}};
    return collection;
}

} // namespace Lectern
