#pragma once

#include "base/sqlite.h"
#include "stories/storylock.h"

#include <QSet>

#include <optional>
#include <vector>

namespace Lectern {

/// What the reader has said about which articles report the same event: `stories.db` in the library's folder,
/// kept for ever and safely on the disk before it holds. What is taken back stays on record, out of force.
/// For one thread.
class StoryLocks final
{
public:
    /// In a library without a folder, nothing can be kept: add() fails.
    explicit StoryLocks(const QString &folder);
    Q_DISABLE_COPY_MOVE(StoryLocks)

    /// The locks of a library, of which nothing is changed; none where there are none. Fails when they cannot
    /// be read.
    static Result<std::vector<StoryLock>> read(const QString &folder);

    /// A sentence when what was said before cannot be read; "" otherwise.
    const QString &notice() const { return m_notice; }
    /// Those in force, the newest last.
    std::vector<StoryLock> locks() const;
    /// All of them hold, or none. Returns what they are taken back by.
    Result<qint64> add(const std::vector<StoryLock> &locks);
    Result<void> takeBack(qint64 group);
    /// What was said last about any of these articles; nothing when nothing was.
    std::optional<qint64> newestAbout(const QSet<QString> &keys) const;

private:
    struct Row
    {
        qint64 group = 0;
        StoryLock lock;
    };
    static Result<std::vector<Row>> rows(Database &database);
    Result<void> open();

    QString m_folder;
    QString m_notice;
    std::optional<Database> m_database;
    std::vector<Row> m_rows;
};

} // namespace Lectern
