#include "passages/passagestore.h"

#include "passages/passageplaces.h"

#include <QDir>
#include <QSet>
#include <QUuid>

namespace Lectern {

namespace {

/// A journal smaller than this is never worth being begun anew.
constexpr qint64 smallJournal = 64 * 1024;
/// How many times larger than what is kept the journal may grow.
constexpr qint64 journalGrowth = 4;

qint64 journalLimit(qint64 keptBytes)
{
    return std::max(smallJournal, journalGrowth * keptBytes);
}

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

Error notFound()
{
    return {ErrorKind::NotFound, QStringLiteral("This passage is not there any more."), {}};
}

Result<void> mayAdd(const PassageList &list, const Passage &passage)
{
    if (passage.quote.isEmpty())
        return Error{ErrorKind::Usage, QStringLiteral("There are no words to keep."), {}};
    if (list.indexOf(passage.id) >= 0)
        return Error{ErrorKind::Usage, QStringLiteral("This passage is kept already."), {}};
    return {};
}

/// A change of more steps begins the journal anew, where each has a line of its own: one line of all would
/// have to be read as a whole by every change after it, and can be too long to be read at all.
constexpr size_t mostEditsOfALine = 1000;

} // namespace

PassageStore::PassageStore(const QString &folder, const PassageJournal &journal, OpenedPassages opened)
    : m_folder(folder)
    , m_journal(journal)
    , m_table(std::move(opened.table))
    , m_list(std::move(opened.list))
    , m_notices(std::move(opened.notices))
    , m_readOnly(std::move(opened.readOnly))
    , m_journalLimit(journalLimit(m_list.bytes))
{}

Result<PassageStore> PassageStore::open(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{
            ErrorKind::Disk,
            QStringLiteral(
                "The folder for the passages cannot be made. Check the permissions of the folder around it."),
            folder};
    const QDir inside(folder);
    const PassageJournal journal(inside.filePath(QStringLiteral("passages.journal")));
    Result<OpenedPassages> opened = openPassages(folder, journal);
    if (!opened)
        return opened.error();
    return PassageStore(folder, journal, std::move(*opened));
}

const Passage *PassageStore::find(const QString &id) const
{
    const int index = m_list.indexOf(id);
    return index < 0 ? nullptr : &m_list.passages()[size_t(index)];
}

Result<bool> PassageStore::reload()
{
    Result<qint64> change = m_table.lastChange();
    if (!change)
        return change.error();
    if (*change == m_list.change)
        return false;
    Result<PassageList> list = m_table.load();
    if (!list)
        return list.error();
    m_list = std::move(*list);
    return true;
}

void PassageStore::complete(Passage &passage)
{
    if (passage.id.isEmpty())
        passage.id = QStringLiteral("urn:uuid:") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!passage.created.isValid())
        passage.created = now();
    if (!passage.modified.isValid())
        passage.modified = passage.created;
}

Result<Passage> PassageStore::add(Passage passage, std::optional<int> at)
{
    complete(passage);
    const Result<void> done = carryOut([&]() -> Result<PassageEdits> {
        if (Result<void> may = mayAdd(m_list, passage); !may)
            return may.error();
        PassagePlaces places(m_list);
        places.insert(passage, at.value_or(int(m_list.passages().size())));
        return places.edits();
    });
    if (!done)
        return done.error();
    return passage;
}

Result<void> PassageStore::add(const std::vector<PlacedPassage> &placed)
{
    return change({.added = placed});
}

Result<void> PassageStore::update(Passage passage)
{
    return update(std::vector<Passage>{std::move(passage)});
}

Result<void> PassageStore::update(std::vector<Passage> passages)
{
    return change({.updated = std::move(passages)});
}

Result<void> PassageStore::remove(const QString &id)
{
    return remove(QStringList{id});
}

Result<void> PassageStore::remove(const QStringList &ids)
{
    return change({.removed = ids});
}

