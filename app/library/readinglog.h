#pragma once

#include "base/sqlite.h"
#include "text/article.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Lectern {

/// Where an article was left: the UTF-16 offset of the first visible text and how many pixels of its line
/// were scrolled away.
struct ReadingMark
{
    qsizetype offset = 0;
    int pixels = 0;
};

/// What was read and how far: `reading.db` in the library's folder. Works on in memory when the file cannot
/// be written; notice() then says so. For one thread.
class ReadingLog final
{
public:
    explicit ReadingLog(const QString &folder);
    ~ReadingLog();
    Q_DISABLE_COPY_MOVE(ReadingLog)

    const QString &notice() const { return m_notice; }

    const QSet<ArticleId> &read() const { return m_read; }
    void markRead(const ArticleId &id);
    void markUnread(const ArticleId &id);
    std::optional<ReadingMark> place(const ArticleId &id) const;
    /// Remembered at once, written by flush().
    void setPlace(const ArticleId &id, ReadingMark place);
    /// Writes places that changed since the last flush.
    void flush();

private:
    bool open(const QString &folder);
    void write(const ArticleId &id);

    std::optional<Database> m_database;
    QString m_notice;
    QSet<ArticleId> m_read;
    QHash<ArticleId, ReadingMark> m_places;
    QSet<ArticleId> m_unwritten;
};

} // namespace Lectern
