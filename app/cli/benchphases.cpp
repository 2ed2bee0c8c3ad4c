#include "cli/benchphases.h"

#include "cli/benchclock.h"
#include "cli/benchload.h"
#include "cli/benchsample.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

/// Results asked of every query.
constexpr int topCount = 10;
/// The share of the time without a CPU that still counts as calm, and how often a class is measured for it.
constexpr double mostWaiting = 0.03;
constexpr int mostTries = 3;

/// Queries of these classes are those that snippets are made for, so many of each.
const QStringList snippetGroups{QStringLiteral("and2"), QStringLiteral("or5"), QStringLiteral("phrase8")};
constexpr int snippetQueries = 40;

/// A word that no article holds.
QByteArray unheardWord(int number)
{
    return QByteArrayLiteral("zqx") + char('a' + number / 26 % 26) + char('a' + number % 26) +
           QByteArrayLiteral("qzx");
}

} // namespace

/// One class in one mode.
struct BenchPhases::Timing
{
    std::vector<double> micros;   ///< of each query, the median of its runs
    QMap<int, double> ofSequence; ///< of typed queries: the sum over their keys
    QJsonObject load;
    double waited = 0;
};

BenchPhases::BenchPhases(BenchEngine &engine, const Options &options, const std::vector<BenchQuery> &queries)
    : m_engine(engine)
    , m_options(options)
    , m_queries(queries)
{}

Result<QJsonObject> BenchPhases::build(const BenchCorpus &corpus) const
{
    BenchClock::trimHeap();
    BenchClock::resetPeak();
    const qint64 before = BenchClock::residentBytes();
    const BenchLoad load;
    const double start = BenchClock::now();
    if (const Result<void> built = m_engine.build(corpus); !built)
        return built.error();
    const double searchable = BenchClock::now();
    if (const Result<void> finished = m_engine.finish(); !finished)
        return finished.error();
    const double done = BenchClock::now();
    const qint64 peak = BenchClock::peakBytes();
    BenchClock::trimHeap();
    const qint64 resident = BenchClock::residentBytes() - before;
    const auto text = double(corpus.textBytes());
    const qint64 index = m_engine.indexBytes();

    QJsonObject line{{QStringLiteral("docs"), qint64(corpus.size())},
                     {QStringLiteral("text_bytes"), corpus.textBytes()},
                     {QStringLiteral("threads"), m_options.threads},
                     {QStringLiteral("seconds"), searchable - start},
                     {QStringLiteral("mb_per_s"), text / 1e6 / (searchable - start)},
                     {QStringLiteral("finish_seconds"), done - searchable},
                     {QStringLiteral("mb_per_s_finished"), text / 1e6 / (done - start)},
                     {QStringLiteral("peak_bytes"), peak - before},
                     {QStringLiteral("resident_bytes"), resident},
                     {QStringLiteral("index_bytes"), index},
                     {QStringLiteral("index_ratio"), text > 0 ? double(index) / text : 0.0}};
    load.report(&line);
    return line;
}

bool BenchPhases::isAsked(const BenchQuery &query) const
{
    return m_options.groups.isEmpty() || m_options.groups.contains(query.group);
}

QJsonObject BenchPhases::query() const
{
    QMap<QString, Queries> groups;
    for (const BenchQuery &query : m_queries) {
        if (isAsked(query))
            groups[query.group].push_back(&query);
    }
    QJsonObject result;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        QJsonObject figures{{QStringLiteral("top10"), time(*group, Mode::TopOnly)},
                            {QStringLiteral("top10_count"), time(*group, Mode::Counted)}};
        if (m_options.answers)
            figures.insert(QStringLiteral("answers"), answers(*group));
        result.insert(group.key(), figures);
    }
    return result;
}

/// A query that takes long is run fewer times, so that the budget lasts for as many queries as it can. When
/// it is spent, the class ends behind a whole query.
BenchPhases::Timing BenchPhases::timeOnce(const Queries &queries, Mode mode) const
{
    Timing timing;
    const BenchLoad load;
    const double share = m_options.budget / double(queries.size());
    const double deadline = BenchClock::now() + m_options.budget;
    for (const BenchQuery *query : queries) {
        if (!timing.micros.empty() && BenchClock::now() > deadline)
            break;
        std::vector<double> runs;
        double spent = 0;
        for (int run = 0; run <= m_options.runs && (runs.empty() || spent < share); ++run) {
            const double start = BenchClock::now();
            m_engine.search(*query, topCount, mode == Mode::Counted);
            const double took = BenchClock::now() - start;
            spent += took;
            // The first run warms the caches and does not count, unless there is no time for another.
            if (run > 0 || spent > share)
                runs.push_back(took * 1e6);
        }
        timing.micros.push_back(BenchSample(std::move(runs)).median());
        if (query->sequence >= 0)
            timing.ofSequence[query->sequence] += timing.micros.back();
    }
    load.report(&timing.load);
    timing.waited = load.waited();
    return timing;
}

