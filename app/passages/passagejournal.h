#pragma once

#include "passages/passagetable.h"

#include <optional>

namespace Lectern {

/// The journal of the passages: an append-only file of JSON Lines, one a change, each with a sum over the
/// bytes before it, from which the passages can be made anew:
///
///     {"change":7,"edits":[{"do":"put","position":3,"passage":{...}}],"sum":"0123456789abcdef"}
///
/// It begins with a change that clears, and that names the version of the format. Its owner writes it under
/// the write lock of the database, so that two programs never write at once.
class PassageJournal final
{
public:
    /// Version of the format; stands in the first line. Those of collections name it, too, because a Lectern
    /// that knows none must not take the rest of the journal for all there is.
    static constexpr int version = 2;

    /// What the journal tells of the changes after a certain one.
    struct History
    {
        struct Change
        {
            qint64 number = 0;
            PassageEdits edits;
        };
        std::vector<Change> changes;
        int sound = 0;      ///< lines that could be read, those before the certain change included
        int unreadable = 0; ///< lines that could not, a torn last one aside
    };

    explicit PassageJournal(const QString &path);

    const QString &path() const { return m_path; }
    bool exists() const;
    /// Bytes; 0 when there is none.
    qint64 size() const;

    /// The number of the last change. None when there is no journal, or when it does not end with a whole and
    /// sound line.
    std::optional<qint64> lastChange() const;
    /// False when there is no journal, or a line of it is not what was written. Of a large journal this is
    /// not asked.
    bool looksSound() const;
    /// Reads all of it. Unsupported when a newer Lectern wrote it; no history when there is no journal.
    Result<History> changesAfter(qint64 change) const;

    /// Adds a line; it is on the disk when the call returns. When it fails the journal is as it was. Returns
    /// the size before.
    Result<qint64> append(qint64 change, const PassageEdits &edits);
    /// Takes back what was appended at that size.
    void cutTo(qint64 size);
    /// Begins the journal anew with the passages as they are now; until all of it is on the disk the old one
    /// stays.
    Result<void> rewrite(const PassageList &list);

private:
    QString m_path;
};

} // namespace Lectern
