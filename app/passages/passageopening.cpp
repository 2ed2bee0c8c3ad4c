#include "passages/passageopening.h"

#include "base/setaside.h"
#include "passages/passagebackups.h"

#include <QDir>
#include <QFileInfo>

namespace Lectern {

namespace {

QString fileName(const QString &path)
{
    return QFileInfo(path).fileName();
}

/// One opening: what was found on the way, and what the user has to be told of it.
class Opening
{
public:
    Opening(const QString &folder, PassageJournal journal)
        : m_path(QDir(folder).filePath(QStringLiteral("passages.db")))
        , m_backups(folder)
        , m_journal(std::move(journal))
        , m_missing(!QFileInfo::exists(m_path))
    {}

    Result<OpenedPassages> run();

private:
    Result<OpenedPassages> openTable();
    Result<OpenedPassages> openOrSetAside();
    Result<OpenedPassages> openInMemory(const Error &reason);
    /// True when the journal says the same as the database, as far as can be told without reading it.
    bool isInStep(const OpenedPassages &opened) const
    {
        return m_journal.lastChange() == opened.list.change && m_journal.looksSound();
    }
    Result<void> reconcile(OpenedPassages &opened);
    Result<void> catchUp(OpenedPassages &opened, const PassageJournal::History &history);
    QString finding(const OpenedPassages &opened, const PassageJournal::History &history,
                    qint64 foundChange) const;
    Result<void> beginJournalAnew(OpenedPassages &opened, bool keepTheOld);

    /// Whether a backup is better than nothing: the database is lost, and the journal does not tell all.
    bool needsBackup(const PassageJournal::History &history) const;
    /// Makes the table what the newest sound backup holds; the history then tells only what came after it.
    Result<void> beginFromBackup(OpenedPassages &opened, PassageJournal::History &history);

