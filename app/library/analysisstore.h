#pragma once

#include "base/sqlite.h"
#include "text/article.h"

#include <QSet>

#include <functional>
#include <optional>

namespace Lectern {

/// What looks at articles: results of one version are never taken for those of another.
struct AnalysisStage
{
    QString name;
    int version = 1; ///< raised whenever the same article would give another result
};

/// What a stage found in an article.
struct AnalysisResult
{
    ArticleId article;
    qint64 textUnits = 0; ///< UTF-16 units of the text that was looked at; another length is another text
    QByteArray bytes;     ///< the stage's own format; read without trust
};

/// Results of analyses, so that an article is looked at once: `analyses.db` in the library's folder. A cache:
/// damaged, it is set aside and begun anew, and without it everything is only looked at again. For one
/// thread; several programs may use the file at once.
class AnalysisStore final
{
public:
    explicit AnalysisStore(const QString &folder);

    /// A sentence for the user when the file was damaged; empty otherwise.
    const QString &notice() const { return m_notice; }
    /// Whether results are kept at all.
    bool isOpen() const { return m_database.has_value(); }

    using Visit = std::function<void(const AnalysisResult &)>;
    /// Calls visit() for each result of the stage in this version; those of other versions are dropped.
    /// Nothing is a failure when the store is not open.
    Result<void> read(const AnalysisStage &stage, const Visit &visit);
    /// Keeps these in place of older ones, all or none. Nothing is a failure when the store is not open.
    Result<void> write(const AnalysisStage &stage, const std::vector<AnalysisResult> &results);
    /// Drops the stage's results of all other articles.
    Result<void> keepOnly(const AnalysisStage &stage, const QSet<ArticleId> &articles);

private:
    Result<void> open(const QString &path);

    std::optional<Database> m_database;
    QString m_notice;
};

} // namespace Lectern
