#pragma once

#include "passages/collectionediting.h"
#include "passages/passageopening.h"

#include <functional>
#include <future>

namespace Lectern {

/// A passage and where it stands among the others, 0 first.
struct PlacedPassage
{
    Passage passage;
    int at = 0;
};

/// What is to happen to several passages at once.
struct PassageChanges
{
    QStringList removed = {};
    std::vector<Passage> updated = {};
    std::vector<PlacedPassage> added = {}; ///< ascending by place; nothing is removed beside it
};

/// What was kept: the passages of a library in `passages.db` inside its folder, in the user's order. Every
/// change is on the disk (WAL, synchronous=FULL) before the call returns, and in `passages.journal`, an
/// append-only JSON Lines file of its own that the store is rebuilt from when the database is damaged. A
/// change that fails leaves everything as it was. Another program may change the passages at the same time:
/// each change here begins with what is on the disk. For one thread.
class PassageStore final
{
public:
    /// Opens or makes the store. A damaged database is moved aside and rebuilt from the journal; notices()
    /// then says so. Where nothing can be written, what the journal holds can still be read. Fails with
    /// Unsupported when a newer Lectern kept the passages.
    static Result<PassageStore> open(const QString &folder);

    /// Sentences for the user about what had to be done on opening; empty when all was well.
    const QStringList &notices() const { return m_notices; }

    /// All passages in the user's order.
    const PassageSequence &passages() const { return m_list.passages(); }
    /// Null when there is none of that id. Valid until that passage changes or is removed.
    const Passage *find(const QString &id) const;
    /// Where the passage stands, 0 first; -1 when there is none of that id.
    int indexOf(const QString &id) const { return m_list.indexOf(id); }
    /// Grows by one with every change, whoever makes it; grows by more when another program has made some,
    /// too.
    qint64 changeNumber() const { return m_list.change; }
    /// Reads the passages again if another program has changed them; true when there was a change.
    Result<bool> reload();

    /// Gives a passage an id and times unless it has them.
    static void complete(Passage &passage);
    /// Keeps a passage behind the others, or before position `at`. Gives it an id and times unless it has
    /// them (undo of remove). The returned passage is the one that was kept.
    Result<Passage> add(Passage passage, std::optional<int> at = {});
    /// Keeps several, each at its place, ascending: all or none.
    Result<void> add(const std::vector<PlacedPassage> &placed);
    /// All of it or nothing; each part does what add(), update() and remove() do.
    Result<void> change(PassageChanges changes);
    /// Replaces note, tags, colour, title... of the passage with the same id. `modified` becomes now, unless
    /// the passage brings another time than the kept one has (undo of update).
    Result<void> update(Passage passage);
    /// All of them or none.
    Result<void> update(std::vector<Passage> passages);
    Result<void> remove(const QString &id);
    /// Removes all of them, or none and fails when one is not there.
    Result<void> remove(const QStringList &ids);
    /// Moves a passage so that it stands at position `to` among the others (0 first).
    Result<void> move(const QString &id, int to);

    /// All collections in the user's order. Valid until the next change.
    const std::vector<Collection> &collections() const { return m_list.collections(); }
    /// Null when there is none of that id. Valid until the next change.
    const Collection *findCollection(const QString &id) const;
    /// The ids of the kept passages of a collection, in its order; none when it is not there.
    QStringList passagesIn(const QString &collection) const;
    /// The ids of the collections that a passage is in, in their order.
    QStringList collectionsOf(const QString &passage) const;

    /// Makes an empty collection behind the others or before place `at`. Its name is trimmed; Usage when it
    /// is empty or taken, capitals and accents aside.
    Result<Collection> addCollection(const QString &name, std::optional<int> at = {});
    Result<void> renameCollection(const QString &id, const QString &name);
    /// The passages in it stay kept.
    Result<void> removeCollection(const QString &id);
    /// Moves a collection so that it stands at `to` among the others (0 first).
    Result<void> moveCollection(const QString &id, int to);
    /// Puts passages behind the others of a collection, or before place `at` counted without them; those that
    /// are in it already are moved there.
    Result<void> addToCollection(const QString &id, const QStringList &passages, std::optional<int> at = {});
    Result<void> removeFromCollection(const QString &id, const QStringList &passages);
    /// Makes a collection `after` what it is `before`, a missing one being none: undo. NotFound when it is no
    /// longer as before.
    Result<void> turnCollection(const std::optional<PlacedCollection> &before,
                                const std::optional<PlacedCollection> &after);

    /// What the user calls a colour; empty when nothing else than it is called.
    QString colourName(MarkColour colour) const { return m_list.colourName(colour); }
    /// The name is trimmed; an empty one takes it back.
    Result<void> setColourName(MarkColour colour, const QString &name);

    /// Makes the passages, collections and names what they are in a backup. What they are now is backed up
    /// first; the path of that backup is returned, so that it can be restored in turn. Fails, and changes
    /// nothing, when the one cannot be read or the other not be made.
    Result<QString> restore(const QString &backup);
    /// Why the last backup of the day could not be made; empty when all went well or it is still being made.
    QString backupFailure();

private:
    PassageStore(const QString &folder, const PassageJournal &journal, OpenedPassages opened);

    /// Does what `wanted` asks for once the list is as it is on the disk; nothing is changed when any part of
    /// it fails.
    Result<void> carryOut(const std::function<Result<PassageEdits>()> &wanted);
    Result<void> writeDown(const PassageEdits &edits, Transaction &transaction);
    /// Begins the journal anew with what is kept after the change, and commits it.
    Result<void> rewriteAndCommit(const PassageList &after, Transaction &transaction);
    Result<void> mayChange() const;
    /// Has the backup of the day made, on a thread of its own, before the first change of the day.
    void backUpDaily();

    QString m_folder;
    PassageJournal m_journal;
    PassageTable m_table;
    PassageList m_list;
    QStringList m_notices;
    std::optional<Error> m_readOnly;    ///< why nothing can be changed
    qint64 m_journalLimit = 0;          ///< bytes beyond which the journal is begun anew
    QDate m_backupDay;                  ///< of the last backup that was begun
    std::future<Result<bool>> m_backup; ///< being made; its destructor waits for it
    QString m_backupFailure;
};

/// A passage as JSON and back: the journal's lines, and the exact round trip of everything it holds (offsets
/// in UTF-16 units and code points). Times are kept to the millisecond.
QJsonObject toJson(const Passage &passage);
/// Malformed when the object is no passage: a value of the wrong kind, or no id or quote. Missing values are
/// empty.
Result<Passage> passageFromJson(const QJsonObject &object);

} // namespace Lectern