/// The calmest of some measurements, the first when it is calm enough.
QJsonObject BenchPhases::time(const Queries &queries, Mode mode) const
{
    Timing best = timeOnce(queries, mode);
    for (int tries = 1; tries < mostTries && best.waited > mostWaiting; ++tries) {
        Timing next = timeOnce(queries, mode);
        if (next.waited < best.waited)
            best = std::move(next);
    }
    QJsonObject line = BenchSample(std::move(best.micros)).summary();
    line.insert(QStringLiteral("load"), best.load);
    if (!best.ofSequence.isEmpty()) {
        const BenchSample sums({best.ofSequence.cbegin(), best.ofSequence.cend()});
        line.insert(QStringLiteral("whole_sequence"), sums.summary());
    }
    return line;
}

QJsonArray BenchPhases::answers(const Queries &queries) const
{
    QJsonArray lines;
    const double deadline = BenchClock::now() + m_options.budget;
    for (const BenchQuery *query : queries) {
        if (BenchClock::now() > deadline)
            break;
        const BenchEngine::Hits hits = m_engine.search(*query, topCount, true);
        QJsonArray top;
        for (const DocNumber doc : hits.top)
            top.append(qint64(doc));
        lines.append(QJsonObject{{QStringLiteral("query"), query->text()},
                                 {QStringLiteral("total"), hits.total},
                                 {QStringLiteral("top"), top}});
    }
    return lines;
}

QJsonValue BenchPhases::snippets() const
{
    QMap<QString, int> taken;
    std::vector<double> micros;
    qsizetype made = 0;
    qsizetype withHits = 0;
    qsizetype bytes = 0;
    const BenchLoad load;
    const double deadline = BenchClock::now() + m_options.budget;
    for (const BenchQuery &query : m_queries) {
        if (!snippetGroups.contains(query.group) ||
            ++taken[query.group] > snippetQueries || BenchClock::now() > deadline)
            continue;
        const BenchEngine::Hits hits = m_engine.search(query, topCount, false);
        QStringList lines = m_engine.snippets(query, hits);
        if (lines.isEmpty())
            continue;
        std::vector<double> runs;
        for (int run = 0; run < m_options.runs; ++run) {
            const double start = BenchClock::now();
            lines = m_engine.snippets(query, hits);
            runs.push_back((BenchClock::now() - start) * 1e6);
        }
        // As if there were always ten.
        micros.push_back(BenchSample(std::move(runs)).median() * topCount / double(lines.size()));
        made += lines.size();
        for (const QString &line : std::as_const(lines)) {
            withHits += line.contains(QLatin1String("<b>")) ? 1 : 0;
            bytes += line.toUtf8().size();
        }
    }
    if (made == 0)
        return QJsonValue::Null;
    QJsonObject line{{QStringLiteral("ten_snippets_us"), BenchSample(std::move(micros)).summary()},
                     {QStringLiteral("with_highlight"), double(withHits) / double(made)},
                     {QStringLiteral("mean_bytes"), double(bytes) / double(made)}};
    load.report(&line);
    return line;
}

Result<QJsonObject> BenchPhases::add(const BenchCorpus &corpus) const
{
    std::vector<double> micros;
    const BenchLoad load;
    const double deadline = BenchClock::now() + 2 * m_options.budget;
    for (int i = 0; i < m_options.adds && corpus.size() > 0 && BenchClock::now() < deadline; ++i) {
        BenchArticle article = corpus.article(i % corpus.size());
        const QByteArray word = unheardWord(i);
        const QByteArray body = article.body.toByteArray() + ' ' + word;
        article.body = body;
        BenchQuery query;
        query.terms += QString::fromLatin1(word);

        const double start = BenchClock::now();
        if (const Result<void> added = m_engine.add(article); !added)
            return added.error();
        const BenchEngine::Hits hits = m_engine.search(query, topCount, true);
        micros.push_back((BenchClock::now() - start) * 1e6);
        if (hits.top != std::vector<DocNumber>{DocNumber(corpus.size() + i)} || hits.total != 1) {
            return Error{ErrorKind::NotFound,
                         QStringLiteral("Article %1 was added and is not found.").arg(i + 1), QString()};
        }
    }
    QJsonObject line = BenchSample(std::move(micros)).summary();
    load.report(&line);
    return line;
}

Result<QJsonObject> BenchPhases::cold(double started) const
{
    const auto first = std::find_if(m_queries.begin(), m_queries.end(),
                                    [this](const BenchQuery &query) { return isAsked(query); });
    if (first == m_queries.end())
        return Error{ErrorKind::Usage, QStringLiteral("There is no query for a first answer."), QString()};
    if (const Result<void> opened = m_engine.open(); !opened)
        return opened.error();
    const double opened = BenchClock::now();
    const BenchEngine::Hits hits = m_engine.search(*first, topCount, true);
    const double answered = BenchClock::now();
    return QJsonObject{{QStringLiteral("open_ms"), (opened - started) * 1e3},
                       {QStringLiteral("first_answer_ms"), (answered - started) * 1e3},
                       {QStringLiteral("total"), hits.total}};
}

} // namespace Lectern
