#include "passages/passageedit.h"

#include "passages/passagestore.h"

namespace Lectern {

PassageEdit PassageEdit::put(Passage passage, double position)
{
    PassageEdit edit;
    edit.kind = Kind::Put;
    edit.id = passage.id;
    edit.position = position;
    edit.passage = std::move(passage);
    return edit;
}

PassageEdit PassageEdit::place(const QString &id, double position)
{
    PassageEdit edit;
    edit.kind = Kind::Place;
    edit.id = id;
    edit.position = position;
    return edit;
}

PassageEdit PassageEdit::remove(const QString &id)
{
    PassageEdit edit;
    edit.kind = Kind::Remove;
    edit.id = id;
    return edit;
}

PassageEdit PassageEdit::put(Collection collection, int at)
{
    PassageEdit edit;
    edit.kind = Kind::PutCollection;
    edit.id = collection.id;
    edit.position = at;
    edit.collection = std::move(collection);
    return edit;
}

PassageEdit PassageEdit::removeCollection(const QString &id)
{
    PassageEdit edit;
    edit.kind = Kind::RemoveCollection;
    edit.id = id;
    return edit;
}

PassageEdit PassageEdit::nameColour(MarkColour colour, const QString &name)
{
    PassageEdit edit;
    edit.kind = Kind::NameColour;
    edit.colour = colour;
    edit.name = name;
    return edit;
}

QJsonObject toJson(const PassageEdit &edit)
{
    switch (edit.kind) {
    case PassageEdit::Kind::Clear:
        return {{QStringLiteral("do"), QStringLiteral("clear")}};
    case PassageEdit::Kind::Put:
        return {{QStringLiteral("do"), QStringLiteral("put")},
                {QStringLiteral("position"), edit.position},
                {QStringLiteral("passage"), toJson(edit.passage)}};
    case PassageEdit::Kind::Place:
        return {{QStringLiteral("do"), QStringLiteral("place")},
                {QStringLiteral("id"), edit.id},
                {QStringLiteral("position"), edit.position}};
    case PassageEdit::Kind::Remove:
        return {{QStringLiteral("do"), QStringLiteral("remove")}, {QStringLiteral("id"), edit.id}};
    case PassageEdit::Kind::PutCollection:
        return {{QStringLiteral("do"), QStringLiteral("putCollection")},
                {QStringLiteral("position"), edit.position},
                {QStringLiteral("collection"), toJson(edit.collection)}};
    case PassageEdit::Kind::RemoveCollection:
        return {{QStringLiteral("do"), QStringLiteral("removeCollection")}, {QStringLiteral("id"), edit.id}};
    case PassageEdit::Kind::NameColour:
        return {{QStringLiteral("do"), QStringLiteral("nameColour")},
                {QStringLiteral("colour"), name(edit.colour)},
                {QStringLiteral("name"), edit.name}};
    }
    return {};
}

Result<PassageEdit> passageEditFromJson(const QJsonObject &object)
{
    const Error malformed{ErrorKind::Malformed, QStringLiteral("This is no change to the passages."), {}};
    const QString what = object.value(QLatin1String("do")).toString();
    if (what == QLatin1String("clear"))
        return PassageEdit::clear();

    const QJsonValue position = object.value(QLatin1String("position"));
    if (what == QLatin1String("put") && position.isDouble()) {
        Result<Passage> passage = passageFromJson(object.value(QLatin1String("passage")).toObject());
        if (!passage)
            return passage.error();
        return PassageEdit::put(std::move(*passage), position.toDouble());
    }
    if (what == QLatin1String("putCollection") && position.isDouble()) {
        Result<Collection> collection =
            collectionFromJson(object.value(QLatin1String("collection")).toObject());
        if (!collection)
            return collection.error();
        return PassageEdit::put(std::move(*collection), position.toInt());
    }
    if (what == QLatin1String("nameColour"))
        return PassageEdit::nameColour(markColourNamed(object.value(QLatin1String("colour")).toString()),
                                       object.value(QLatin1String("name")).toString());
    const QString id = object.value(QLatin1String("id")).toString();
    if (id.isEmpty())
        return malformed;
    if (what == QLatin1String("place") && position.isDouble())
        return PassageEdit::place(id, position.toDouble());
    if (what == QLatin1String("remove"))
        return PassageEdit::remove(id);
    if (what == QLatin1String("removeCollection"))
        return PassageEdit::removeCollection(id);
    return malformed;
}

} // namespace Lectern
