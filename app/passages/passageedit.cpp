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
    const QString id = object.value(QLatin1String("id")).toString();
    if (id.isEmpty())
        return malformed;
    if (what == QLatin1String("place") && position.isDouble())
        return PassageEdit::place(id, position.toDouble());
    if (what == QLatin1String("remove"))
        return PassageEdit::remove(id);
    return malformed;
}

} // namespace Lectern
