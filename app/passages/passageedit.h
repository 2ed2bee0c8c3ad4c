#pragma once

#include "base/result.h"
#include "passages/collection.h"
#include "text/passage.h"

#include <QJsonObject>

#include <vector>

namespace Lectern {

/// One step of a change to the kept passages, as the journal writes it and the database carries it out.
struct PassageEdit
{
    enum class Kind : quint8 {
        Clear,            ///< forgets everything: the journal begins anew here
        Put,              ///< keeps `passage` at `position`, in place of the one with the same id
        Place,            ///< gives the passage `id` another `position`
        Remove,           ///< forgets the passage `id`
        PutCollection,    ///< keeps `collection` as the one at `position`, counted without it, 0 first
        RemoveCollection, ///< forgets the collection `id`
        NameColour,       ///< calls `colour` `name`; an empty one takes the name away
    };

    Kind kind = Kind::Clear;
    QString id;
    double position =
        0; ///< passages are ordered by it; between any two positions there is room or they are numbered anew
    Passage passage;
    Collection collection;
    MarkColour colour = MarkColour::Yellow;
    QString name;

    static PassageEdit clear() { return {}; }
    static PassageEdit put(Passage passage, double position);
    static PassageEdit place(const QString &id, double position);
    static PassageEdit remove(const QString &id);
    static PassageEdit put(Collection collection, int at);
    static PassageEdit removeCollection(const QString &id);
    static PassageEdit nameColour(MarkColour colour, const QString &name);
};

/// The steps of one change: done as a whole or not at all.
using PassageEdits = std::vector<PassageEdit>;

QJsonObject toJson(const PassageEdit &edit);
/// Malformed when the object is no edit.
Result<PassageEdit> passageEditFromJson(const QJsonObject &object);

} // namespace Lectern