Result<void> PassageStore::change(PassageChanges changes)
{
    Q_ASSERT(changes.removed.isEmpty() || changes.added.empty());
    return carryOut([&]() -> Result<PassageEdits> {
        PassageEdits edits;
        for (const QString &id : changes.removed) {
            if (m_list.indexOf(id) < 0)
                return notFound();
            edits.push_back(PassageEdit::remove(id));
        }
        for (Passage &passage : changes.updated) {
            const int index = m_list.indexOf(passage.id);
            if (index < 0)
                return notFound();
            const Passage &kept = m_list.passages()[size_t(index)];
            if (passage == kept)
                continue;
            if (passage.modified == kept.modified)
                passage.modified =
                    std::max(now(), kept.modified.addMSecs(1)); // always another time than before
            edits.push_back(PassageEdit::put(passage, m_list.positions()[size_t(index)]));
        }
        // Behind the updates: should all be numbered anew, that is what counts.
        PassagePlaces places(m_list);
        QSet<QString> ids;
        for (PlacedPassage &each : changes.added) {
            complete(each.passage);
            if (Result<void> may = mayAdd(m_list, each.passage); !may)
                return may.error();
            if (ids.contains(each.passage.id))
                return Error{ErrorKind::Usage, QStringLiteral("Two of these passages have the same id."), {}};
            ids.insert(each.passage.id);
            places.insert(each.passage, each.at);
        }
        for (PassageEdit &edit : places.edits())
            edits.push_back(std::move(edit));
        return edits;
    });
}

Result<void> PassageStore::move(const QString &id, int to)
{
    return carryOut([&]() -> Result<PassageEdits> {
        const int from = m_list.indexOf(id);
        if (from < 0)
            return notFound();
        const int place = std::clamp(to, 0, int(m_list.passages().size()) - 1);
        if (place == from)
            return PassageEdits();
        PassagePlaces places(m_list);
        places.move(from, place);
        return places.edits();
    });
}

Result<void> PassageStore::mayChange() const
{
    if (m_readOnly)
        return Error{m_readOnly->kind,
                     QStringLiteral("The passages cannot be changed. %1").arg(m_readOnly->message),
                     m_readOnly->path};
    return {};
}

Result<void> PassageStore::carryOut(const std::function<Result<PassageEdits>()> &wanted)
{
    if (Result<void> may = mayChange(); !may)
        return may;
    backUpDaily();
    Transaction transaction(m_table.database());
    if (!transaction.begun())
        return transaction.begun();
    if (Result<bool> fresh = reload(); !fresh)
        return fresh.error();
    Result<PassageEdits> edits = wanted();
    if (!edits)
        return edits.error();
    if (edits->empty())
        return {};
    if (Result<void> done = writeDown(*edits, transaction); !done)
        return done;
    m_list.apply(*edits);
    ++m_list.change;
    return {};
}

Result<void> PassageStore::rewriteAndCommit(const PassageList &after, Transaction &transaction)
{
    // The journal comes before the commit, as with every change.
    Result<void> done = m_journal.rewrite(after);
    if (!done)
        return done;
    done = transaction.commit();
    if (!done)
        static_cast<void>(m_journal.rewrite(m_list));
    m_journalLimit = journalLimit(m_journal.size());
    return done;
}

Result<void> PassageStore::writeDown(const PassageEdits &edits, Transaction &transaction)
{
    const qint64 number = m_list.change + 1;
    if (Result<void> done = m_table.execute(edits, number); !done)
        return done;
    if (edits.size() > mostEditsOfALine) {
        PassageList after = m_list;
        after.apply(edits);
        after.change = number;
        return rewriteAndCommit(after, transaction);
    }

    // The journal must hold every change before this one: it may have been deleted, or another program may
    // have died over it.
    const bool follows = m_journal.lastChange() == m_list.change;
    if (!follows || m_journal.size() > m_journalLimit) {
        const Result<void> rewritten = m_journal.rewrite(m_list);
        if (!rewritten && !follows)
            return rewritten;
        m_journalLimit = journalLimit(m_journal.size());
    }

    // The line comes before the commit. Should the program die between the two, the change is taken up at the
    // next start.
    const Result<qint64> before = m_journal.append(number, edits);
    if (!before)
        return before.error();
    const Result<void> done = transaction.commit();
    if (!done)
        m_journal.cutTo(*before);
    return done;
}

} // namespace Lectern
