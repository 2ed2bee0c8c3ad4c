#pragma once

#include "cli/benchengine.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace Lectern {

/// What is measured of an engine, a function a phase. Times are microseconds unless a key says otherwise.
class BenchPhases final
{
public:
    struct Options
    {
        QStringList groups;   ///< classes of queries; empty: all
        int runs = 5;         ///< timed runs of each query
        double budget = 20;   ///< seconds for one class in one mode
        int adds = 20;        ///< articles of add()
        int threads = 1;      ///< of the build, to be told
        bool answers = false; ///< list each query's total and best ten
    };

    /// All of these outlive this.
    BenchPhases(BenchEngine &engine, const Options &options, const std::vector<BenchQuery> &queries);

    Result<QJsonObject> build(const BenchCorpus &corpus) const;
    QJsonObject query() const;
    /// Null when the engine made none.
    QJsonValue snippets() const;
    /// Adds articles, each with a word that no other has, until that word finds it.
    Result<QJsonObject> add(const BenchCorpus &corpus) const;
    /// From the start of the process, in seconds of BenchClock, to the first answer of an index that is
    /// there.
    Result<QJsonObject> cold(double started) const;

private:
    using Queries = std::vector<const BenchQuery *>;
    enum class Mode { TopOnly, Counted };
    struct Timing;

    bool isAsked(const BenchQuery &query) const;
    Timing timeOnce(const Queries &queries, Mode mode) const;
    QJsonObject time(const Queries &queries, Mode mode) const;
    QJsonArray answers(const Queries &queries) const;

    BenchEngine &m_engine;
    const Options &m_options;
    const std::vector<BenchQuery> &m_queries;
};

} // namespace Lectern