    QString m_path;
    PassageBackups m_backups;
    PassageJournal m_journal;
    bool m_missing;
    QDateTime m_fromBackup; ///< when the backup was made that was begun from; null when none was
    QString m_setAside;     ///< where the damaged database is now; empty when it was sound
};

Result<OpenedPassages> Opening::run()
{
    Result<OpenedPassages> opened = openOrSetAside();
    const Result<void> done = opened ? reconcile(*opened) : Result<void>(opened.error());
    if (done)
        return opened;
    if (done.error().kind == ErrorKind::Unsupported)
        return done.error();
    return openInMemory(done.error());
}

Result<OpenedPassages> Opening::openTable()
{
    Result<PassageTable> table = PassageTable::open(m_path);
    if (!table)
        return table.error();
    Result<PassageList> list = table->load();
    if (!list)
        return list.error();
    return OpenedPassages{std::move(*table), std::move(*list), {}, {}};
}

Result<OpenedPassages> Opening::openOrSetAside()
{
    Result<OpenedPassages> opened = openTable();
    if (opened || opened.error().kind != ErrorKind::Damaged)
        return opened;
    Result<QString> aside = setAside(m_path);
    if (!aside)
        return aside.error();
    m_setAside = *aside;
    return openTable();
}

Result<OpenedPassages> Opening::openInMemory(const Error &reason)
{
    Result<PassageJournal::History> history = m_journal.changesAfter(-1);
    if (!history)
        return history.error();
    if (!m_journal.exists())
        return reason;
    Result<PassageTable> table = PassageTable::inMemory();
    if (!table)
        return table.error();
    OpenedPassages opened{std::move(*table), {}, {}, reason};
    if (Result<void> done = catchUp(opened, *history); !done)
        return done.error();
    opened.notices += QStringLiteral("The passages can be read, but not changed. %1").arg(reason.message);
    return opened;
}

Result<void> Opening::reconcile(OpenedPassages &opened)
{
    if (isInStep(opened))
        return {};

    // Another program may be between writing its line and its commit: what counts is what is seen under the
    // write lock.
    Transaction transaction(opened.table.database());
    if (!transaction.begun())
        return transaction.begun();
    Result<PassageList> list = opened.table.load();
    if (!list)
        return list.error();
    opened.list = std::move(*list);
    if (isInStep(opened))
        return {};

    const qint64 foundChange = opened.list.change;
    const bool hadJournal = m_journal.exists();
    Result<PassageJournal::History> history = m_journal.changesAfter(foundChange);
    if (!history && history.error().kind == ErrorKind::Unsupported)
        return history.error();
    if (!history)
        history = PassageJournal::History{{}, 0, 1};
    if (needsBackup(*history))
        if (Result<void> done = beginFromBackup(opened, *history); !done)
            return done;
    if (Result<void> done = catchUp(opened, *history); !done)
        return done;
    if (Result<void> done = transaction.commit(); !done)
        return done;

    if (const QString found = finding(opened, *history, foundChange); !found.isEmpty())
        opened.notices += found;
    // What a sound database knows makes unreadable lines of the journal superfluous; without it they may be
    // all there is.
    const bool neededJournal =
        hadJournal && (m_missing || !m_setAside.isEmpty() || !history->changes.empty());
    if (Result<void> done = beginJournalAnew(opened, neededJournal && history->unreadable > 0); !done)
        opened.notices += done.error().message;
    return {};
}

bool Opening::needsBackup(const PassageJournal::History &history) const
{
    return (m_missing || !m_setAside.isEmpty()) && (history.unreadable > 0 || history.sound == 0);
}

Result<void> Opening::beginFromBackup(OpenedPassages &opened, PassageJournal::History &history)
{
    const auto backup = m_backups.newestSound();
    if (!backup)
        return {};
    const PassageList &list = backup->second;
    if (Result<void> done = opened.table.execute(list.edits(), list.change); !done)
        return done;
    m_fromBackup = backup->first.made;

    // What the journal forgets where it was begun anew may stand in one of its lines that cannot be read: a
    // passage too many is better than one too few. A journal that ends before the backup is one of other
    // passages.
    const bool isOlder = history.changes.empty() || history.changes.back().number < list.change;
    std::vector<PassageJournal::History::Change> later;
    for (PassageJournal::History::Change &change : history.changes) {
        if (!isOlder && change.number <= list.change)
            continue;
        std::erase_if(change.edits,
                      [](const PassageEdit &edit) { return edit.kind == PassageEdit::Kind::Clear; });
        change.number = std::max(change.number, list.change);
        later.push_back(std::move(change));
    }
    history.changes = std::move(later);
    return {};
}

Result<void> Opening::catchUp(OpenedPassages &opened, const PassageJournal::History &history)
{
    for (const PassageJournal::History::Change &change : history.changes)
        if (Result<void> done = opened.table.execute(change.edits, change.number); !done)
            return done;
    Result<PassageList> list = opened.table.load();
    if (!list)
        return list.error();
    opened.list = std::move(*list);
    return {};
}

QString Opening::finding(const OpenedPassages &opened, const PassageJournal::History &history,
                         qint64 foundChange) const
{
    const int recovered = int(opened.list.passages().size());
    const bool damaged = !m_setAside.isEmpty();
    if (!damaged && !m_missing)
        return !history.changes.empty() && history.changes.back().number > foundChange + 1
                   ? QStringLiteral("The database of the passages was older than its journal. The changes "
                                    "that it lacked were "
                                    "taken from the journal.")
                   : QString();
    if (!damaged && recovered == 0 && history.unreadable == 0)
        return {};
    const QString what =
        damaged ? QStringLiteral("The database of the passages was damaged. It was set aside as %1.")
                      .arg(fileName(m_setAside))
                : QStringLiteral("The database of the passages was missing.");
    if (!m_fromBackup.isNull())
        return what + QStringLiteral(
                          " Its journal was damaged or missing, too. There are %1 passages now, from the "
                          "backup of %2 and what the journal still holds of later changes. Older backups are "
                          "in the folder “backups”.")
                          .arg(recovered)
                          .arg(m_fromBackup.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    if (recovered == 0)
        return what + QStringLiteral(" No passage could be recovered from the journal.");
    return what + (recovered == 1
                       ? QStringLiteral(" One passage was recovered from the journal.")
                       : QStringLiteral(" %1 passages were recovered from the journal.").arg(recovered));
}

Result<void> Opening::beginJournalAnew(OpenedPassages &opened, bool keepTheOld)
{
    Transaction transaction(opened.table.database());
    if (!transaction.begun())
        return transaction.begun();
    Result<PassageList> list = opened.table.load();
    if (!list)
        return list.error();
    opened.list = std::move(*list);
    if (keepTheOld) {
        const Result<QString> aside = setAside(m_journal.path());
        if (!aside)
            return aside.error();
        opened.notices +=
            QStringLiteral("Some of the journal of the passages could not be read. It was set aside as %1.")
                .arg(fileName(*aside));
    }
    return m_journal.rewrite(opened.list);
}

} // namespace

Result<OpenedPassages> openPassages(const QString &folder, PassageJournal journal)
{
    return Opening(folder, std::move(journal)).run();
}

} // namespace Lectern
