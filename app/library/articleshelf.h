#pragma once

#include "base/sqlite.h"
#include "text/article.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Lectern {

/// What a person says of an article as a whole.
struct ArticleShelving
{
    bool starred = false;
    bool archived = false;
    QStringList tags; ///< in the order in which they were given

    bool isEmpty() const { return !starred && !archived && tags.isEmpty(); }
    bool operator==(const ArticleShelving &) const = default;
};

/// Stars, archive and tags of articles: `shelf.db` in the library's folder, by ArticleId, so that a file that
/// moves keeps them. What was said is durable before it counts. `shelf.copy.db` beside it holds what was said
/// before the last session's first change, and is used when the other is damaged. Works on in memory when the
/// file cannot be written; notice() then says so. For one thread.
class ArticleShelf final
{
public:
    /// "" for memory only.
    explicit ArticleShelf(const QString &folder);
    Q_DISABLE_COPY_MOVE(ArticleShelf)

    const QString &notice() const { return m_notice; }

    /// Of each article of which anything is said.
    const QHash<ArticleId, ArticleShelving> &all() const { return m_all; }
    ArticleShelving of(const ArticleId &id) const { return m_all.value(id); }
    QSet<ArticleId> starred() const;
    QSet<ArticleId> archived() const;
    /// Of how many articles each tag is, by its name.
    QMap<QString, int> tags() const;

    using Change = std::pair<ArticleId, ArticleShelving>;
    /// All of them or none.
    Result<void> set(const std::vector<Change> &changes);

private:
    bool open(const QString &folder);
    void copyOnce();
    Result<void> write(const std::vector<Change> &changes);

    std::optional<Database> m_database;
    QString m_notice;
    QHash<ArticleId, ArticleShelving> m_all;
    QString m_copy; ///< path
    bool m_isCopied = false;
};

} // namespace Lectern
